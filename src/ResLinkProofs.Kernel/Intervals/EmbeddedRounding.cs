using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ResLinkProofs.Kernel.Intervals;

/// <summary>Directed rounding by AVX-512 instructions that carry their rounding mode. To be called only where <see cref="Avx512F.IsSupported"/>.</summary>
internal static class EmbeddedRounding
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    internal static double AddDown(double a, double b) =>
        Avx512F.AddScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double AddUp(double a, double b) =>
        Avx512F.AddScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double MultiplyDown(double a, double b) =>
        Avx512F.MultiplyScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double MultiplyUp(double a, double b) =>
        Avx512F.MultiplyScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double DivideDown(double a, double b) =>
        Avx512F.DivideScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double DivideUp(double a, double b) =>
        Avx512F.DivideScalar(Scalar(a), Scalar(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double SqrtDown(double a) =>
        Avx512F.SqrtScalar(Scalar(a), Scalar(a), FloatRoundingMode.ToNegativeInfinity).ToScalar();

    [MethodImpl(Inline)]
    internal static double SqrtUp(double a) =>
        Avx512F.SqrtScalar(Scalar(a), Scalar(a), FloatRoundingMode.ToPositiveInfinity).ToScalar();

    [MethodImpl(Inline)]
    private static Vector128<double> Scalar(double x) => Vector128.CreateScalarUnsafe(x);
}
