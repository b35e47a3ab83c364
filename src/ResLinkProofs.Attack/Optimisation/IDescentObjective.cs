namespace ResLinkProofs.Attack.Optimisation;

/// <summary>A function with a gradient over a box, as a descent sees it.</summary>
public interface IDescentObjective
{
    /// <summary>The least value of each coordinate; minus infinity for none.</summary>
    ReadOnlySpan<double> Lower { get; }

    /// <summary>The largest value of each coordinate; infinity for none.</summary>
    ReadOnlySpan<double> Upper { get; }

    /// <summary>Value and gradient; positive infinity where undefined, and then the gradient is not used.</summary>
    /// <param name="place">The coordinates.</param>
    /// <param name="gradient">Receives the gradient.</param>
    double Evaluate(ReadOnlySpan<double> place, Span<double> gradient);
}
