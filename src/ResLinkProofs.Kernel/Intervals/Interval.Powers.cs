using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Square, square root and integer powers.</content>
public readonly partial struct Interval
{
    /// <summary>All x^2: unlike x * x it knows that both factors are the same number. Tightest.</summary>
    /// <param name="value">Any interval.</param>
    [MethodImpl(Inline)]
    public static Interval Square(Interval value)
    {
        if (value.Lower >= 0)
            return new(DirectedRounding.MultiplyDown(value.Lower, value.Lower), DirectedRounding.MultiplyUp(value.Upper, value.Upper), default);
        if (value.Upper <= 0)
            return new(DirectedRounding.MultiplyDown(value.Upper, value.Upper), DirectedRounding.MultiplyUp(value.Lower, value.Lower), default);
        if (value.IsEmpty)
            return Empty;
        double magnitude = Math.Max(-value.Lower, value.Upper);
        return new(0.0, DirectedRounding.MultiplyUp(magnitude, magnitude), default);
    }

    /// <summary>All square roots of the non-negative members; empty when there are none. Tightest.</summary>
    /// <param name="value">Any interval.</param>
    [MethodImpl(Inline)]
    public static Interval Sqrt(Interval value) => value.Upper >= 0
        ? new(value.Lower > 0 ? DirectedRounding.SqrtDown(value.Lower) : 0.0, DirectedRounding.SqrtUp(value.Upper), default)
        : Empty;

    /// <summary>
    /// All x^n; x^0 is 1 everywhere, and a negative power of zero does not exist. Endpoints are products rounded outward:
    /// exact when the power is a double of at most 53 bits along the way, otherwise a few units in the last place wide.
    /// </summary>
    /// <param name="value">Any interval.</param>
    /// <param name="exponent">Any integer.</param>
    public static Interval Pow(Interval value, int exponent)
    {
        if (value.IsEmpty)
            return Empty;
        if (exponent == 0)
            return One;
        if (exponent < 0)
            return PowNegative(value, -(long)exponent);
        if (exponent == 1)
            return value;
        if (exponent == 2)
            return Square(value);
        return PowPositive(value, exponent);
    }

    private static Interval PowPositive(Interval value, long exponent)
    {
        bool odd = (exponent & 1) != 0;
        if (value.Lower >= 0)
            return new(PowerDown(value.Lower, exponent), PowerUp(value.Upper, exponent), default);
        if (value.Upper <= 0)
        {
            Interval mirrored = new(PowerDown(-value.Upper, exponent), PowerUp(-value.Lower, exponent), default);
            return odd ? -mirrored : mirrored;
        }

        return odd
            ? new(-PowerUp(-value.Lower, exponent), PowerUp(value.Upper, exponent), default)
            : new(0.0, PowerUp(Math.Max(-value.Lower, value.Upper), exponent), default);
    }

    private static Interval PowNegative(Interval value, long exponent)
    {
        // The powers of a non-zero number are never rounded up to zero, so an endpoint 0 below a positive one loses no member.
        // For odd exponents a pole at an interior zero makes the result the whole line, as in division.
        Interval power = PowPositive(value, exponent);
        if ((exponent & 1) == 0 || !(value.Lower < 0 && value.Upper > 0))
            return Reciprocal(power);
        return Entire;
    }

    /// <summary>x^n for x &gt;= 0, n >= 1 rounded downward by binary powering; monotone in x because every step is.</summary>
    private static double PowerDown(double x, long n)
    {
        double result = 1.0;
        for (; ; )
        {
            if ((n & 1) != 0)
                result = DirectedRounding.MultiplyDown(result, x);
            n >>= 1;
            if (n == 0 || result == 0)
                return result;
            x = DirectedRounding.MultiplyDown(x, x);
        }
    }

    private static double PowerUp(double x, long n)
    {
        double result = 1.0;
        for (; ; )
        {
            if ((n & 1) != 0)
                result = DirectedRounding.MultiplyUp(result, x);
            n >>= 1;
            if (n == 0 || result == 0)
                return result;
            x = DirectedRounding.MultiplyUp(x, x);
        }
    }
}
