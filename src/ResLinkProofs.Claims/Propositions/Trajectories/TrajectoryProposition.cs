using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Trajectories;

/// <summary>Where on a trajectory a conclusion is claimed.</summary>
public enum TrajectoryScope
{
    /// <summary>At W_1, W_2, ..., W_T.</summary>
    EveryStep,

    /// <summary>At W_T only.</summary>
    LastStep,
}

/// <summary>
/// A statement about descents: from every start of a family that satisfies the hypothesis, the
/// conclusion holds at every step, or at the last one.
/// </summary>
public sealed class TrajectoryProposition : Proposition
{
    private TrajectoryProposition(
        DescentFamily family, TrajectoryScope scope, TrajectorySymbols symbols, Formula hypothesis, Formula conclusion) =>
        (Family, Scope, Symbols, Hypothesis, Conclusion) = (family, scope, symbols, hypothesis, conclusion);

    /// <summary>The descents.</summary>
    public DescentFamily Family { get; }

    /// <summary>Where the conclusion is claimed.</summary>
    public TrajectoryScope Scope { get; }

    /// <summary>The observables in the formulas.</summary>
    public TrajectorySymbols Symbols { get; }

    /// <summary>What is assumed of the start.</summary>
    public Formula Hypothesis { get; }

    /// <summary>What is claimed of W_t, of W_{t-1} and of the start.</summary>
    public Formula Conclusion { get; }

    /// <summary>The conclusion holds at every step.</summary>
    /// <param name="family">The descents.</param>
    /// <param name="conclusion">What is claimed.</param>
    /// <param name="hypothesis">What is assumed of the start beside the family; nothing by default.</param>
    public static TrajectoryProposition EveryStep(
        DescentFamily family, Func<TrajectorySymbols, Formula> conclusion, Func<PointSymbols, Formula>? hypothesis = null) =>
        Create(family, TrajectoryScope.EveryStep, conclusion, hypothesis);

    /// <summary>The conclusion holds at the last step.</summary>
    /// <param name="family">The descents.</param>
    /// <param name="conclusion">What is claimed.</param>
    /// <param name="hypothesis">What is assumed of the start beside the family; nothing by default.</param>
    public static TrajectoryProposition LastStep(
        DescentFamily family, Func<TrajectorySymbols, Formula> conclusion, Func<PointSymbols, Formula>? hypothesis = null) =>
        Create(family, TrajectoryScope.LastStep, conclusion, hypothesis);

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line("starts", $"{Family.Starts} d {string.Join(' ', Family.Starts.Dimensions)}")
        .Line("gradient", $"times {Family.GradientFactor}, noise at most {Family.NoiseBound}")
        .Each(Family.Starts.Dimensions, (text, d) => text.Line($"steps at {d}", $"{Family.Steps(d)} of {Family.StepSize(d)}"))
        .Line("scope", Scope.ToString())
        .Formula("hypothesis", Hypothesis)
        .Formula("conclusion", Conclusion)
        .ToString();

    /// <summary>The same descents and observables with other formulas.</summary>
    /// <param name="hypothesis">What is assumed of the start.</param>
    /// <param name="conclusion">What is claimed.</param>
    public TrajectoryProposition With(Formula hypothesis, Formula conclusion) => new(Family, Scope, Symbols, hypothesis, conclusion);

    private static TrajectoryProposition Create(
        DescentFamily family, TrajectoryScope scope, Func<TrajectorySymbols, Formula> conclusion, Func<PointSymbols, Formula>? hypothesis)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(conclusion);
        if (family.Starts.WithOneSlope().Radius is null)
        {
            throw new ArgumentException("The starts of a trajectory need a bound on their spectral norms.", nameof(family));
        }

        var symbols = new TrajectorySymbols();
        return new(family, scope, symbols, hypothesis?.Invoke(symbols.Start) ?? Formula.True, conclusion(symbols));
    }
}
