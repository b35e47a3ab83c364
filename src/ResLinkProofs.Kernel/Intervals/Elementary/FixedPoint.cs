using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// An enclosure [Lower, Upper] * 2^-Places of a real number: the currency of the multiple-precision elementary functions, which settle the
/// arguments that the double-double path cannot decide.
/// </summary>
internal readonly record struct FixedPoint(BigInteger Lower, BigInteger Upper, int Places)
{
    /// <summary>
    /// Precisions tried in turn. Each step is tried only if the last was too coarse to decide; 128 places settle nearly every argument.
    /// </summary>
    internal static ReadOnlySpan<int> Ladder => [128, 256, 512, 1024];

    /// <summary>The enclosure value +- error, in units of 2^-places.</summary>
    internal static FixedPoint Around(BigInteger value, BigInteger error, int places) => new(value - error, value + error, places);

    /// <summary>A double as a multiple of 2^-places, cut off downward; exact when its last bit is at or above 2^-places.</summary>
    internal static BigInteger Truncate(double value, int places)
    {
        if (value == 0)
            return BigInteger.Zero;
        (bool negative, long magnitude, int exponent) = BinaryRounding.Split(value);
        BigInteger signed = negative ? -magnitude : magnitude;
        int shift = exponent + places;
        return shift >= 0 ? signed << shift : signed >> -shift;
    }

    /// <summary>The enclosure of the opposite number.</summary>
    public static FixedPoint operator -(FixedPoint value) => new(-value.Upper, -value.Lower, value.Places);

    /// <summary>The tightest doubles around this enclosure times 2^exponent.</summary>
    internal Endpoints Round(int exponent = 0) => new(RoundDown(Lower, exponent - Places), -RoundDown(-Upper, exponent - Places));

    /// <summary>floor(value / divisor) for a positive divisor.</summary>
    internal static BigInteger FloorDivide(BigInteger value, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(value, divisor, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - BigInteger.One : quotient;
    }

    /// <summary>Largest integer whose square is not above <paramref name="value"/> (>= 0).</summary>
    internal static BigInteger SquareRoot(BigInteger value)
    {
        if (value.Sign <= 0)
            return value.IsZero ? value : throw new ArgumentOutOfRangeException(nameof(value), "must not be negative");
        // Newton's iteration from above decreases to the floor of the root; the start is a double estimate made too large on purpose.
        int shift = (int)Math.Max(0, (long)value.GetBitLength() - 100) & ~1;
        BigInteger root = ((BigInteger)(Math.Sqrt((double)(value >> shift)) * (1 + 1e-12)) + 2) << (shift / 2);
        for (; ; )
        {
            BigInteger next = (root + value / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    private static double RoundDown(BigInteger value, int exponent) => value.Sign >= 0
        ? BinaryRounding.Round(value, exponent, sticky: false, MagnitudeRounding.TowardZero)
        : -BinaryRounding.Round(-value, exponent, sticky: false, MagnitudeRounding.AwayFromZero);
}
