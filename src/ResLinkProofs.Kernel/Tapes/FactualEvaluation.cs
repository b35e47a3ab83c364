using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// The natural interval extension over those points of a box at which certain facts hold: every slot is cut down by what is known of it, and an
/// operation is undefined only where its operand may be, after that.
/// </summary>
public static class FactualEvaluation
{
    /// <summary>Fills every slot with an enclosure of its value at the points of the box at which the facts hold.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="box">One nonempty interval per variable of the tape.</param>
    /// <param name="facts">An enclosure of what is known of each slot; the whole line for nothing.</param>
    /// <param name="nonZero">Marks of the slots that are known not to be zero; receives the marks of those for which that follows.</param>
    /// <param name="slots">Receives <see cref="Tape.Length"/> enclosures.</param>
    /// <returns>False when the facts hold nowhere in the box.</returns>
    public static bool Run(Tape tape, ReadOnlySpan<Interval> box, ReadOnlySpan<Interval> facts, Span<bool> nonZero, Span<Interval> slots)
    {
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        for (int k = 0; k < instructions.Length; k++)
        {
            Instruction step = instructions[k];
            Interval value = step.Operation switch
            {
                Operation.Literal => tape.LiteralEnclosures[step.Left],
                Operation.Variable => box[step.Left],
                Operation.Pi => Interval.Pi,
                _ when step.Right >= 0 => tape.Binary(k).Enclose(slots[step.Left], slots[step.Right], nonZero[step.Right]),
                _ => tape.Unary(k).Enclose(slots[step.Left], nonZero[step.Left]),
            };
            if (EntropyProduct.OperandOf(instructions, step) is >= 0 and var operand && nonZero[operand] && slots[operand].Lower >= 0)
            {
                value = value.Intersect(EntropyProduct.Enclose(slots[operand]));
            }

            slots[k] = value.Intersect(facts[k]);
            nonZero[k] = nonZero[k] || !slots[k].Contains(0.0) || IsNonZeroByOperands(step, nonZero);
            if (slots[k].IsEmpty || (nonZero[k] && slots[k] is { Lower: 0, Upper: 0 }))
            {
                return false;
            }
        }

        return true;
    }

    // These are defined at all real numbers; of an undefined operation nothing follows.
    private static bool IsNonZeroByOperands(Instruction step, ReadOnlySpan<bool> nonZero) => step.Operation switch
    {
        Operation.Negate or Operation.Abs => nonZero[step.Left],
        Operation.Power => step.Exponent >= 0 && nonZero[step.Left],
        Operation.Multiply => nonZero[step.Left] && nonZero[step.Right],
        _ => false,
    };
}
