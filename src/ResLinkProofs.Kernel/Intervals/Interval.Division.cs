using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Quotient, reciprocal and the reverse of multiplication.</content>
public readonly partial struct Interval
{
    /// <summary>
    /// The hull of all x / y with y != 0. A divisor that contains zero and other numbers gives an unbounded result (the whole line when
    /// zero is interior and the dividend is not [0, 0]); the divisor [0, 0] gives the empty set.
    /// </summary>
    [MethodImpl(Inline)]
    public static Interval operator /(Interval left, Interval right)
    {
        if (right.Lower > 0)
        {
            return new(
                DirectedRounding.DivideDown(left.Lower, left.Lower >= 0 ? right.Upper : right.Lower),
                DirectedRounding.DivideUp(left.Upper, left.Upper >= 0 ? right.Lower : right.Upper),
                default);
        }

        if (right.Upper < 0)
        {
            return new(
                DirectedRounding.DivideDown(left.Upper, left.Upper >= 0 ? right.Upper : right.Lower),
                DirectedRounding.DivideUp(left.Lower, left.Lower >= 0 ? right.Lower : right.Upper),
                default);
        }

        return DivideByZero(left, right);
    }

    /// <summary>The hull of all 1 / x with x != 0.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Reciprocal(Interval value) => One / value;

    /// <summary>
    /// The set { x : x * d = n for some d in <paramref name="denominator"/>, n in <paramref name="numerator"/> }, as at most two pieces in
    /// ascending order: what a contractor for a product needs to know of one factor.
    /// </summary>
    /// <param name="numerator">Set of products.</param>
    /// <param name="denominator">Set of the other factor; it may contain zero.</param>
    /// <returns>Two disjoint pieces when zero splits the set; otherwise the second is empty, and both are when nothing qualifies.</returns>
    public static (Interval First, Interval Second) DivideExtended(Interval numerator, Interval denominator)
    {
        if (numerator.IsEmpty || denominator.IsEmpty)
            return (Empty, Empty);
        if (!(denominator.Lower <= 0 && denominator.Upper >= 0))
            return (numerator / denominator, Empty);
        if (numerator.Lower <= 0 && numerator.Upper >= 0)
            return (Entire, Empty); // d = 0 allows every x

        // Zero is a divisor but not a product: it splits the line between the quotients by the negative and by the positive divisors.
        Interval byNegative = denominator.Lower < 0 ? numerator / new Interval(denominator.Lower, -0.0, default) : Empty;
        Interval byPositive = denominator.Upper > 0 ? numerator / new Interval(0.0, denominator.Upper, default) : Empty;
        (Interval low, Interval high) = numerator.Lower > 0 ? (byNegative, byPositive) : (byPositive, byNegative);
        return low.IsEmpty ? (high, Empty) : (low, high);
    }

    // right contains zero, or is empty.
    private static Interval DivideByZero(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty || (right.Lower == 0 && right.Upper == 0))
            return Empty;
        if (left.Lower == 0 && left.Upper == 0)
            return Zero;
        if ((right.Lower < 0 && right.Upper > 0) || (left.Lower < 0 && left.Upper > 0))
            return Entire;
        if (right.Lower < 0)
            (left, right) = (-left, -right);
        // Now right = [0, b] with b > 0, and left does not change sign.
        return left.Lower >= 0
            ? new(DirectedRounding.DivideDown(left.Lower, right.Upper), double.PositiveInfinity, default)
            : new(double.NegativeInfinity, DirectedRounding.DivideUp(left.Upper, right.Upper), default);
    }
}
