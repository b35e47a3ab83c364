using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ResLinkProofs.Kernel.Intervals;

/// <summary>
/// Directed rounding by AVX-512 instructions that carry their rounding mode. To be called only where <see cref="Avx512F.IsSupported"/>.
/// </summary>
public static class EmbeddedRounding
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The sum, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double AddDown(double a, double b) =>
        Avx512F.AddScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    /// <summary>The sum, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double AddUp(double a, double b) =>
        Avx512F.AddScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    /// <summary>The product, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double MultiplyDown(double a, double b) =>
        Avx512F.MultiplyScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    /// <summary>The product, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double MultiplyUp(double a, double b) =>
        Avx512F.MultiplyScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    /// <summary>The quotient, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double DivideDown(double a, double b) =>
        Avx512F.DivideScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    /// <summary>The quotient, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double DivideUp(double a, double b) =>
        Avx512F.DivideScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    /// <summary>The square root, rounded down.</summary>
    [MethodImpl(Inline)]
    public static double SqrtDown(double a) =>
        Avx512F.SqrtScalar(Scalar(a), Scalar(a), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    /// <summary>The square root, rounded up.</summary>
    [MethodImpl(Inline)]
    public static double SqrtUp(double a) =>
        Avx512F.SqrtScalar(Scalar(a), Scalar(a), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    [MethodImpl(Inline)]
    private static Vector128<double> Scalar(double x) => Vector128.CreateScalarUnsafe(x);
}
