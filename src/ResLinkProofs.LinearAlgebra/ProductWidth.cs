using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>The instruction width a product runs on. It changes the time, never a bit of the result.</summary>
public enum ProductWidth
{
    /// <summary>One element at a time, by <see cref="Math.FusedMultiplyAdd(double, double, double)"/>; runs everywhere.</summary>
    Scalar,

    /// <summary>256-bit registers with fused multiply-add (AVX2 and FMA).</summary>
    Vector256,

    /// <summary>512-bit registers with fused multiply-add (AVX-512).</summary>
    Vector512,
}

/// <summary>Which widths this process can run on at full speed.</summary>
public static class ProductWidths
{
    /// <summary>The widest width that the hardware, and the runtime's switches, accelerate.</summary>
    public static ProductWidth Widest =>
        IsSupported(ProductWidth.Vector512) ? ProductWidth.Vector512
        : IsSupported(ProductWidth.Vector256) ? ProductWidth.Vector256
        : ProductWidth.Scalar;

    /// <summary>Whether <paramref name="width"/> is accelerated in this process.</summary>
    /// <param name="width">The width asked about.</param>
    public static bool IsSupported(ProductWidth width) => width switch
    {
        ProductWidth.Scalar => true,
        ProductWidth.Vector256 => System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated && Fma.IsSupported,
        ProductWidth.Vector512 => System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        _ => throw new ArgumentOutOfRangeException(nameof(width), width, "The vector width must be Scalar, Vector256 or Vector512."),
    };
}
