using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>Matrices of one Frobenius norm, or all of whose rows have one length.</summary>
internal sealed class SphereSet(Rational radius, bool byRow) : ParameterSet
{
    private readonly double _radius = radius.ToDouble();

    internal override double Scale => _radius;

    public override string Describe(string name) => byRow ? $"rows of {name} of length {radius}" : $"|{name}| = {radius}";

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) => (-radius, radius);

    internal override Formula Assumption(Term[,] entries)
    {
        int length = byRow ? entries.GetLength(1) : entries.Length;
        IEnumerable<Term[]> vectors = entries.Cast<Term>().Select(Term.Square).Chunk(length);
        return Formula.All(vectors.Select(squares => TermMatrix.Sum(squares).EqualTo(radius * radius)));
    }

    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        MatrixShapes.Draw(stream, coordinates, rows, columns);
        if (byRow && rows > 1 && stream.NextInt32(4) == 0) // rows that nearly agree, or nearly are opposite
        {
            double share = Math.ScaleB(1, -stream.NextInt32(20));
            for (int k = columns; k < coordinates.Length; k++)
            {
                coordinates[k] = ((k / columns % 2 == 0 ? 1 : -1) * coordinates[k % columns]) + (share * coordinates[k]);
            }
        }

        Project(coordinates, rows, columns);
    }

    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
        int length = byRow ? columns : coordinates.Length;
        for (int start = 0; start < coordinates.Length; start += length)
        {
            Norms.SetLength(coordinates.Slice(start, length), _radius);
        }
    }

    internal override Chart CreateChart(int rows, int columns) =>
        byRow ? new SphereChart(rows, columns, _radius) : new SphereChart(1, rows * columns, _radius);

    internal override void Snap(Span<Rational> coordinates, int rows, int columns)
    {
        int length = byRow ? columns : coordinates.Length;
        for (int start = 0; start < coordinates.Length; start += length)
        {
            Snap(coordinates.Slice(start, length));
        }
    }

    // Stereographic projection from the far side of the largest coordinate and back: rational points to rational points, and those of the
    // sphere to themselves.
    private void Snap(Span<Rational> x)
    {
        int pole = 0;
        for (int i = 1; i < x.Length; i++)
        {
            pole = x[i] * x[i] > x[pole] * x[pole] ? i : pole;
        }

        bool isNegative = x[pole].Sign < 0;
        Rational distance = radius + (isNegative ? -x[pole] : x[pole]), square = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (i != pole)
            {
                x[i] /= distance;
                square += x[i] * x[i];
            }
        }

        Rational factor = 2 * radius / (Rational.One + square);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] *= factor;
        }

        Rational height = radius * (Rational.One - square) / (Rational.One + square);
        x[pole] = isNegative ? -height : height;
    }
}
