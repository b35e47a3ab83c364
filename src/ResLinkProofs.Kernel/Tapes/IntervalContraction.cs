using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// The backward sweep of HC4: given that some slots were narrowed by what is assumed, narrows their operands by inverse operations,
/// down to the variables. An operation that may be undefined on its operand tells nothing about it.
/// </summary>
public static class IntervalContraction
{
    /// <summary>Assumes that the value of one slot lies in a set.</summary>
    /// <param name="slots">The enclosures of all slots.</param>
    /// <param name="narrowed">Marks of the slots that were narrowed.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="values">The set.</param>
    /// <returns>False when no value is left.</returns>
    public static bool Assume(Span<Interval> slots, Span<bool> narrowed, int slot, Interval values)
    {
        Interval before = slots[slot];
        Interval after = before.Intersect(values);
        if (after.Lower > before.Lower || after.Upper < before.Upper)
        {
            slots[slot] = after;
            narrowed[slot] = true;
        }

        return !after.IsEmpty;
    }

    /// <summary>Sweeps from the last slot to the first and narrows the box.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="slots">Enclosures over the box; narrowed in place.</param>
    /// <param name="narrowed">Marks of the slots that <see cref="Assume"/> has narrowed; all false afterwards.</param>
    /// <param name="box">Narrowed in place.</param>
    /// <returns>False when no point of the box satisfies the assumptions.</returns>
    public static bool Run(Tape tape, Span<Interval> slots, Span<bool> narrowed, Span<Interval> box)
    {
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        bool consistent = true;
        for (int k = instructions.Length - 1; k >= 0; k--)
        {
            if (narrowed[k])
            {
                narrowed[k] = false;
                consistent = consistent && NarrowOperands(tape, k, slots, narrowed, box);
            }
        }

        return consistent;
    }

    private static bool NarrowOperands(Tape tape, int k, Span<Interval> slots, Span<bool> narrowed, Span<Interval> box)
    {
        ref readonly Instruction step = ref tape.Instructions[k];
        Interval z = slots[k];
        switch (step.Operation)
        {
            case Operation.Literal:
            case Operation.Pi:
            case Operation.Integral:
                return true; // tells nothing of its arguments; the constant was compared with the assumption when the slot was narrowed
            case Operation.Variable:
                box[step.Left] = z;
                return true;
            case Operation.Conditional:
                return NarrowBranches(step, z, slots, narrowed);
        }

        if (step.Right < 0)
        {
            return Assume(slots, narrowed, step.Left, tape.Unary(k).Preimage(slots[step.Left], z));
        }

        // The second operand is narrowed by what is left of the first.
        BinaryOperator operation = tape.Binary(k);
        return Assume(slots, narrowed, step.Left, operation.PreimageLeft(slots[step.Left], slots[step.Right], z))
            && Assume(slots, narrowed, step.Right, operation.PreimageRight(slots[step.Left], slots[step.Right], z));
    }

    // Only the branch that applies has the value. One that cannot have it does not apply, which tells the sign of the condition.
    private static bool NarrowBranches(in Instruction step, Interval z, Span<Interval> slots, Span<bool> narrowed)
    {
        int branch = Conditional.Branch(slots[step.Condition]);
        bool canBeFirst = branch >= 0 && !slots[step.Left].IsDisjointFrom(z),
            canBeSecond = branch <= 0 && !slots[step.Right].IsDisjointFrom(z);
        if (canBeFirst && canBeSecond)
        {
            return true;
        }

        Interval sign = canBeFirst ? new Interval(0, double.PositiveInfinity) : new Interval(double.NegativeInfinity, 0);
        return (canBeFirst || canBeSecond)
            && Assume(slots, narrowed, step.Condition, sign)
            && Assume(slots, narrowed, canBeFirst ? step.Left : step.Right, z);
    }
}
