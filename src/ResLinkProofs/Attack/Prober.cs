using ResLinkProofs.Claims.Propositions;
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
    private readonly CompiledFormula? _conclusion;
    private int _confirmationsLeft = ConfirmationLimit;

    /// <summary>Prepares to probe an instance.</summary>
    /// <param name="instance">The instance.</param>
    public Prober(Instance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        Instance = instance;
        _conclusion = instance.Statement is { } statement ? CompiledFormula.Compile(statement.VariableNames, statement.Conclusion) : null;
    }

    /// <summary>The instance.</summary>
    public Instance Instance { get; }

    /// <summary>The first confirmed counterexample, or null.</summary>
    public ConfirmedWitness? Witness { get; private set; }

    /// <summary>
    /// Measures a point. The margin of a conclusion that enclosures at the point cannot decide is reported as zero, whatever
    /// rounding errors made of it.
    /// </summary>
    /// <param name="point">The coordinates.</param>
    public Measurement Measure(ReadOnlySpan<double> point)
    {
        Measurement measured = Instance.Measure(point);
        if (!measured.IsSuspicious || Instance.Statement is null)
        {
            return measured;
        }

        if (_conclusion!.DecideAt(Array.ConvertAll(point.ToArray(), Rational.FromDouble)) != Truth.False)
        {
            return measured with { Conclusion = 0 };
        }

        if (Witness is null && _confirmationsLeft-- > 0)
        {
            Witness = WitnessRounding.Confirm(Instance, point);
        }

        return measured;
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
