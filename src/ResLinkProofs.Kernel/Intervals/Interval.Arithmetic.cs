using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Sum, difference and product, each the tightest enclosure.</content>
public readonly partial struct Interval
{
    /// <summary>Sum.</summary>
    [MethodImpl(Inline)]
    public static Interval operator +(Interval left, Interval right) =>
        new(DirectedRounding.AddDown(left.Lower, right.Lower), DirectedRounding.AddUp(left.Upper, right.Upper), default);

    /// <summary>Difference. The operands are independent: x - x is [0, 0] only for a point.</summary>
    [MethodImpl(Inline)]
    public static Interval operator -(Interval left, Interval right) =>
        new(DirectedRounding.SubtractDown(left.Lower, right.Upper), DirectedRounding.SubtractUp(left.Upper, right.Lower), default);

    /// <summary>Opposite.</summary>
    [MethodImpl(Inline)]
    public static Interval operator -(Interval value) => new(-value.Upper, -value.Lower, default);

    /// <summary>Product; zero times an unbounded set is [0, 0].</summary>
    [MethodImpl(Inline)]
    public static Interval operator *(Interval left, Interval right)
    {
        // The signs of the operands tell which products are the extremes; only two mixed signs need all four.
        double lower, upper;
        if (left.Lower >= 0)
        {
            lower = DirectedRounding.MultiplyDown(right.Lower >= 0 ? left.Lower : left.Upper, right.Lower);
            upper = DirectedRounding.MultiplyUp(right.Upper >= 0 ? left.Upper : left.Lower, right.Upper);
        }
        else if (left.Upper <= 0)
        {
            lower = DirectedRounding.MultiplyDown(right.Upper >= 0 ? left.Lower : left.Upper, right.Upper);
            upper = DirectedRounding.MultiplyUp(right.Lower >= 0 ? left.Upper : left.Lower, right.Lower);
        }
        else if (right.Lower >= 0)
        {
            lower = DirectedRounding.MultiplyDown(left.Lower, right.Upper);
            upper = DirectedRounding.MultiplyUp(left.Upper, right.Upper);
        }
        else if (right.Upper <= 0)
        {
            lower = DirectedRounding.MultiplyDown(left.Upper, right.Lower);
            upper = DirectedRounding.MultiplyUp(left.Lower, right.Lower);
        }
        else
        {
            lower = Math.Min(
                DirectedRounding.MultiplyDown(left.Lower, right.Upper), DirectedRounding.MultiplyDown(left.Upper, right.Lower));
            upper = Math.Max(DirectedRounding.MultiplyUp(left.Lower, right.Lower), DirectedRounding.MultiplyUp(left.Upper, right.Upper));
        }

        // NaN arises from the empty set and from 0 * infinity.
        return lower <= upper ? new(lower, upper, default) : MultiplyUnbounded(left, right);
    }

    private static Interval MultiplyUnbounded(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return Empty;
        double lower = double.PositiveInfinity, upper = double.NegativeInfinity;
        foreach (double x in (ReadOnlySpan<double>)[left.Lower, left.Upper])
        {
            foreach (double y in (ReadOnlySpan<double>)[right.Lower, right.Upper])
            {
                bool zero = x == 0 || y == 0;
                lower = Math.Min(lower, zero ? 0 : DirectedRounding.MultiplyDown(x, y));
                upper = Math.Max(upper, zero ? 0 : DirectedRounding.MultiplyUp(x, y));
            }
        }

        return new(lower, upper, default);
    }
}
