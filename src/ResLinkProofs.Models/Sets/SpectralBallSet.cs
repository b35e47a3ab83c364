using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>Matrices of spectral norm at most a radius.</summary>
internal sealed class SpectralBallSet(Rational radius) : ParameterSet
{
    private readonly double _radius = radius.ToDouble();

    internal override double Scale => _radius;

    public override string Describe(string name) => $"|{name}|₂ ≤ {radius}";

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) => (-radius, radius);

    internal override SpectralBound Bound(string name, int rows, int columns) =>
        new(name, [.. Enumerable.Range(0, rows).Select(i => Row(name, i, columns))], radius);

    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        MatrixShapes.Draw(stream, coordinates, rows, columns);
        double norm = Norm(coordinates, rows, columns);
        Norms.Scale(coordinates, norm > 0 ? _radius * Inside * MatrixShapes.Share(stream) / norm : 1);
    }

    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
        double norm = Norm(coordinates, rows, columns);
        if (norm > _radius * Inside)
        {
            Norms.Scale(coordinates, _radius * Inside / norm);
        }
    }

    internal override Chart CreateChart(int rows, int columns) => new RectangularSpectralBallChart(rows, columns, _radius * Inside);

    private static string[] Row(string name, int row, int columns) =>
        [.. Enumerable.Range(0, columns).Select(j => Names.Entry(name, row, j))];

    private static double Norm(ReadOnlySpan<double> matrix, int rows, int columns) =>
        DenseMatrix.FromRows(rows, columns, matrix).SpectralNorm();
}
