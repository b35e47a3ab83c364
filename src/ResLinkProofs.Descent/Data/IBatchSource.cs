using System.Numerics;

namespace ResLinkProofs.Descent.Data;

/// <summary>
/// Where a step's inputs and targets come from. What step t sees is a function of t alone, so a run resumes from its step number.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IBatchSource<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>d: numbers per input.</summary>
    int Dimension { get; }

    /// <summary>Inputs per step.</summary>
    int BatchSize { get; }

    /// <summary>Writes the inputs and targets of one step.</summary>
    /// <param name="step">0, 1, 2, ...</param>
    /// <param name="inputs">BatchSize x d, row-major.</param>
    /// <param name="targets">BatchSize.</param>
    void Fill(long step, T[] inputs, T[] targets);
}
