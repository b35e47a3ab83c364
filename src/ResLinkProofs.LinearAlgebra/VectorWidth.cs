using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>The register width that a product or a sampling loop runs on. It changes the time, never a bit of the result.</summary>
public enum VectorWidth
{
    /// <summary>One element at a time, by <see cref="Math.FusedMultiplyAdd(double, double, double)"/>; runs everywhere.</summary>
    Scalar,

    /// <summary>128-bit registers or their software equivalent, for sampling; products run one element at a time.</summary>
    Bits128,

    /// <summary>256-bit registers with fused multiply-add (AVX2 and FMA).</summary>
    Bits256,

    /// <summary>512-bit registers with fused multiply-add (AVX-512).</summary>
    Bits512,
}

/// <summary>Which widths this process can run on at full speed.</summary>
public static class VectorWidths
{
    /// <summary>The widest width that the hardware, and the runtime's switches, accelerate for products and for sampling alike.</summary>
    public static VectorWidth Widest =>
        IsSupported(VectorWidth.Bits512) ? VectorWidth.Bits512
        : IsSupported(VectorWidth.Bits256) ? VectorWidth.Bits256
        : VectorWidth.Scalar;

    /// <summary>Whether <paramref name="width"/> runs at full speed in this process.</summary>
    /// <param name="width">The width asked about.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is not one of the named values.</exception>
    public static bool IsSupported(VectorWidth width) => width switch
    {
        VectorWidth.Scalar or VectorWidth.Bits128 => true,
        VectorWidth.Bits256 => Vector256.IsHardwareAccelerated && Fma.IsSupported,
        VectorWidth.Bits512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        _ => throw new ArgumentOutOfRangeException(nameof(width), width, "The vector width must be Scalar, Bits128, Bits256 or Bits512."),
    };
}
