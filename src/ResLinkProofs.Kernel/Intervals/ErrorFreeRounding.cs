using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals;

/// <summary>
/// Directed rounding on any IEEE 754 hardware: the operation rounded to nearest, then one step outward when the exact residual
/// (TwoSum, or a fused multiply-add) lies on the wrong side. Downward rounding is upward rounding of the opposite, which also
/// reproduces the signs of zero of the hardware modes: x + (-x) is -0 downward and +0 upward.
/// </summary>
public static class ErrorFreeRounding
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>2^-960: a product or dividend at least this large has a residual that is a multiple of 2^-1074, hence exact.</summary>
    private const double ExactResidual = 1.0261342003245941e-289;

    /// <summary>2^1023: above it the TwoSum of finite numbers could overflow inside.</summary>
    private const double Large = 8.98846567431158e307;

    /// <summary>The sum, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double AddDown(double a, double b) => -AddUp(-a, -b);

    /// <summary>The sum, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double AddUp(double a, double b)
    {
        double sum = a + b;
        if (!(Math.Abs(sum) < Large))
            return AddUpLarge(a, b, sum);
        double part = sum - a;
        double error = (a - (sum - part)) + (b - part);
        return error > 0 ? Math.BitIncrement(sum) : sum;
    }

    /// <summary>The product, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double MultiplyDown(double a, double b) => -MultiplyUp(-a, b);

    /// <summary>The product, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double MultiplyUp(double a, double b)
    {
        double product = a * b;
        double size = Math.Abs(product);
        if (!(size >= ExactResidual && size <= double.MaxValue))
            return MultiplyUpExtreme(a, b, product);
        return Math.FusedMultiplyAdd(a, b, -product) > 0 ? Math.BitIncrement(product) : product;
    }

    /// <summary>The quotient, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double DivideDown(double a, double b) => -DivideUp(-a, b);

    /// <summary>The quotient, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double DivideUp(double a, double b)
    {
        double quotient = a / b;
        double size = Math.Abs(quotient);
        if (!(size >= ExactResidual && size <= double.MaxValue && Math.Abs(a) >= ExactResidual))
            return DivideUpExtreme(a, b, quotient);
        double residual = Math.FusedMultiplyAdd(-quotient, b, a);
        return (b > 0 ? residual > 0 : residual < 0) ? Math.BitIncrement(quotient) : quotient;
    }

    /// <summary>The square root, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double SqrtUp(double a)
    {
        double root = Math.Sqrt(a);
        if (a >= ExactResidual)
            return Math.FusedMultiplyAdd(-root, root, a) > 0 ? Math.BitIncrement(root) : root;
        // 2^400 is an even power: the scaled root is the root scaled by 2^200, and roots are never subnormal.
        return a > 0 ? Math.ScaleB(SqrtUp(Math.ScaleB(a, 400)), -200) : root;
    }

    /// <summary>The square root, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double SqrtDown(double a)
    {
        double root = Math.Sqrt(a);
        if (a >= ExactResidual)
            return Math.FusedMultiplyAdd(-root, root, a) < 0 ? Math.BitDecrement(root) : root;
        return a > 0 ? Math.ScaleB(SqrtDown(Math.ScaleB(a, 400)), -200) : root;
    }

    // The larger operand first: then sum - larger is exact (Dekker), and no step can overflow.
    private static double AddUpLarge(double a, double b, double sum)
    {
        if (!double.IsFinite(sum))
            return sum == double.NegativeInfinity && double.IsFinite(a) && double.IsFinite(b) ? -double.MaxValue : sum;
        double larger = Math.Abs(a) >= Math.Abs(b) ? a : b;
        double smaller = Math.Abs(a) >= Math.Abs(b) ? b : a;
        return smaller - (sum - larger) > 0 ? Math.BitIncrement(sum) : sum;
    }

    // Both factors scaled to [1, 2): the residual of the scaled problem has the same sign and cannot underflow.
    private static double MultiplyUpExtreme(double a, double b, double product)
    {
        if (a == 0 || b == 0 || !double.IsFinite(a) || !double.IsFinite(b))
            return product;
        if (double.IsInfinity(product))
            return product < 0 ? -double.MaxValue : product;
        if (product == 0)
            return (a < 0) == (b < 0) ? double.Epsilon : -0.0;
        int exponentA = Math.ILogB(a), exponentB = Math.ILogB(b);
        double residual = Math.FusedMultiplyAdd(
            Math.ScaleB(a, -exponentA), Math.ScaleB(b, -exponentB), -Math.ScaleB(product, -(exponentA + exponentB)));
        return residual > 0 ? Math.BitIncrement(product) : product;
    }

    private static double DivideUpExtreme(double a, double b, double quotient)
    {
        if (a == 0 || b == 0 || !double.IsFinite(a) || !double.IsFinite(b))
            return quotient;
        if (double.IsInfinity(quotient))
            return quotient < 0 ? -double.MaxValue : quotient;
        if (quotient == 0)
            return (a < 0) == (b < 0) ? double.Epsilon : -0.0;
        int exponentA = Math.ILogB(a), exponentB = Math.ILogB(b);
        double residual = Math.FusedMultiplyAdd(
            -Math.ScaleB(quotient, exponentB - exponentA), Math.ScaleB(b, -exponentB), Math.ScaleB(a, -exponentA));
        return (b > 0 ? residual > 0 : residual < 0) ? Math.BitIncrement(quotient) : quotient;
    }
}
