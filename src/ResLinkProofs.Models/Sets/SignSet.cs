using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>Matrices of entries 1 and -1. Descents leave them as they are; the search without derivatives flips them.</summary>
internal sealed class SignSet : ParameterSet
{
    internal override double Scale => 2;

    public override string Describe(string name) => $"entries of {name} in {{-1, 1}}";

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) => (-1, 1);

    internal override Formula Assumption(Term[,] entries) => Formula.All(entries.Cast<Term>().Select(e => Term.Square(e).EqualTo(1)));

    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        MatrixShapes.Draw(stream, coordinates, rows, columns);
        Project(coordinates, rows, columns);
    }

    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
        foreach (ref double coordinate in coordinates)
        {
            coordinate = coordinate < 0 ? -1 : 1;
        }
    }

    internal override Chart CreateChart(int rows, int columns) => new FixedChart(rows * columns);

    internal override void Snap(Span<Rational> coordinates, int rows, int columns)
    {
        foreach (ref Rational coordinate in coordinates)
        {
            coordinate = coordinate.Sign < 0 ? -1 : 1;
        }
    }
}
