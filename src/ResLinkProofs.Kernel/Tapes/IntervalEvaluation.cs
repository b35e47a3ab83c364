using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// The natural interval extension of a tape. Where an operation may be undefined somewhere on its operand (division by an
/// interval with zero, root of a partly negative interval, ...) its slot becomes the whole line, so that no conclusion can
/// rest on points at which the expression has no value.
/// </summary>
public static class IntervalEvaluation
{
    /// <summary>Fills every slot with an enclosure of its value over the box.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="box">One nonempty interval per variable of the tape.</param>
    /// <param name="slots">Receives <see cref="Tape.Length"/> enclosures.</param>
    /// <param name="granted">Marks operations that have a value wherever it matters: enclosed are
    /// their values on the rest of the operand. A marked product is u log u with u positive. None by default.</param>
    public static void Run(Tape tape, ReadOnlySpan<Interval> box, Span<Interval> slots, ReadOnlySpan<bool> granted = default)
    {
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        ReadOnlySpan<Interval> literals = tape.LiteralEnclosures;
        slots = slots[..instructions.Length];
        for (int k = 0; k < instructions.Length; k++)
        {
            ref readonly Instruction step = ref instructions[k];
            slots[k] = step.Operation switch
            {
                Operation.Literal => literals[step.Left],
                Operation.Variable => box[step.Left],
                Operation.Pi => Interval.Pi,
                // The three that are never undefined and most frequent, without a call.
                Operation.Add => slots[step.Left] + slots[step.Right],
                Operation.Subtract => slots[step.Left] - slots[step.Right],
                Operation.Multiply when granted.IsEmpty || !granted[k] => slots[step.Left] * slots[step.Right],
                Operation.Multiply => TimesLogarithm(slots[instructions[tape.LogarithmTimes(k)].Left]),
                Operation.Conditional => Conditional.Enclose(slots[step.Condition], slots[step.Left], slots[step.Right]),
                Operation.Integral => tape.Integral(k).Enclose(slots),
                _ when !granted.IsEmpty && granted[k] => step.Right >= 0
                    ? tape.Binary(k).EncloseInDomain(slots[step.Left], slots[step.Right])
                    : tape.Unary(k).EncloseInDomain(slots[step.Left]),
                _ => step.Right >= 0
                    ? tape.Binary(k).Enclose(slots[step.Left], slots[step.Right])
                    : tape.Unary(k).Enclose(slots[step.Left]),
            };
        }
    }

    // Over the positive part of the operand; the whole line where there is none, which then holds no point that matters.
    private static Interval TimesLogarithm(Interval operand)
    {
        Interval image = Interval.TimesLog(operand);
        return image.IsEmpty ? Interval.Entire : image;
    }
}
