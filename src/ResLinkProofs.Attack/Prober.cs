using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Attack;

/// <summary>
/// Measures points of an instance and, where floating point sees a violation, asks the kernel: a violation that enclosures at
/// the very point cannot see is a tie, one that they confirm ends the search.
/// </summary>
public sealed class Prober
{
    // Confirming means evaluating on many grids; where the hypothesis can never be decided this bounds the cost.
    private const int ConfirmationLimit = 25;

    /// <summary>
    /// The relative margin of a violation that enclosures see and cannot confirm, however small it is: beyond rounding errors.
    /// </summary>
    public const double LeastSuspicion = -1e-8;

    private readonly CompiledFormula? _conclusion;
    private readonly CompiledFormula? _hypothesis;
    private int _confirmationsLeft = ConfirmationLimit;

    /// <summary>Prepares to probe an instance.</summary>
    /// <param name="instance">The instance.</param>
    public Prober(Instance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        Instance = instance;
        if (instance.Statement is { } statement)
        {
            _conclusion = CompiledFormula.Compile(statement.VariableNames, statement.Conclusion);
            _hypothesis = CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis);
        }
    }

    /// <summary>The instance.</summary>
    public Instance Instance { get; }

    /// <summary>The first confirmed counterexample, or null.</summary>
    public ConfirmedWitness? Witness { get; private set; }

    /// <summary>
    /// Measures a point. The margin of a conclusion that enclosures at the point cannot decide is reported as zero, whatever
    /// rounding errors made of it. That of a conclusion which certainly fails, where nobody can say that the hypothesis fails as well, is
    /// reported as no closer to zero than <see cref="LeastSuspicion"/>: a suspicion must not pass for a rounding error.
    /// </summary>
    /// <param name="point">The coordinates.</param>
    public Measurement Measure(ReadOnlySpan<double> point)
    {
        Measurement measured = Instance.Measure(point);
        if (!measured.IsSuspicious || Instance.Statement is null)
        {
            return measured;
        }

        Rational[] exact = Array.ConvertAll(point.ToArray(), Rational.FromDouble);
        if (_conclusion!.DecideAt(exact) != Truth.False)
        {
            return measured with { Conclusion = 0 };
        }

        if (Witness is null && _confirmationsLeft-- > 0)
        {
            Witness = WitnessRounding.Confirm(Instance, point);
        }

        return Witness is null && measured.Conclusion > LeastSuspicion && MayMeetHypotheses(exact)
            ? measured with { Conclusion = LeastSuspicion }
            : measured;
    }

    private bool MayMeetHypotheses(Rational[] point)
    {
        Statement statement = Instance.Statement!;
        Dictionary<string, Rational> values = statement.VariableNames.Zip(point).ToDictionary(p => p.First, p => p.Second);
        return statement.Variables.All(v => v.Admits(values[v.Name]))
            && statement.MatrixBounds.All(b => b.HoldsAt(name => values[name]))
            && _hypothesis!.DecideAt(point) != Truth.False;
    }

    /// <summary>Replaces the witness by a simpler one, if the given point yields one.</summary>
    /// <param name="point">A candidate.</param>
    /// <returns>True when the witness was replaced.</returns>
    public bool TryReplaceWitness(ReadOnlySpan<double> point)
    {
        ConfirmedWitness? simpler = Instance.Statement is not null && Instance.Measure(point).IsSuspicious
            ? WitnessRounding.Confirm(Instance, point)
            : null;
        Witness = simpler ?? Witness;
        return simpler is not null;
    }
}
