using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Models.Values;

/// <summary>
/// Operations entry by entry, many at a time. Every entry is rounded as it would be alone, so that the width changes no bit.
/// </summary>
internal static class EntryLoops
{
    private static readonly int Width = Vector512<double>.Count;

    // Farther outside of [-1, 1] than rounding explains, an inverse cosine is undefined.
    private const double Slack = 1e-12;

    /// <summary>y = factor x.</summary>
    public static void Scale(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        int i = 0;
        for (var f = Vector512.Create(factor); i <= x.Length - Width; i += Width)
        {
            (f * At(x, i)).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = factor * x[i];
        }
    }

    /// <summary>y = factor x + y, rounded once.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        int i = 0;
        for (var f = Vector512.Create(factor); i <= x.Length - Width; i += Width)
        {
            Vector512.FusedMultiplyAdd(f, At(x, i), At(y, i)).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = Math.FusedMultiplyAdd(factor, x[i], y[i]);
        }
    }

    /// <summary>z = x y.</summary>
    public static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
    {
        int i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            (At(x, i) * At(y, i)).CopyTo(z[i..]);
        }

        for (; i < x.Length; i++)
        {
            z[i] = x[i] * y[i];
        }
    }

    /// <summary>y = sqrt x.</summary>
    public static void SquareRoot(ReadOnlySpan<double> x, Span<double> y) => Map(x, y, Vector512.Sqrt);

    /// <summary>y = 1/(2 sqrt x).</summary>
    public static void SquareRootSlope(ReadOnlySpan<double> x, Span<double> y) => Map(x, y, v => Vector512.Create(0.5) / Vector512.Sqrt(v));

    /// <summary>y = 1/x.</summary>
    public static void Reciprocal(ReadOnlySpan<double> x, Span<double> y) => Map(x, y, v => Vector512<double>.One / v);

    /// <summary>y = arccos x, with operands that rounding took out of [-1, 1] moved to its ends; NaN farther outside.</summary>
    public static void ArcCosine(ReadOnlySpan<double> x, Span<double> y) => Map(x, y, v =>
    {
        Vector512<double> inside = Inside(v);
        Vector512<double> sine = Vector512.Max(-Vector512<double>.One, Vector512.Min(Vector512<double>.One, inside));
        return Vector512.Create(Math.PI / 2) - ArcSine.Evaluate(sine) + (inside - inside);
    });

    /// <summary>y = -1/sqrt(1 - x²), likewise.</summary>
    public static void ArcCosineSlope(ReadOnlySpan<double> x, Span<double> y) => Map(x, y, v =>
    {
        Vector512<double> inside = Inside(v);
        return -Vector512<double>.One / Vector512.Sqrt((Vector512<double>.One - inside) * (Vector512<double>.One + inside));
    });

    private static Vector512<double> Inside(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One, size = Vector512.Abs(x);
        Vector512<double> clamped = Vector512.Max(-one, Vector512.Min(one, x));
        Vector512<double> defined = Vector512.LessThanOrEqual(size, Vector512.Create(1 + Slack));
        return Vector512.ConditionalSelect(defined, clamped, Vector512.Create(double.NaN));
    }

    private static Vector512<double> At(ReadOnlySpan<double> x, int i) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(x), (nuint)i);

    private static void Map(ReadOnlySpan<double> x, Span<double> y, Func<Vector512<double>, Vector512<double>> function)
    {
        int i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            function(At(x, i)).CopyTo(y[i..]);
        }

        if (i < x.Length)
        {
            Span<double> rest = stackalloc double[8];
            rest.Fill(1);
            x[i..].CopyTo(rest);
            function(At(rest, 0)).CopyTo(rest);
            rest[..(x.Length - i)].CopyTo(y[i..]);
        }
    }
}
