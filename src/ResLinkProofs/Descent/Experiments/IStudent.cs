using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>A network in training, as an experiment sees it.</summary>
internal interface IStudent
{
    /// <summary>Steps taken so far.</summary>
    long Step { get; }

    /// <summary>Takes one step and returns the batch's loss before it.</summary>
    double Advance(double stepSize);

    /// <summary>Mean squared error on the test set.</summary>
    double TestLoss();

    /// <summary>Frobenius distance to the teacher's weights; NaN where that has no meaning.</summary>
    double Distance();

    void Save(Checkpoint checkpoint);

    void Restore(Checkpoint checkpoint);
}
