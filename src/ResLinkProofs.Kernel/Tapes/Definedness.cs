using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// Tells which slots of an interval evaluation certainly have a value at every point of the box. Enclosures alone do not: the
/// whole line that stands for an undefined root becomes [0, infinity) when it is squared, and looks like a fact.
/// </summary>
public static class Definedness
{
    /// <summary>Marks the slots at which every operation, down to the variables, is defined throughout its operands' enclosures.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="slots">The enclosures that <see cref="IntervalEvaluation.Run"/> computed.</param>
    public static bool[] Of(Tape tape, ReadOnlySpan<Interval> slots)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        var defined = new bool[instructions.Length];
        for (int k = 0; k < instructions.Length; k++)
        {
            ref readonly Instruction step = ref instructions[k];
            defined[k] = step.Operation == Operation.Conditional
                ? Conditional.IsDefined(slots[step.Condition], defined[step.Condition], defined[step.Left], defined[step.Right])
                // An integral is enclosed by bounds only where it has been shown to exist.
                : step.Operation == Operation.Integral ? defined[step.Left] && slots[k].IsBounded
                : Term.IsLeaf(step.Operation) || (defined[step.Left] && (step.Right >= 0
                ? defined[step.Right] && tape.Binary(k).IsDefinedOn(slots[step.Left], slots[step.Right])
                : tape.Unary(k).IsDefinedOn(slots[step.Left]) || IsLogarithmOfExponential(tape, step)));
        }

        return defined;
    }

    // An exponential is positive even where its enclosure ends at zero.
    private static bool IsLogarithmOfExponential(Tape tape, in Instruction step) =>
        step.Operation == Operation.Log && tape.Instructions[step.Left].Operation == Operation.Exp;
}
