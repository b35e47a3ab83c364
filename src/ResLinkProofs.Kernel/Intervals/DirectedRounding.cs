using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ResLinkProofs.Kernel.Intervals;

/// <summary>
/// The four operations and the square root, each rounded to the nearest double not above (Down) or not below (Up) the exact result,
/// in all cases: subnormal results, overflow, signed zeros and infinities follow IEEE 754 roundTowardNegative and roundTowardPositive.
/// AVX-512 instructions with embedded rounding are used where the hardware has them, error-free transforms elsewhere; the bits agree.
/// </summary>
public static class DirectedRounding
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>a + b rounded downward.</summary>
    [MethodImpl(Inline)]
    public static double AddDown(double a, double b) =>
        Avx512F.IsSupported ? EmbeddedRounding.AddDown(a, b) : ErrorFreeRounding.AddDown(a, b);

    /// <summary>a + b rounded upward.</summary>
    [MethodImpl(Inline)]
    public static double AddUp(double a, double b) =>
        Avx512F.IsSupported ? EmbeddedRounding.AddUp(a, b) : ErrorFreeRounding.AddUp(a, b);

    /// <summary>a - b rounded downward.</summary>
    [MethodImpl(Inline)]
    public static double SubtractDown(double a, double b) => AddDown(a, -b);

    /// <summary>a - b rounded upward.</summary>
    [MethodImpl(Inline)]
    public static double SubtractUp(double a, double b) => AddUp(a, -b);

    /// <summary>a * b rounded downward.</summary>
    [MethodImpl(Inline)]
    public static double MultiplyDown(double a, double b) =>
        Avx512F.IsSupported ? EmbeddedRounding.MultiplyDown(a, b) : ErrorFreeRounding.MultiplyDown(a, b);

    /// <summary>a * b rounded upward.</summary>
    [MethodImpl(Inline)]
    public static double MultiplyUp(double a, double b) =>
        Avx512F.IsSupported ? EmbeddedRounding.MultiplyUp(a, b) : ErrorFreeRounding.MultiplyUp(a, b);

    /// <summary>a / b rounded downward.</summary>
    [MethodImpl(Inline)]
    public static double DivideDown(double a, double b) =>
        Avx512F.IsSupported ? EmbeddedRounding.DivideDown(a, b) : ErrorFreeRounding.DivideDown(a, b);

    /// <summary>a / b rounded upward.</summary>
    [MethodImpl(Inline)]
    public static double DivideUp(double a, double b) =>
        Avx512F.IsSupported ? EmbeddedRounding.DivideUp(a, b) : ErrorFreeRounding.DivideUp(a, b);

    /// <summary>Square root rounded downward; NaN below zero.</summary>
    [MethodImpl(Inline)]
    public static double SqrtDown(double a) =>
        Avx512F.IsSupported ? EmbeddedRounding.SqrtDown(a) : ErrorFreeRounding.SqrtDown(a);

    /// <summary>Square root rounded upward; NaN below zero.</summary>
    [MethodImpl(Inline)]
    public static double SqrtUp(double a) =>
        Avx512F.IsSupported ? EmbeddedRounding.SqrtUp(a) : ErrorFreeRounding.SqrtUp(a);
}
