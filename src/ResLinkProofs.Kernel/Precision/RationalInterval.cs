using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Precision;

/// <summary>
/// A bounded interval with rational ends, for enclosures that are tighter than doubles allow. Sums, differences, products and quotients are
/// exact; <see cref="RoundOutward"/> keeps the ends short.
/// </summary>
public readonly record struct RationalInterval
{
    // Of the numerator or the denominator of an end, in bits: what is longer is left to coarser enclosures.
    private const long LargestBits = 1 << 15;

    /// <summary>The interval from one number to another.</summary>
    /// <param name="lower">The lower end.</param>
    /// <param name="upper">The upper end, not below it.</param>
    /// <exception cref="ArgumentException">The ends are out of order.</exception>
    public RationalInterval(Rational lower, Rational upper) => (Lower, Upper) = lower <= upper
        ? (lower, upper)
        : throw new ArgumentException($"[{lower}, {upper}] is no interval.", nameof(upper));

    /// <summary>The lower end.</summary>
    public Rational Lower { get; }

    /// <summary>The upper end.</summary>
    public Rational Upper { get; }

    /// <summary>One number.</summary>
    public static RationalInterval Point(Rational value) => new(value, value);

    /// <summary>The numbers that differ from zero by at most so much.</summary>
    /// <param name="radius">Not negative.</param>
    public static RationalInterval Around(Rational radius) => new(-radius, radius);

    /// <summary>True when zero lies in it.</summary>
    public bool ContainsZero => Lower.Sign <= 0 && Upper.Sign >= 0;

    /// <summary>The largest absolute value.</summary>
    public Rational Magnitude => Rational.Max(Rational.Abs(Lower), Rational.Abs(Upper));

    /// <summary>The signs of the ends, as an interval: all that a comparison with zero asks for, where doubles would round.</summary>
    public Interval Signs => new(Lower.Sign, Upper.Sign);

    /// <summary>Sum.</summary>
    public static RationalInterval operator +(RationalInterval a, RationalInterval b) => new(a.Lower + b.Lower, a.Upper + b.Upper);

    /// <summary>Difference.</summary>
    public static RationalInterval operator -(RationalInterval a, RationalInterval b) => new(a.Lower - b.Upper, a.Upper - b.Lower);

    /// <summary>The opposite numbers.</summary>
    public static RationalInterval operator -(RationalInterval a) => new(-a.Upper, -a.Lower);

    /// <summary>Product: the extremes are among the products of the ends.</summary>
    public static RationalInterval operator *(RationalInterval a, RationalInterval b)
    {
        Rational p = a.Lower * b.Lower, q = a.Lower * b.Upper, r = a.Upper * b.Lower, s = a.Upper * b.Upper;
        return new(Rational.Min(Rational.Min(p, q), Rational.Min(r, s)), Rational.Max(Rational.Max(p, q), Rational.Max(r, s)));
    }

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">Zero lies in the divisor.</exception>
    public static RationalInterval operator /(RationalInterval a, RationalInterval b) => b.ContainsZero
        ? throw new DivideByZeroException("zero lies in the divisor")
        : a * new RationalInterval(Rational.One / b.Upper, Rational.One / b.Lower);

    /// <summary>A number as an interval.</summary>
    public static implicit operator RationalInterval(Rational value) => Point(value);

    /// <summary>A number as an interval.</summary>
    public static implicit operator RationalInterval(int value) => Point(value);

    /// <summary>The least interval that holds both.</summary>
    public RationalInterval Hull(RationalInterval other) => new(Rational.Min(Lower, other.Lower), Rational.Max(Upper, other.Upper));

    /// <summary>What both have in common, or null for nothing.</summary>
    public RationalInterval? Intersect(RationalInterval other)
    {
        Rational lower = Rational.Max(Lower, other.Lower), upper = Rational.Min(Upper, other.Upper);
        return lower <= upper ? new(lower, upper) : null;
    }

    /// <summary>An interval that holds this one, with ends of at most so many significant bits where they were longer.</summary>
    /// <param name="bits">At least 1.</param>
    /// <returns>Null where an end is so large or so small that it stays long nevertheless.</returns>
    public RationalInterval? RoundOutward(int bits) =>
        Rounded(bits) is var rounded && IsShort(rounded.Lower) && IsShort(rounded.Upper) ? rounded : null;

    /// <summary>As <see cref="RoundOutward"/>, however long the ends stay: within an operation, whose operands are short.</summary>
    /// <param name="bits">At least 1.</param>
    internal RationalInterval Rounded(int bits) => new(RoundDown(Lower, bits), -RoundDown(-Upper, bits));

    /// <summary>The tightest doubles around it.</summary>
    public Interval ToInterval() => new(Lower.RoundDown(), Upper.RoundUp());

    // At most the value; itself where it is short already.
    private static Rational RoundDown(Rational value, int bits)
    {
        long numerator = (long)value.Numerator.GetBitLength(), denominator = (long)value.Denominator.GetBitLength();
        if (numerator <= bits && denominator <= bits)
        {
            return value;
        }

        int shift = (int)(bits - numerator + denominator);
        return shift >= 0
            ? new Rational(Rational.Floor(new Rational(value.Numerator << shift, value.Denominator)), BigInteger.One << shift)
            : new Rational(Rational.Floor(new Rational(value.Numerator, value.Denominator << -shift)) << -shift, BigInteger.One);
    }

    private static bool IsShort(Rational value) =>
        value.Numerator.GetBitLength() <= LargestBits && value.Denominator.GetBitLength() <= LargestBits;
}
