using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Intervals.Elementary;

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
            return new(
                DirectedRounding.MultiplyDown(value.Lower, value.Lower), DirectedRounding.MultiplyUp(value.Upper, value.Upper), default);
        if (value.Upper <= 0)
            return new(
                DirectedRounding.MultiplyDown(value.Upper, value.Upper), DirectedRounding.MultiplyUp(value.Lower, value.Lower), default);
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

    /// <summary>All x^n; x^0 is 1 everywhere, and a negative power of zero does not exist. Tightest.</summary>
    /// <param name="value">Any interval.</param>
    /// <param name="exponent">Any integer.</param>
    public static Interval Pow(Interval value, int exponent)
    {
        if (value.IsEmpty)
            return Empty;
        return exponent switch
        {
            0 => One,
            1 => value,
            2 => Square(value),
            > 0 => PowPositive(value, exponent),
            -1 => Reciprocal(value),
            _ => PowNegative(value, -(long)exponent),
        };
    }

    private static Interval PowPositive(Interval value, long exponent)
    {
        bool odd = (exponent & 1) != 0;
        if (value.Lower >= 0)
            return Increasing(value.Lower, value.Upper, exponent);
        if (value.Upper <= 0)
        {
            Interval mirrored = Increasing(-value.Upper, -value.Lower, exponent);
            return odd ? -mirrored : mirrored;
        }

        return odd
            ? new(-ElementaryPoint.Power(-value.Lower, exponent).Upper, ElementaryPoint.Power(value.Upper, exponent).Upper, default)
            : new(0.0, ElementaryPoint.Power(Math.Max(-value.Lower, value.Upper), exponent).Upper, default);
    }

    private static Interval PowNegative(Interval value, long exponent)
    {
        if (value.Lower == 0 && value.Upper == 0)
            return Empty;
        bool odd = (exponent & 1) != 0;
        if (value.Lower >= 0)
            return Decreasing(value.Lower, value.Upper, exponent);
        if (value.Upper <= 0)
        {
            Interval mirrored = Decreasing(-value.Upper, -value.Lower, exponent);
            return odd ? -mirrored : mirrored;
        }

        // A pole inside: both signs of infinity for odd exponents, as in division.
        return odd
            ? Entire
            : new(ElementaryPoint.ReciprocalPower(Math.Max(-value.Lower, value.Upper), exponent).Lower, double.PositiveInfinity, default);
    }

    // Powers of [lower, upper], 0 <= lower.
    private static Interval Increasing(double lower, double upper, long exponent)
    {
        Endpoints low = ElementaryPoint.Power(lower, exponent);
        return new(low.Lower, lower == upper ? low.Upper : ElementaryPoint.Power(upper, exponent).Upper, default);
    }

    private static Interval Decreasing(double lower, double upper, long exponent)
    {
        Endpoints high = ElementaryPoint.ReciprocalPower(lower, exponent);
        return new(lower == upper ? high.Lower : ElementaryPoint.ReciprocalPower(upper, exponent).Lower, high.Upper, default);
    }
}
