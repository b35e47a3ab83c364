using System.Globalization;
using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Regions;

/// <summary>A closed range whose ends are decimals: exact, and short to write.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
internal readonly record struct DecimalBounds(Rational Lower, Rational Upper)
{
    private const int Digits = 17;

    /// <summary>1 where nothing in the range is negative, -1 where nothing is positive, else 0.</summary>
    public int Sign => Lower.Sign >= 0 ? 1 : Upper.Sign <= 0 ? -1 : 0;

    /// <summary>True for a single value.</summary>
    public bool IsPoint => Lower == Upper;

    /// <summary>The range between two numbers, rounded outward to 17 significant digits.</summary>
    public static DecimalBounds Around(Rational lower, Rational upper) => new(Down(lower), -Down(-upper));

    /// <summary>A bounded interval, rounded outward to 17 significant digits.</summary>
    public static DecimalBounds Around(Interval interval) =>
        Around(Rational.FromDouble(interval.Lower), Rational.FromDouble(interval.Upper));

    /// <summary>The range as an interval of doubles, rounded outward.</summary>
    public Interval Enclosure() => Interval.Enclose(Lower).Hull(Interval.Enclose(Upper));

    /// <summary>A decimal as a literal of SMT-LIB without a division.</summary>
    /// <param name="value">A rational whose denominator divides a power of ten.</param>
    public static string Write(Rational value)
    {
        int digits = 0;
        BigInteger scaled = BigInteger.Abs(value.Numerator);
        for (BigInteger denominator = value.Denominator; !denominator.IsOne; digits++)
        {
            // One decimal place uses up the factors that the denominator shares with ten, and gains the numerator the others.
            BigInteger common = BigInteger.GreatestCommonDivisor(denominator, 10);
            if (common.IsOne)
            {
                throw new ArgumentException($"{value} is no decimal: its denominator has a factor other than 2 and 5.", nameof(value));
            }

            denominator /= common;
            scaled *= 10 / common;
        }

        string text = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        string magnitude = digits == 0 ? $"{text}.0" : $"{text[..^digits]}.{text[^digits..]}";
        return value.Sign < 0 ? $"(- {magnitude})" : magnitude;
    }

    private static Rational Down(Rational value)
    {
        if (value.Sign == 0)
        {
            return value;
        }

        // The lengths of numerator and denominator give the decimal exponent to within one: only the number of digits depends on it.
        double exponent = ((double)value.Numerator.GetBitLength() - value.Denominator.GetBitLength()) * Math.Log10(2);
        Rational scale = Rational.Pow(10, Digits - 1 - (int)Math.Floor(exponent));
        return Rational.Floor(value * scale) / scale;
    }
}
