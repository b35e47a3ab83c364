using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>All matrices; entries are drawn up to the order of 100.</summary>
internal sealed class EverySet : ParameterSet
{
    internal override double Scale => 1;

    public override string Describe(string name) => "";

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) => (null, null);

    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        MatrixShapes.Draw(stream, coordinates, rows, columns);
        double factor = stream.NextInt32(2) == 0 ? 1 : Math.ScaleB(1, 6 - stream.NextInt32(14));
        foreach (ref double coordinate in coordinates)
        {
            coordinate *= factor;
        }
    }

    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
    }

    internal override Chart CreateChart(int rows, int columns) => new FreeChart(rows * columns);
}
