using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// x log x, whose factors have no useful enclosures near zero while it tends to zero itself: it decreases from 0 to -1/e at 1/e, and increases from there on.
/// </summary>
internal static class EntropyProduct
{
    private const double BelowTurn = 0.3678794411714423, AboveTurn = 0.3678794411714424; // 1/e = 0.36787944117144232...

    /// <summary>The slot x of an instruction x log x or (log x) x; -1 for any other.</summary>
    public static int OperandOf(ReadOnlySpan<Instruction> instructions, Instruction step)
    {
        if (step.Operation != Operation.Multiply)
        {
            return -1;
        }

        Instruction left = instructions[step.Left], right = instructions[step.Right];
        return right.Operation == Operation.Log && right.Left == step.Left ? step.Left
            : left.Operation == Operation.Log && left.Left == step.Right ? step.Right
            : -1;
    }

    /// <summary>An enclosure of x log x over the positive numbers of an interval.</summary>
    /// <param name="operand">An interval with positive numbers; no others count.</param>
    public static Interval Enclose(Interval operand)
    {
        double low = operand.Lower, high = operand.Upper;
        Interval atLow = low > 0 ? At(low) : Interval.Zero, atHigh = double.IsFinite(high) ? At(high) : new Interval(0, double.PositiveInfinity);
        double least = high <= BelowTurn ? atHigh.Lower : low >= AboveTurn ? atLow.Lower : -AboveTurn;
        return new Interval(least, Math.Max(atLow.Upper, atHigh.Upper));
    }

    private static Interval At(double x) => Interval.Point(x) * Interval.Log(Interval.Point(x));
}
