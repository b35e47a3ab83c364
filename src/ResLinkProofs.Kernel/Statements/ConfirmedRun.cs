using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A rational point from which a recurrence provably violates its conclusion at one step: every z_t up to that step is enclosed by
/// outward-rounded intervals, each from the one before. Only <see cref="TryConfirm"/> makes one, so holding one is holding a refutation.
/// </summary>
public sealed class ConfirmedRun : Refutation
{
    private ConfirmedRun(RecurrenceStatement statement, IReadOnlyList<Rational> point, int step, Interval margin)
        : base(statement.VariableNames, point, margin) => (Statement, Step) = (statement, step);

    /// <summary>The refuted statement.</summary>
    public RecurrenceStatement Statement { get; }

    /// <summary>The t at which the conclusion fails.</summary>
    public int Step { get; }

    /// <summary>Confirms a suspected violation.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="point">One value per variable, in order.</param>
    /// <param name="step">The t at which the conclusion seems to fail, from the statement's first to its last step.</param>
    /// <returns>The run, or null when some part could not be confirmed.</returns>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates, or the
    /// statement claims nothing at that step.</exception>
    public static ConfirmedRun? TryConfirm(RecurrenceStatement statement, IReadOnlyList<Rational> point, int step)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(point);
        Rational[] own = [.. point]; // what is checked is what is kept, whatever the caller's list does
        if (own.Length != statement.Variables.Count)
        {
            throw new ArgumentException($"{own.Length} coordinates for {statement.Variables.Count} variables.", nameof(point));
        }

        if (step < statement.FirstStep || step > statement.LastStep)
        {
            throw new ArgumentOutOfRangeException(
                nameof(step), step, $"The conclusion is claimed at steps {statement.FirstStep} to {statement.LastStep}.");
        }

        if (!SatisfiesHypothesis(statement, own) || EncloseRun(statement, own, step) is not { } box)
        {
            return null;
        }

        var conclusion = CompiledFormula.Compile(statement.ConclusionNames, statement.Conclusion);
        return conclusion.Decide(box) == Truth.False ? new ConfirmedRun(statement, own, step, conclusion.MarginOver(box)) : null;
    }

    private static bool SatisfiesHypothesis(RecurrenceStatement statement, IReadOnlyList<Rational> point)
    {
        var values = statement.VariableNames.Zip(point).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        return statement.Variables.All(v => v.Admits(values[v.Name]))
            && CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis).DecideAt(point) == Truth.True
            && statement.MatrixBounds.All(bound => bound.HoldsAt(name => values[name]));
    }

    // Enclosures of the variables, of z_step and of z_{step-1}, in this order; null where a step may be undefined.
    private static Interval[]? EncloseRun(RecurrenceStatement statement, IReadOnlyList<Rational> point, int step)
    {
        Interval[] variables = [.. point.Select(Interval.Enclose)];
        Tape initial = Tape.Compile(statement.VariableNames, [.. statement.Components.Select(c => c.Initial)]);
        Tape next = Tape.Compile(statement.StateNames, [.. statement.Components.Select(c => c.Next)]);
        if (Enclose(initial, variables) is not { } state)
        {
            return null;
        }

        Interval[] previous = state;
        for (int t = 0; t < step; t++)
        {
            previous = state;
            if (Enclose(next, [.. variables, .. state]) is not { } moved)
            {
                return null;
            }

            state = moved;
        }

        return [.. variables, .. state, .. previous];
    }

    // The outputs of a tape over a box, or null unless every one of them is certainly defined and bounded.
    private static Interval[]? Enclose(Tape tape, Interval[] box)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        bool[] defined = Definedness.Of(tape, slots);
        var outputs = new Interval[tape.Outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            int slot = tape.Outputs[i];
            if (!defined[slot] || !slots[slot].IsBounded)
            {
                return null;
            }

            outputs[i] = slots[slot];
        }

        return outputs;
    }
}
