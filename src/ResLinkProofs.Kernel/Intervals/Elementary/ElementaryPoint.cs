namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// The elementary functions and integer powers at one double: the tightest enclosure (adjacent doubles, or one where the value is exact).
/// By the theorem of Lindemann and Weierstrass the values at non-zero algebraic arguments (other than ln 1 and acos 1) are transcendental,
/// so they are never doubles; powers are compared exactly. Tightest enclosures make the interval functions inclusion isotonic.
/// </summary>
internal static class ElementaryPoint
{
    /// <summary>e^x for any x but NaN.</summary>
    internal static Endpoints Exp(double x)
    {
        if (x == 0)
            return Endpoints.Exact(1);
        if (Math.Abs(x) < 5e-17) // below 2^-54: 1 + x/2 < e^x < 1 + 2x for x > 0, 1 + x < e^x < 1 for x < 0
            return x > 0 ? new(1, Math.BitIncrement(1)) : new(Math.BitDecrement(1), 1);
        if (x > 710) // e^710 > 2^1024
            return new(double.MaxValue, double.PositiveInfinity);
        if (x < -746) // e^-746 < 2^-1075
            return new(0, double.Epsilon);
        if (Math.Abs(x) > 708)
            return FixedPointExponential.Exp(x);
        Endpoints value = DoubleExponential.Exp(x);
        return value.IsTight ? value : FixedPointExponential.Exp(x);
    }

    /// <summary>ln x for x > 0.</summary>
    internal static Endpoints Log(double x)
    {
        if (x == 1)
            return Endpoints.Exact(0);
        if (double.IsPositiveInfinity(x))
            return Endpoints.Exact(x);
        Endpoints value = DoubleExponential.Log(x);
        return value.IsTight ? value : FixedPointExponential.Log(x);
    }

    /// <summary>sin x for finite x.</summary>
    internal static TrigonometricPoint Sin(double x)
    {
        if (Math.Abs(x) > DoubleTrigonometric.Limit)
            return FixedPointTrigonometric.Sin(x);
        if (Math.Abs(x) >= Tiny)
        {
            TrigonometricPoint point = DoubleTrigonometric.Sin(x);
            return point.Value.IsTight ? point : FixedPointTrigonometric.Sin(x);
        }

        return Near(x, Below(x)); // |x| (1 - x^2/6) < |sin x| < |x|
    }

    /// <summary>cos x for finite x.</summary>
    internal static TrigonometricPoint Cos(double x)
    {
        if (Math.Abs(x) > DoubleTrigonometric.Limit)
            return FixedPointTrigonometric.Cos(x);
        if (Math.Abs(x) >= Tiny)
        {
            TrigonometricPoint point = DoubleTrigonometric.Cos(x);
            return point.Value.IsTight ? point : FixedPointTrigonometric.Cos(x);
        }

        return Near(x, x == 0 ? Endpoints.Exact(1) : new(Math.BitDecrement(1), 1)); // 1 - x^2/2 <= cos x < 1
    }

    /// <summary>tan x for finite x.</summary>
    internal static TrigonometricPoint Tan(double x)
    {
        if (Math.Abs(x) > DoubleTrigonometric.Limit)
            return FixedPointTrigonometric.Tan(x);
        if (Math.Abs(x) >= Tiny)
        {
            TrigonometricPoint point = DoubleTrigonometric.Tan(x);
            return point.Value.IsTight ? point : FixedPointTrigonometric.Tan(x);
        }

        return Near(x, Above(x)); // |x| < |tan x| < |x| (1 + x^2/2)
    }

    /// <summary>atan x for any x but NaN.</summary>
    internal static Endpoints Atan(double x)
    {
        if (double.IsInfinity(x))
            return x > 0 ? HalfPi : -HalfPi;
        if (Math.Abs(x) < Tiny)
            return Below(x); // |x| (1 - x^2/3) < |atan x| < |x|
        Endpoints value = DoubleInverse.Atan(x);
        return value.IsTight ? value : FixedPointInverse.Atan(x);
    }

    /// <summary>asin x for |x| &lt;= 1.</summary>
    internal static Endpoints Asin(double x)
    {
        if (Math.Abs(x) < Tiny)
            return Above(x); // |x| < |asin x| < |x| (1 + x^2/5)
        if (Math.Abs(x) == 1)
            return x > 0 ? HalfPi : -HalfPi;
        Endpoints value = DoubleInverse.Asin(x);
        return value.IsTight ? value : FixedPointInverse.Asin(x);
    }

    /// <summary>acos x for |x| &lt;= 1.</summary>
    internal static Endpoints Acos(double x)
    {
        if (Math.Abs(x) == 1)
            return x > 0 ? Endpoints.Exact(0) : new(3.141592653589793, 3.1415926535897936);
        Endpoints value = DoubleInverse.Acos(x);
        return value.IsTight ? value : FixedPointInverse.Acos(x);
    }

    /// <summary>x^n for x >= 0 (possibly infinite) and n >= 1.</summary>
    internal static Endpoints Power(double x, long n)
    {
        if (x == 0 || double.IsInfinity(x))
            return Endpoints.Exact(x);
        return Power(x, n, reciprocal: false);
    }

    /// <summary>x^-n for x >= 0 (possibly infinite) and n >= 1; +infinity at zero.</summary>
    internal static Endpoints ReciprocalPower(double x, long n)
    {
        if (x == 0 || double.IsInfinity(x))
            return Endpoints.Exact(x == 0 ? double.PositiveInfinity : 0);
        return Power(x, n, reciprocal: true);
    }

    private static Endpoints Power(double x, long n, bool reciprocal)
    {
        Endpoints? value = n <= 1024 ? DoublePower.Power(x, (int)n, reciprocal) : null;
        return value is { IsTight: true } tight ? tight : FixedPointPower.Power(x, n, reciprocal);
    }

    /// <summary>2^-28: x^2/2 is then below 2^-57, less than the distance 2^-53 of 1 to its neighbours, relative to any x.</summary>
    private const double Tiny = 3.725290298461914e-09;

    private static Endpoints HalfPi => new(1.5707963267948966, 1.5707963267948968);

    // Quadrant of a number near zero.
    private static TrigonometricPoint Near(double x, Endpoints value) => new(value, x < 0 ? TrigonometricPoint.QuadrantMask : 0);

    // Between x and the next double toward zero.
    private static Endpoints Below(double x)
    {
        if (x == 0)
            return Endpoints.Exact(x);
        return x > 0 ? new(Math.BitDecrement(x), x) : new(x, Math.BitIncrement(x));
    }

    // Between x and the next double away from zero.
    private static Endpoints Above(double x)
    {
        if (x == 0)
            return Endpoints.Exact(x);
        return x > 0 ? new(x, Math.BitIncrement(x)) : new(Math.BitDecrement(x), x);
    }
}
