using ResLinkProofs.Attack.Optimisation;
using Xunit;

namespace ResLinkProofs.Tests.Attack;

public class LimitedMemoryDescentTests
{
    [Fact]
    public void Finds_the_bottom_of_a_curved_valley()
    {
        double[] place = [-1.2, 1, -1.2, 1];
        (double value, int evaluations, bool converged) = new LimitedMemoryDescent().Minimise(new Valley(-10, 10), place, 400, 1e-9);
        Assert.True(converged);
        Assert.InRange(evaluations, 10, 400);
        Assert.InRange(value, 0, 1e-15);
        Assert.All(place, x => Assert.Equal(1, x, 1e-6));
    }

    [Fact]
    public void Stops_at_the_boundary_where_the_bottom_lies_outside()
    {
        double[] place = [-1.2, 0.2, -1.2, 0.2];
        _ = new LimitedMemoryDescent().Minimise(new Valley(-2, 0.5), place, 400, 1e-9);

        // With x at most 1/2 the valley's lowest point is (1/2, 1/4).
        Assert.Equal([0.5, 0.25, 0.5, 0.25], place.Select(x => Math.Round(x, 6)));
    }

    [Fact]
    public void Spends_no_more_evaluations_than_allowed()
    {
        var valley = new Valley(-10, 10);
        (_, int evaluations, bool converged) = new LimitedMemoryDescent().Minimise(valley, new double[] { -1.2, 1, -1.2, 1 }, 7, 1e-9);
        Assert.Equal(7, evaluations);
        Assert.Equal(7, valley.Evaluations);
        Assert.False(converged);
    }

    /// <summary>Two copies of (1 - x)^2 + 100 (y - x^2)^2 over a box.</summary>
    private sealed class Valley(double lower, double upper) : IDescentObjective
    {
        private readonly double[] _lower = [lower, lower, lower, lower];
        private readonly double[] _upper = [upper, upper, upper, upper];

        public int Evaluations { get; private set; }

        public ReadOnlySpan<double> Lower => _lower;

        public ReadOnlySpan<double> Upper => _upper;

        public double Evaluate(ReadOnlySpan<double> place, Span<double> gradient)
        {
            Evaluations++;
            double sum = 0;
            for (int k = 0; k < place.Length; k += 2)
            {
                double x = place[k], bend = place[k + 1] - (x * x);
                sum += ((1 - x) * (1 - x)) + (100 * bend * bend);
                gradient[k] = (-2 * (1 - x)) - (400 * bend * x);
                gradient[k + 1] = 200 * bend;
            }

            return sum;
        }
    }
}
