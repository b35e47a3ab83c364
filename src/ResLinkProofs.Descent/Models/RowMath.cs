using System.Numerics;
using System.Runtime.InteropServices;

namespace ResLinkProofs.Descent.Models;

/// <summary>Element-by-element row operations. Each element has its own rounding chain, so the register width does not matter.</summary>
internal static class RowMath
{
    /// <summary>y = y + x.</summary>
    public static void Add<T>(Span<T> y, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wideY = Wide(y);
        var wideX = MemoryMarshal.Cast<T, Vector<T>>(x);
        for (var i = 0; i < wideY.Length; i++)
            wideY[i] += wideX[i];
        for (var i = wideY.Length * Vector<T>.Count; i < y.Length; i++)
            y[i] += x[i];
    }

    /// <summary>y = a x + y with one rounding.</summary>
    public static void AddScaled<T>(Span<T> y, T a, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wideY = Wide(y);
        var wideX = MemoryMarshal.Cast<T, Vector<T>>(x);
        var wide = new Vector<T>(a);
        for (var i = 0; i < wideY.Length; i++)
            wideY[i] = Fused(wide, wideX[i], wideY[i]);
        for (var i = wideY.Length * Vector<T>.Count; i < y.Length; i++)
            y[i] = T.FusedMultiplyAdd(a, x[i], y[i]);
    }

    /// <summary>y = a * b + y, element by element, with one rounding.</summary>
    public static void AddProduct<T>(Span<T> y, ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wideY = Wide(y);
        var wideA = MemoryMarshal.Cast<T, Vector<T>>(a);
        var wideB = MemoryMarshal.Cast<T, Vector<T>>(b);
        for (var i = 0; i < wideY.Length; i++)
            wideY[i] = Fused(wideA[i], wideB[i], wideY[i]);
        for (var i = wideY.Length * Vector<T>.Count; i < y.Length; i++)
            y[i] = T.FusedMultiplyAdd(a[i], b[i], y[i]);
    }

    /// <summary>y = max(x, 0) + alpha min(x, 0).</summary>
    public static void Activate<T>(Span<T> y, ReadOnlySpan<T> x, T negativeSlope)
        where T : unmanaged, IFloatingPointIeee754<T> => ActivateDerivative(y, x, x, negativeSlope);

    /// <summary>dx = dy where x is positive, else alpha dy; the zeros of alpha = 0 are +0.</summary>
    public static void ActivateDerivative<T>(Span<T> dx, ReadOnlySpan<T> dy, ReadOnlySpan<T> x, T negativeSlope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wideDx = Wide(dx);
        var wideDy = MemoryMarshal.Cast<T, Vector<T>>(dy);
        var wideX = MemoryMarshal.Cast<T, Vector<T>>(x);
        var slope = new Vector<T>(negativeSlope);
        for (var i = 0; i < wideDx.Length; i++)
            wideDx[i] = Vector.ConditionalSelect(
                Vector.GreaterThan(wideX[i], Vector<T>.Zero), wideDy[i], Fused(slope, wideDy[i], Vector<T>.Zero));
        for (var i = wideDx.Length * Vector<T>.Count; i < dx.Length; i++)
            dx[i] = x[i] > T.Zero ? dy[i] : T.FusedMultiplyAdd(negativeSlope, dy[i], T.Zero);
    }

    private static Span<Vector<T>> Wide<T>(Span<T> values)
        where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(values);

    private static Vector<T> Fused<T>(Vector<T> a, Vector<T> b, Vector<T> c)
        where T : unmanaged =>
        typeof(T) == typeof(double)
            ? Vector.FusedMultiplyAdd(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>()
            : Vector.FusedMultiplyAdd(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>();
}
