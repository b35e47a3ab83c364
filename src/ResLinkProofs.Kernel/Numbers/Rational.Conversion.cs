using System.Globalization;
using System.Numerics;

namespace ResLinkProofs.Kernel.Numbers;

/// <content>Conversion from and to doubles and text.</content>
public readonly partial struct Rational
{
    /// <summary>
    /// Largest decimal exponent (in absolute value) that <see cref="Parse"/> accepts; keeps a short text from asking for a huge number.
    /// </summary>
    private const int LargestDecimalExponent = 100_000;

    /// <summary>The exact value of a finite double.</summary>
    /// <param name="exactFinite">Any finite double; it is taken at its exact binary value (0.1 is not one tenth).</param>
    /// <exception cref="ArgumentException">NaN or an infinity.</exception>
    public static Rational FromDouble(double exactFinite)
    {
        if (!double.IsFinite(exactFinite))
            throw new ArgumentException($"value {exactFinite.ToString(CultureInfo.InvariantCulture)} must be finite", nameof(exactFinite));
        if (exactFinite == 0)
            return Zero;
        (bool negative, long magnitude, int exponent) = BinaryRounding.Split(exactFinite);
        int trailing = BitOperations.TrailingZeroCount(magnitude);
        BigInteger odd = magnitude >> trailing;
        exponent += trailing;
        if (negative)
            odd = -odd;
        return exponent >= 0
            ? new(odd << exponent, BigInteger.One, default)
            : new(odd, BigInteger.One << -exponent, default);
    }

    /// <summary>The nearest double, ties to even; infinite when the magnitude is at least 2^1024 - 2^970.</summary>
    public double ToDouble() => Round(MagnitudeRounding.NearestEven, MagnitudeRounding.NearestEven);

    /// <summary>Largest double (or -infinity) not above this number.</summary>
    public double RoundDown() => Round(MagnitudeRounding.TowardZero, MagnitudeRounding.AwayFromZero);

    /// <summary>Smallest double (or +infinity) not below this number.</summary>
    public double RoundUp() => Round(MagnitudeRounding.AwayFromZero, MagnitudeRounding.TowardZero);

    private double Round(MagnitudeRounding whenPositive, MagnitudeRounding whenNegative)
    {
        if (Sign == 0)
            return 0.0;
        BigInteger numerator = BigInteger.Abs(Numerator), denominator = Denominator;
        // Scale so that the integer quotient has 56 or 57 bits; what is cut off only matters as "something non-zero".
        long scale = 57 - ((long)numerator.GetBitLength() - (long)denominator.GetBitLength());
        if (scale >= 0)
            numerator <<= (int)scale;
        else
            denominator <<= (int)-scale;
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        double magnitude = BinaryRounding.Round(quotient, -scale, !remainder.IsZero, Sign > 0 ? whenPositive : whenNegative);
        return Sign > 0 ? magnitude : -magnitude;
    }

    /// <summary>Reads an integer, a fraction or a decimal, exactly: <c>3</c>, <c>-2/7</c>, <c>0.125</c>, <c>1e-3</c>.</summary>
    /// <param name="text">Optional sign, digits, then optionally <c>/digits</c>, or a fraction part
    /// and a decimal exponent of at most 100000 in absolute value.</param>
    /// <exception cref="FormatException">The text has another form, or the denominator is zero.</exception>
    public static Rational Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out Rational value)
            ? value
            : throw new FormatException($"'{text}' is not a rational number; allowed are forms such as 3, -2/7, 0.125 and 1e-3");
    }

    /// <summary>Like <see cref="Parse"/>, but reports failure by its result.</summary>
    /// <param name="text">Text to read; null is not a number.</param>
    /// <param name="value">The number, or zero on failure.</param>
    public static bool TryParse(string? text, out Rational value)
    {
        value = Zero;
        if (string.IsNullOrEmpty(text))
            return false;
        ReadOnlySpan<char> rest = text;
        bool negative = rest[0] == '-';
        if (negative || rest[0] == '+')
            rest = rest[1..];

        int slash = rest.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryDigits(rest[..slash], out BigInteger numerator) || !TryDigits(rest[(slash + 1)..], out BigInteger denominator)
                || denominator.IsZero)
                return false;
            value = new Rational(negative ? -numerator : numerator, denominator);
            return true;
        }

        int exponent = 0;
        int mark = rest.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(rest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is < -LargestDecimalExponent or > LargestDecimalExponent)
                return false;
            rest = rest[..mark];
        }

        int point = rest.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? rest : rest[..point];
        ReadOnlySpan<char> fraction = point < 0 ? [] : rest[(point + 1)..];
        if (point >= 0 && fraction.IsEmpty)
            return false;
        if (!TryDigits(string.Concat(whole, fraction), out BigInteger digits) || whole.IsEmpty)
            return false;
        if (negative)
            digits = -digits;
        long power = (long)exponent - fraction.Length;
        value = power >= 0
            ? digits * BigInteger.Pow(10, (int)power)
            : new Rational(digits, BigInteger.Pow(10, (int)-power));
        return true;
    }

    /// <summary><c>n/d</c> in lowest terms, or <c>n</c> for an integer.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    private static bool TryDigits(ReadOnlySpan<char> text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
