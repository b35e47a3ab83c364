using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Models.Sets;

/// <summary>Lengths of vectors and multiples of them.</summary>
internal static class Norms
{
    public static double Length(ReadOnlySpan<double> vector) => Math.Sqrt(OrderedSum.Dot(vector, vector));

    public static void Scale(Span<double> vector, double factor)
    {
        foreach (ref double value in vector)
        {
            value *= factor;
        }
    }

    /// <summary>Gives a vector a length; the zero vector becomes a multiple of the first unit vector.</summary>
    public static void SetLength(Span<double> vector, double length)
    {
        double current = Length(vector);
        if (current > 0 && double.IsFinite(current))
        {
            Scale(vector, length / current);
        }
        else
        {
            vector.Clear();
            vector[0] = length;
        }
    }
}
