using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResLinkProofs.Descent.Models;

/// <summary>
/// Row operations of f(x) = sum_j ReLU(z_j). Lane l of a 64-byte register sums elements l, l + L, l + 2L, ... and lanes are then added in
/// pairs, in an order that depends neither on the register width of the machine nor on the thread that does it.
/// </summary>
internal static class ReluRows
{
    /// <summary>sum_j max(z_j, 0).</summary>
    public static T Sum<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var lanes = Vector512<T>.Count;
        var sum = Vector512<T>.Zero;
        ref var start = ref MemoryMarshal.GetReference(row);
        var whole = row.Length - (row.Length % lanes);
        for (var j = 0; j < whole; j += lanes)
        {
            var z = Vector512.LoadUnsafe(ref start, (nuint)j);
            sum += Vector512.GreaterThan(z, Vector512<T>.Zero) & z;
        }

        Span<T> parts = stackalloc T[lanes];
        sum.CopyTo(parts);
        for (var j = whole; j < row.Length; j++)
            parts[j - whole] += row[j] > T.Zero ? row[j] : T.Zero;
        for (var half = lanes / 2; half > 0; half /= 2)
        {
            for (var l = 0; l < half; l++)
                parts[l] += parts[l + half];
        }

        return parts[0];
    }

    /// <summary>Replaces every positive z_j by <paramref name="value"/> and every other by 0: the row of the gradient's gate matrix.</summary>
    public static void Gate<T>(Span<T> row, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var lanes = Vector512<T>.Count;
        var wide = Vector512.Create(value);
        ref var start = ref MemoryMarshal.GetReference(row);
        var whole = row.Length - (row.Length % lanes);
        for (var j = 0; j < whole; j += lanes)
        {
            var z = Vector512.LoadUnsafe(ref start, (nuint)j);
            (Vector512.GreaterThan(z, Vector512<T>.Zero) & wide).StoreUnsafe(ref start, (nuint)j);
        }

        for (var j = whole; j < row.Length; j++)
            row[j] = row[j] > T.Zero ? value : T.Zero;
    }
}
