namespace ResLinkProofs.Attack.Gradients;

/// <summary>
/// The conclusion and the hypothesis of an instance as differentiable functions of its coordinates: margin k is nonnegative exactly
/// where part k holds. The parts of the conclusion come first.
/// </summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
public abstract class Landscape
{
    /// <summary>How many margins belong to the conclusion; violating one of them violates the conclusion.</summary>
    public abstract int ConclusionCount { get; }

    /// <summary>The number of margins.</summary>
    public abstract int Count { get; }

    /// <summary>Measures all margins.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="margins">Receives <see cref="Count"/> numbers.</param>
    /// <returns>False where one of them is undefined.</returns>
    public abstract bool Evaluate(ReadOnlySpan<double> point, Span<double> margins);

    /// <summary>The gradient of a weighted sum of the margins at the last evaluated point.</summary>
    /// <param name="weights">One weight per margin.</param>
    /// <param name="gradient">Receives one value per coordinate.</param>
    /// <returns>False where there is no gradient.</returns>
    public abstract bool PullBack(ReadOnlySpan<double> weights, Span<double> gradient);
}
