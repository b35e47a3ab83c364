using System.Numerics;

namespace ResLinkProofs.Kernel.Numbers;

/// <summary>
/// Rounding of exact magnitudes to IEEE 754 binary64, shared by rationals and by the multiple-precision elementary functions.
/// </summary>
internal static class BinaryRounding
{
    /// <summary>Exponent of the least significant bit of a subnormal double.</summary>
    private const int SmallestExponent = -1074;

    /// <summary>
    /// Rounds the real number (magnitude + f) * 2^exponent, 0 &lt;= f &lt; 1, with f &gt; 0 exactly when <paramref name="sticky"/>.
    /// </summary>
    /// <param name="magnitude">Non-negative integer; at least 55 bits long whenever <paramref name="sticky"/> is set.</param>
    /// <param name="exponent">Binary exponent of the unit of <paramref name="magnitude"/>.</param>
    /// <param name="sticky">Whether a non-zero fraction below the unit was cut off.</param>
    /// <param name="mode">Direction, for the non-negative number itself.</param>
    internal static double Round(BigInteger magnitude, long exponent, bool sticky, MagnitudeRounding mode)
    {
        if (magnitude.IsZero && !sticky)
            return 0.0;
        long length = magnitude.IsZero ? 0 : (long)magnitude.GetBitLength();
        long unit = Math.Max(length + exponent - 53, SmallestExponent);
        long shift = unit - exponent;
        if (sticky && shift < 2)
            throw new ArgumentException($"magnitude has {length} bits; a sticky fraction needs at least 55", nameof(magnitude));

        BigInteger kept;
        bool half = false, below = sticky;
        if (shift <= 0)
        {
            kept = magnitude << (int)-shift;
        }
        else if (shift > length + 1)
        {
            kept = BigInteger.Zero;
            below = true;
        }
        else
        {
            kept = magnitude >> (int)shift;
            BigInteger cut = magnitude - (kept << (int)shift);
            BigInteger midpoint = BigInteger.One << (int)(shift - 1);
            half = cut >= midpoint;
            below |= half ? cut != midpoint : !cut.IsZero;
        }

        bool up = mode switch
        {
            MagnitudeRounding.AwayFromZero => half || below,
            MagnitudeRounding.NearestEven => half && (below || !kept.IsEven),
            _ => false,
        };
        if (up)
            kept += BigInteger.One;

        if (unit > 971 || (unit == 971 && kept.GetBitLength() > 53))
            return mode == MagnitudeRounding.TowardZero ? double.MaxValue : double.PositiveInfinity;
        // kept <= 2^53 and the result is representable: both steps are exact.
        return Math.ScaleB((double)(long)kept, (int)unit);
    }

    /// <summary>
    /// Splits a finite non-zero double into sign, odd-or-even 53-bit magnitude and exponent: |value| = magnitude * 2^exponent.
    /// </summary>
    internal static (bool Negative, long Magnitude, int Exponent) Split(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        return biased == 0
            ? (bits < 0, fraction, SmallestExponent)
            : (bits < 0, fraction | (1L << 52), biased - 1075);
    }
}

/// <summary>Direction in which the magnitude of a number is rounded.</summary>
internal enum MagnitudeRounding
{
    /// <summary>Largest double not above the magnitude.</summary>
    TowardZero,

    /// <summary>Smallest double (or infinity) not below the magnitude.</summary>
    AwayFromZero,

    /// <summary>Nearest double, ties to even.</summary>
    NearestEven,
}
