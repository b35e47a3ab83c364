using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>Matrices of Frobenius norm at most a radius.</summary>
internal sealed class FrobeniusBallSet(Rational radius) : ParameterSet
{
    private readonly double _radius = radius.ToDouble();

    internal override double Scale => _radius;

    public override string Describe(string name) => $"|{name}| ≤ {radius}";

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) => (-radius, radius);

    internal override Formula Assumption(Term[,] entries) =>
        entries.Length == 1 ? Formula.True : TermMatrix.Sum(entries.Cast<Term>().Select(Term.Square)) <= radius * radius;

    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        MatrixShapes.Draw(stream, coordinates, rows, columns);
        Norms.SetLength(coordinates, _radius * Inside * MatrixShapes.Share(stream));
    }

    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
        if (Norms.Length(coordinates) > _radius * Inside)
        {
            Norms.SetLength(coordinates, _radius * Inside);
        }
    }

    internal override Chart CreateChart(int rows, int columns) => new BallChart(rows * columns, _radius * Inside);
}
