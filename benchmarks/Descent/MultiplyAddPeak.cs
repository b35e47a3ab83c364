using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResLinkProofs.Benchmarks.Descent;

/// <summary>What the machine's multiply-add units reach when nothing else is asked of them: twelve independent chains in registers.</summary>
internal static class MultiplyAddPeak
{
    private const int Steps = 2_000_000;

    /// <summary>GFLOP/s of so many threads together, the best of five tries.</summary>
    public static double Measure<T>(int threads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wide = Vector512.IsHardwareAccelerated;
        var lanes = wide ? Vector512<T>.Count : Vector256<T>.Count;
        double best = 0;
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Parallel.For(0, threads, _ => Sink = wide ? double.CreateChecked(Chains512<T>()) : double.CreateChecked(Chains256<T>()));
            best = Math.Max(best, 2.0 * 12 * lanes * Steps * threads / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        return best;
    }

    // Keeps the chains from being removed.
    private static double Sink { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Chains512<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector512<T> x = Vector512.Create(T.CreateChecked(0.999)), y = Vector512.Create(T.CreateChecked(0.001));
        Vector512<T> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, k = y, l = y, m = y, n = y;
        for (var i = 0; i < Steps; i++)
        {
            (a, b, c, d) = (Fused(a, x, y), Fused(b, x, y), Fused(c, x, y), Fused(d, x, y));
            (e, f, g, h) = (Fused(e, x, y), Fused(f, x, y), Fused(g, x, y), Fused(h, x, y));
            (k, l, m, n) = (Fused(k, x, y), Fused(l, x, y), Fused(m, x, y), Fused(n, x, y));
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + k + l + m + n);

        static Vector512<T> Fused(Vector512<T> p, Vector512<T> q, Vector512<T> r) => typeof(T) == typeof(double)
            ? Vector512.FusedMultiplyAdd(p.As<T, double>(), q.As<T, double>(), r.As<T, double>()).As<double, T>()
            : Vector512.FusedMultiplyAdd(p.As<T, float>(), q.As<T, float>(), r.As<T, float>()).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Chains256<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector256<T> x = Vector256.Create(T.CreateChecked(0.999)), y = Vector256.Create(T.CreateChecked(0.001));
        Vector256<T> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, k = y, l = y, m = y, n = y;
        for (var i = 0; i < Steps; i++)
        {
            (a, b, c, d) = (Fused(a, x, y), Fused(b, x, y), Fused(c, x, y), Fused(d, x, y));
            (e, f, g, h) = (Fused(e, x, y), Fused(f, x, y), Fused(g, x, y), Fused(h, x, y));
            (k, l, m, n) = (Fused(k, x, y), Fused(l, x, y), Fused(m, x, y), Fused(n, x, y));
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + k + l + m + n);

        static Vector256<T> Fused(Vector256<T> p, Vector256<T> q, Vector256<T> r) => typeof(T) == typeof(double)
            ? Vector256.FusedMultiplyAdd(p.As<T, double>(), q.As<T, double>(), r.As<T, double>()).As<double, T>()
            : Vector256.FusedMultiplyAdd(p.As<T, float>(), q.As<T, float>(), r.As<T, float>()).As<float, T>();
    }
}
