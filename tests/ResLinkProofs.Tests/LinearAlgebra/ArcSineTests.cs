using System.Runtime.Intrinsics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Tests.LinearAlgebra;

public sealed class ArcSineTests
{
    // Rounded to nearest from 50 digits.
    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.25, 0.25268025514207865)]
    [InlineData(0.5, 0.5235987755982989)]
    [InlineData(0.75, 0.848062078981481)]
    [InlineData(0.984375, 1.3937886405068658)]
    [InlineData(0.9999999999, 1.5707821846586878)]
    [InlineData(1.0, 1.5707963267948966)]
    [InlineData(1e-300, 1e-300)]
    public void Known_values_within_two_ulp(double x, double expected)
    {
        double ulp = Math.BitIncrement(expected) - expected;
        Assert.InRange(ArcSine.Evaluate(x), expected - 2 * ulp, expected + 2 * ulp);
        Assert.Equal(-ArcSine.Evaluate(x), ArcSine.Evaluate(-x));
    }

    [Fact]
    public void Agrees_with_the_platform_within_four_ulp_and_every_lane_alike()
    {
        System.Random random = new(4);
        double worst = 0, control = 0;
        for (int i = 0; i < 100_000; i++)
        {
            double x = (i % 3) switch
            {
                0 => 2 * random.NextDouble() - 1,
                1 => 1 - Math.Pow(10, -16 * random.NextDouble()),
                _ => (random.NextDouble() - 0.5) * Math.Pow(10, -10 * random.NextDouble()),
            };
            double y = ArcSine.Evaluate(x), reference = Math.Asin(x), ulp = Math.BitIncrement(Math.Abs(reference)) - Math.Abs(reference);
            worst = Math.Max(worst, Math.Abs(y - reference) / ulp);
            control = Math.Max(control, Math.Abs(y * (1 + 1e-15) - reference) / ulp);
            Assert.Equal(Vector512.Create(y), ArcSine.Evaluate(Vector512.Create(x)));
        }

        Assert.True(worst <= 4, $"{worst} ulp");
        Assert.True(control > 4, "an error of 1e-15 went unnoticed");
    }

    [Fact]
    public void Outside_the_domain_there_is_no_value()
    {
        Assert.True(double.IsNaN(ArcSine.Evaluate(1.0000000000000002)));
        Assert.True(double.IsNaN(ArcSine.Evaluate(double.NaN)));
    }

    [Fact]
    public void Sums_keep_their_order()
    {
        System.Random random = new(5);
        double[] x = new double[37], y = new double[37], chains = new double[8];
        for (int i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = (random.NextDouble(), random.NextDouble());
            chains[i % 8] = Math.FusedMultiplyAdd(x[i], y[i], chains[i % 8]);
        }

        double joined = ((chains[0] + chains[4]) + (chains[2] + chains[6])) + ((chains[1] + chains[5]) + (chains[3] + chains[7]));
        Assert.Equal(joined, OrderedSum.Dot(x, y));
        Assert.NotEqual(joined, x.Zip(y, (p, q) => p * q).Sum());
        Assert.Equal(10, OrderedSum.Of([1, 2, 3, 4]));
        Assert.Equal("right", Assert.Throws<ArgumentException>(() => OrderedSum.Dot(new double[2], new double[3])).ParamName);
    }
}
