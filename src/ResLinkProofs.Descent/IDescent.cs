using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent;

/// <summary>A method that moves a weight matrix step by step and whose whole state can be saved.</summary>
public interface IDescent
{
    /// <summary>Steps taken so far.</summary>
    long Step { get; }

    /// <summary>Takes one step.</summary>
    /// <param name="stepSize">eta, finite.</param>
    /// <returns>The loss the step was taken at: of the batch for SGD, of the population otherwise.</returns>
    double Advance(double stepSize);

    /// <summary>Copies W, row-major.</summary>
    /// <param name="target">d * d elements.</param>
    void CopyWeights(Span<double> target);

    /// <summary>Stores the state; <see cref="Restore"/> continues from it with the same bits.</summary>
    /// <param name="checkpoint">Receives the blocks.</param>
    void Save(Checkpoint checkpoint);

    /// <summary>Takes the state back.</summary>
    /// <param name="checkpoint">Written by <see cref="Save"/> of a descent built with the same arguments.</param>
    void Restore(Checkpoint checkpoint);
}
