using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResLinkProofs.Descent.Models;

/// <summary>
/// Row operations of f(x) = sum_j sigma(z_j) with sigma(z) = max(z, 0) + alpha min(z, 0). Lane l of a 64-byte register sums elements
/// l, l + L, l + 2L, ... and lanes are then added in pairs, in an order that depends neither on the register width of the machine nor on
/// the thread that does it. At alpha = 0 the added terms are +0, so that finite rows give ReLU's bits.
/// </summary>
internal static class ActivationRows
{
    /// <summary>sum_j sigma(z_j).</summary>
    public static T Sum<T>(ReadOnlySpan<T> row, T negativeSlope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var lanes = Vector512<T>.Count;
        var sum = Vector512<T>.Zero;
        var slope = Vector512.Create(negativeSlope);
        ref var start = ref MemoryMarshal.GetReference(row);
        var whole = row.Length - (row.Length % lanes);
        for (var j = 0; j < whole; j += lanes)
        {
            var z = Vector512.LoadUnsafe(ref start, (nuint)j);
            var positive = Vector512.GreaterThan(z, Vector512<T>.Zero);
            sum += Fused(slope, Vector512.AndNot(z, positive), positive & z);
        }

        Span<T> parts = stackalloc T[lanes];
        sum.CopyTo(parts);
        for (var j = whole; j < row.Length; j++)
            parts[j - whole] += row[j] > T.Zero ? row[j] : T.FusedMultiplyAdd(negativeSlope, row[j], T.Zero);
        for (var half = lanes / 2; half > 0; half /= 2)
        {
            for (var l = 0; l < half; l++)
                parts[l] += parts[l + half];
        }

        return parts[0];
    }

    /// <summary>
    /// Replaces every z_j by sigma'(z_j) times <paramref name="value"/>, with sigma'(0) = alpha: the row of the gradient's gate matrix.
    /// </summary>
    public static void Gate<T>(Span<T> row, T value, T negativeSlope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var lanes = Vector512<T>.Count;
        var below = T.FusedMultiplyAdd(negativeSlope, value, T.Zero);
        var (wide, wideBelow) = (Vector512.Create(value), Vector512.Create(below));
        ref var start = ref MemoryMarshal.GetReference(row);
        var whole = row.Length - (row.Length % lanes);
        for (var j = 0; j < whole; j += lanes)
        {
            var z = Vector512.LoadUnsafe(ref start, (nuint)j);
            Vector512.ConditionalSelect(Vector512.GreaterThan(z, Vector512<T>.Zero), wide, wideBelow).StoreUnsafe(ref start, (nuint)j);
        }

        for (var j = whole; j < row.Length; j++)
            row[j] = row[j] > T.Zero ? value : below;
    }

    private static Vector512<T> Fused<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged =>
        typeof(T) == typeof(double)
            ? Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>()
            : Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
}
