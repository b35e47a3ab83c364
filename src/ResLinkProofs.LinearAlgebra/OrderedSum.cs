using System.Runtime.Intrinsics;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// Sums in one fixed order: element i joins chain i mod 8 by a fused multiply-add, and the eight chains meet pairwise. The order is
/// part of the contract, so that the bits do not depend on the width the hardware offers.
/// </summary>
public static class OrderedSum
{
    /// <summary>The number of chains.</summary>
    internal const int Lanes = 8;

    /// <summary>The inner product of two vectors.</summary>
    /// <param name="left">Any length.</param>
    /// <param name="right">The same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"right has {right.Length} elements; it must have as many as left, {left.Length}.", nameof(right));
        }

        Vector512<double> sum = Vector512<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Lanes; i += Lanes)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(left.Slice(i, Lanes)), Vector512.Create(right.Slice(i, Lanes)), sum);
        }

        if (i < left.Length)
        {
            // Zeros in the missing lanes leave their chains as they are.
            Span<double> padded = stackalloc double[2 * Lanes];
            padded.Clear();
            left[i..].CopyTo(padded);
            right[i..].CopyTo(padded[Lanes..]);
            sum = Vector512.FusedMultiplyAdd(Vector512.Create<double>(padded[..Lanes]), Vector512.Create<double>(padded[Lanes..]), sum);
        }

        return Join(sum);
    }

    /// <summary>|u - v|^2 and |u + v|^2 in the order of <see cref="Dot"/>.</summary>
    internal static (double Difference, double Sum) SquaredDifferenceAndSum(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        Vector512<double> difference = Vector512<double>.Zero, sum = Vector512<double>.Zero;
        Span<double> padded = stackalloc double[2 * Lanes];
        for (int i = 0; i < u.Length; i += Lanes)
        {
            scoped ReadOnlySpan<double> left = u[i..], right = v[i..];
            if (left.Length < Lanes)
            {
                padded.Clear();
                left.CopyTo(padded);
                right.CopyTo(padded[Lanes..]);
                left = padded[..Lanes];
                right = padded[Lanes..];
            }

            Vector512<double> x = Vector512.Create(left[..Lanes]), y = Vector512.Create(right[..Lanes]);
            difference = Vector512.FusedMultiplyAdd(x - y, x - y, difference);
            sum = Vector512.FusedMultiplyAdd(x + y, x + y, sum);
        }

        return (Join(difference), Join(sum));
    }

    /// <summary>The sum of the elements of a vector.</summary>
    /// <param name="values">Any length; the empty sum is 0.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            sum += Vector512.Create(values.Slice(i, Lanes));
        }

        if (i < values.Length)
        {
            Span<double> padded = stackalloc double[Lanes];
            padded.Clear();
            values[i..].CopyTo(padded);
            sum += Vector512.Create<double>(padded);
        }

        return Join(sum);
    }

    /// <summary>Adds the eight chains: ((0+4)+(2+6)) + ((1+5)+(3+7)).</summary>
    internal static double Join(Vector512<double> chains) =>
        ((chains[0] + chains[4]) + (chains[2] + chains[6])) + ((chains[1] + chains[5]) + (chains[3] + chains[7]));
}
