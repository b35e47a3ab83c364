using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>A network in training, as an experiment sees it. Independent of all others: several are trained side by side.</summary>
public interface ITrainee
{
    /// <summary>Steps taken so far.</summary>
    long Step { get; }

    /// <summary>Takes one step and returns the batch's loss before it.</summary>
    double Advance(double stepSize);

    /// <summary>What is recorded before the first and after every epoch, in the order of <see cref="TrainingRuns"/>' measures.</summary>
    double[] Measure();

    /// <summary>Puts everything that the next steps depend on into a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    void Save(Checkpoint checkpoint);

    /// <summary>Goes on from what <see cref="Save"/> stored; later steps have the same bits.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    void Restore(Checkpoint checkpoint);
}
