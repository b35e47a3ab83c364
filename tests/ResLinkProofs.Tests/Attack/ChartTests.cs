using ResLinkProofs.Attack.Charts;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using Xunit;

namespace ResLinkProofs.Tests.Attack;

public class ChartTests
{
    private const double Radius = 0.3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_place_of_the_spectral_chart_lies_in_the_ball(int d)
    {
        var chart = new SpectralBallChart(d, 2, Radius);
        var stream = new RandomStream(1, (ulong)d);
        double[] place = new double[2 * d * d], point = new double[2 * d * d];
        double largest = 0;
        for (int k = 0; k < 50; k++)
        {
            stream.FillGaussian(place);
            chart.ToPoint(place, point);
            largest = Math.Max(largest, Norm(d, point));
            Assert.True(Norm(d, point) <= Radius * (1 + 1e-14));
        }

        Assert.True(largest > 0.9 * Radius); // the boundary is within reach
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(1e-3)]
    public void Entering_and_returning_gives_the_point_back(double share)
    {
        const int D = 4;
        double[] point = Draw(D, share * Radius), place = new double[2 * D * D], back = new double[2 * D * D];
        var chart = new SpectralBallChart(D, 2, Radius);
        chart.Enter(point, place);
        chart.ToPoint(place, back);
        Assert.All(Enumerable.Range(0, back.Length), i => Assert.Equal(point[i], back[i], 1e-15));
    }

    [Fact]
    public void A_point_of_the_boundary_is_entered_a_little_inside()
    {
        double[] point = Draw(3, Radius), place = new double[18], back = new double[18];
        var chart = new SpectralBallChart(3, 2, Radius);
        chart.Enter(point, place);
        chart.ToPoint(place, back);
        Assert.InRange(Norm(3, back) / Radius, 0.97, 0.99);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Pulled_back_gradients_agree_with_differences(int d)
    {
        // f(point) = <c, point> + |point|^2, so that its gradient depends on the point.
        int n = 2 * d * d;
        var chart = new SpectralBallChart(d, 2, Radius);
        var stream = new RandomStream(3, (ulong)d);
        double[] place = new double[n], c = new double[n], direction = new double[n], point = new double[n], gradient = new double[n];
        foreach (double[] values in new[] { place, c, direction })
        {
            stream.FillGaussian(values);
        }

        double At(double t)
        {
            chart.ToPoint(place.Zip(direction, (x, v) => x + (t * v)).ToArray(), point);
            return OrderedSum.Dot(c, point) + OrderedSum.Dot(point, point);
        }

        double difference = (At(1e-5) - At(-1e-5)) / 2e-5;
        _ = At(0);
        chart.PullBack(point.Zip(c, (x, w) => w + (2 * x)).ToArray(), gradient);
        Assert.Equal(difference, OrderedSum.Dot(gradient, direction), 1e-8);
        Assert.NotEqual(0, difference, 1e-4); // the comparison means something
    }

    [Fact]
    public void A_box_is_never_left()
    {
        var chart = new BoxChart([0, -1], [1e6, 1]);
        double[] place = new double[2], point = new double[2];
        chart.Enter([3, 0], place);
        chart.ToPoint(place, point);
        Assert.Equal([3, 0], point);
        chart.ToPoint([1e300, -1e300], point);
        Assert.Equal([1e6, -1], point);
    }

    private static double[] Draw(int d, double norm)
    {
        double[] point = new double[2 * d * d];
        new RandomStream(2, 0).FillGaussian(point);
        for (int part = 0; part < 2; part++)
        {
            Span<double> matrix = point.AsSpan(part * d * d, d * d);
            double factor = norm / DenseMatrix.FromRows(d, d, matrix).SpectralNorm();
            foreach (ref double entry in matrix)
            {
                entry *= factor;
            }
        }

        return point;
    }

    private static double Norm(int d, double[] point) => Math.Max(
        DenseMatrix.FromRows(d, d, point.AsSpan(0, d * d)).SpectralNorm(), DenseMatrix.FromRows(d, d, point.AsSpan(d * d)).SpectralNorm());
}
