using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>Matrices whose entries lie in a closed interval.</summary>
internal sealed class BoxSet : ParameterSet
{
    private readonly Rational _least;
    private readonly Rational _largest;
    private readonly double _low;
    private readonly double _high;
    private readonly double[] _simple;

    public BoxSet(Rational least, Rational largest)
    {
        if (largest < least)
        {
            throw new ArgumentException($"The entries from {least} to {largest} are none; exchange the ends.", nameof(largest));
        }

        (_least, _largest) = (least, largest);
        _low = Inward(least, up: true);
        _high = Math.Max(_low, Inward(largest, up: false));
        _simple = [.. new[] { _low, _high, 0, 1, -1, 0.5 }.Where(v => v >= _low && v <= _high)];
    }

    internal override double Scale => Math.Max(_high - _low, double.Epsilon);

    public override string Describe(string name) => $"entries of {name} in [{_least}, {_largest}]";

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) => (_least, _largest);

    // Shapes scaled into the box, corners, and uniform entries.
    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        int kind = stream.NextInt32(4);
        if (kind == 0)
        {
            double scale = Math.Max(Math.Abs(_low), Math.Abs(_high)) * MatrixShapes.Share(stream);
            MatrixShapes.Draw(stream, coordinates, rows, columns);
            foreach (ref double coordinate in coordinates)
            {
                coordinate *= scale;
            }

            Project(coordinates, rows, columns);
            return;
        }

        foreach (ref double coordinate in coordinates)
        {
            bool isSimple = kind == 1 || (kind == 2 && stream.NextInt32(2) == 0);
            coordinate = isSimple ? _simple[stream.NextInt32(_simple.Length)] : _low + ((_high - _low) * stream.NextDouble());
        }

        Project(coordinates, rows, columns);
    }

    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
        foreach (ref double coordinate in coordinates)
        {
            coordinate = Math.Clamp(coordinate, _low, _high);
        }
    }

    internal override Chart CreateChart(int rows, int columns) =>
        new BoxChart([.. Enumerable.Repeat(_low, rows * columns)], [.. Enumerable.Repeat(_high, rows * columns)]);

    internal override void Snap(Span<Rational> coordinates, int rows, int columns)
    {
        foreach (ref Rational coordinate in coordinates)
        {
            coordinate = Rational.Max(_least, Rational.Min(_largest, coordinate));
        }
    }

    // A sample must lie in the exact range.
    private static double Inward(Rational value, bool up)
    {
        double nearest = value.ToDouble();
        return Rational.FromDouble(nearest) == value || (Rational.FromDouble(nearest) > value) == up ? nearest
            : up ? Math.BitIncrement(nearest) : Math.BitDecrement(nearest);
    }
}
