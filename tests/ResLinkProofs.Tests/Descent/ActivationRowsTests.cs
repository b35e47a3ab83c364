using System.Numerics;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Tests.Descent;

public class ActivationRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(37)]
    public void At_slope_zero_the_bits_are_those_of_relu(int length)
    {
        CheckBits(Row<double>(length));
        CheckBits(Row<float>(length));

        static void CheckBits<T>(T[] row)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var positive = Array.ConvertAll(row, z => z > T.Zero ? z : T.Zero);
            Assert.Equal(Bits(ActivationRows.Sum<T>(positive, T.One)), Bits(ActivationRows.Sum<T>(row, T.Zero)));
            var gate = (T[])row.Clone();
            ActivationRows.Gate(gate, -T.One, T.Zero);
            Assert.Equal(row.Select(z => Bits(z > T.Zero ? -T.One : T.Zero)), gate.Select(Bits));
            var (y, dx) = (new T[row.Length], new T[row.Length]);
            RowMath.Activate<T>(y, row, T.Zero);
            Assert.Equal(positive.Select(Bits), y.Select(Bits));
            RowMath.ActivateDerivative<T>(dx, Array.ConvertAll(row, _ => -T.One), row, T.Zero);
            Assert.Equal(gate.Select(Bits), dx.Select(Bits));
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(-0.5)]
    [InlineData(1)]
    public void Every_slope_gives_its_function_and_derivative(double slope)
    {
        var row = Row<double>(37);
        Assert.Equal(row.Sum(z => z > 0 ? z : slope * z), ActivationRows.Sum<double>(row, slope), 1e-12);
        var (gate, y, dx) = ((double[])row.Clone(), new double[row.Length], new double[row.Length]);
        ActivationRows.Gate(gate, 3, slope);
        Assert.Equal(row.Select(z => z > 0 ? 3 : 3 * slope), gate);
        RowMath.Activate<double>(y, row, slope);
        Assert.Equal(row.Select(z => z > 0 ? z : slope * z), y);
        RowMath.ActivateDerivative<double>(dx, gate, row, slope);
        Assert.Equal(row.Select(z => z > 0 ? 3 : 3 * slope * slope), dx);
    }

    private static string Bits<T>(T value)
        where T : IFloatingPointIeee754<T> => T.IsNegative(value) ? $"-{-value:R}" : $"+{value:R}";

    // Normals with both zeros among them.
    private static T[] Row<T>(int length)
        where T : IFloatingPointIeee754<T>
    {
        var stream = new RandomStream(5, (ulong)length);
        return [.. Enumerable.Range(0, length).Select(i => i % 11 == 3 ? T.Zero : i % 11 == 7 ? T.NegativeZero : T.CreateChecked(stream.NextGaussian()))];
    }
}
