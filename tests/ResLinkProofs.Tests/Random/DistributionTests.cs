using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Tests.Random;

/// <summary>
/// Statistics of one fixed seed, each compared with its sampling distribution at six standard errors (or the equivalent level), and each
/// with a control: a defect of a plausible kind must push the same statistic over the same limit.
/// </summary>
public class DistributionTests
{
    private const int Count = 4_000_000;
    private static readonly double[] Sample = Doubles();
    private static readonly double[] SingleSample = Singles();

    public static TheoryData<bool> Precisions => [true, false];

    [Theory]
    [MemberData(nameof(Precisions))]
    public void Moments_to_order_four(bool wide)
    {
        Assert.True(Worst(Of(wide)) < 6);
        Assert.True(Worst(Of(wide).Select(x => x + 0.004)) > 6, "a shifted mean passes");
        Assert.True(Worst(Of(wide).Select(x => x * 1.003)) > 6, "a wrong variance passes");
        Assert.True(Worst(Of(wide).Select(x => Math.Clamp(x, -3.0, 3.0))) > 6, "cut tails pass");

        // Standard errors of the raw moments of a normal: Var x^k = E x^2k - (E x^k)^2 = 1, 2, 15, 96.
        static double Worst(IEnumerable<double> sample)
        {
            double m1 = 0, m2 = 0, m3 = 0, m4 = 0, n = 0;
            foreach (var x in sample)
                (m1, m2, m3, m4, n) = (m1 + x, m2 + (x * x), m3 + (x * x * x), m4 + (x * x * x * x), n + 1);
            double[] z = [m1 / n, ((m2 / n) - 1) / Math.Sqrt(2), m3 / n / Math.Sqrt(15), ((m4 / n) - 3) / Math.Sqrt(96)];
            return z.Max(Math.Abs) * Math.Sqrt(n);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void Kolmogorov_Smirnov(bool wide)
    {
        var sample = Of(wide)[..200_000].ToArray();
        Assert.True(Statistic(sample) < 2.0);
        Assert.True(Statistic([.. sample.Select(x => x * 1.02)]) > 2.0, "a wrong scale passes");
        Assert.True(Statistic([.. sample.Select(x => x > 0 && x < 0.02 ? -x : x)]) > 2.0, "a lopsided centre passes");

        // sqrt(n) D exceeds 2 with probability 2 exp(-8) = 6.7e-4 under the normal distribution.
        static double Statistic(double[] sample)
        {
            Array.Sort(sample);
            double worst = 0;
            for (var i = 0; i < sample.Length; i++)
            {
                var p = MathNet.Numerics.Distributions.Normal.CDF(0, 1, sample[i]);
                worst = Math.Max(worst, Math.Max(p - ((double)i / sample.Length), ((double)(i + 1) / sample.Length) - p));
            }

            return worst * Math.Sqrt(sample.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void Tails_beyond_four_standard_deviations(bool wide)
    {
        var sample = Of(wide);
        foreach (var limit in new[] { 3.0, 4.0, 4.5 })
        {
            var expected = 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -limit) * Count;
            Assert.InRange(sample.Count(x => Math.Abs(x) > limit), expected - (6 * Math.Sqrt(expected)), expected + (6 * Math.Sqrt(expected)));
            Assert.InRange(sample.Count(x => x > limit), (expected / 2) - (6 * Math.Sqrt(expected / 2)), (expected / 2) + (6 * Math.Sqrt(expected / 2)));
        }

        // Control: an Irwin-Hall sum of 12 uniforms has the first three moments but too thin a tail (sqrt(253) > 6 errors at 4).
        var stream = new RandomStream(3, 0);
        var uniforms = new double[12 * 1_000_000];
        stream.FillUniform(uniforms);
        var thin = uniforms.Chunk(12).Count(c => Math.Abs(c.Sum() - 6) > 4);
        var wanted = 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -4) * 1_000_000;
        Assert.True(Math.Abs(thin - wanted) > 4 * Math.Sqrt(wanted), $"{thin} beyond 4 where a normal has {wanted}");
    }

    // Neighbouring streams, substreams and seeds, lags inside a stream, the two halves of Box-Muller: all uncorrelated, squares too.
    [Fact]
    public void Streams_are_uncorrelated()
    {
        const int n = 200_000;
        var draws = new[] { (7UL, 0UL, 0U), (7UL, 1UL, 0U), (7UL, 0UL, 1U), (8UL, 0UL, 0U), (7UL, 1UL << 32, 0U) }
            .Select(id => Draw(id.Item1, id.Item2, id.Item3)).ToArray();
        for (var i = 0; i < draws.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.True(Z(draws[i], draws[j]) < 6);
                Assert.True(Z(Squares(draws[i]), Squares(draws[j])) < 6);
            }

            foreach (var lag in new[] { 1, 7, 8, 16, 128 })
                Assert.True(Z(draws[i].AsSpan(0, n - lag), draws[i].AsSpan(lag)) < 6);
        }

        var mixed = draws[0].Zip(draws[1], (x, y) => (0.98 * y) + (0.02 * x)).ToArray();
        Assert.True(Z(draws[0], mixed) > 6, "a 2 % leak passes");

        static double[] Squares(double[] x) => [.. x.Select(v => ((v * v) - 1) / Math.Sqrt(2))];
        static double Z(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        {
            double sum = 0;
            for (var i = 0; i < x.Length; i++)
                sum += x[i] * y[i];
            return Math.Abs(sum) / Math.Sqrt(x.Length);
        }

        static double[] Draw(ulong seed, ulong stream, uint substream)
        {
            var x = new double[n];
            new RandomStream(seed, stream, substream).FillGaussian(x);
            return x;
        }
    }

    // The polynomials against the platform's functions, over radii from 1 - 2^-52 down to 2^-52.
    [Fact]
    public void The_transform_is_Box_Muller_to_rounding_error()
    {
        var source = new RandomStream(11, 0);
        double worst = 0;
        for (var i = 0; i < 20_000; i++)
        {
            ulong first = source.NextUInt64(), second = source.NextUInt64();
            first = (i % 4) switch { 1 => first | (ulong.MaxValue << (12 + (i % 40))), 2 => first >> (i % 50), _ => first };
            var (sine, cosine) = Transform(first, second);
            var u = 1 - ((first >> 12) * Math.ScaleB(1, -52));
            var angle = ((second >> 12) * Math.ScaleB(1, -52)) - 0.5;
            var radius = Math.Sqrt(-2 * double.LogP1(-((first >> 12) * Math.ScaleB(1, -52))));
            var (s, c) = Math.SinCos(Math.PI / 2 * angle);
            (s, c) = (s * radius, c * radius * ((second & 2) == 0 ? 1 : -1));
            (s, c) = (second & 1) == 0 ? (s, c) : (c, s);
            worst = Math.Max(worst, Math.Max(Relative(sine, s), Relative(cosine, c)));
            Assert.True(u > 0);
        }

        Assert.InRange(worst, 1e-17, 2e-15);

        static double Relative(double x, double y) => y == 0 ? Math.Abs(x) : Math.Abs((x / y) - 1);
        static (double Sine, double Cosine) Transform(ulong first, ulong second)
        {
            var (sine, cosine) = NormalTransform.Doubles(Lanes128.Broadcast(first), Lanes128.Broadcast(second));
            Span<double> x = stackalloc double[2], y = stackalloc double[2];
            Lanes128.Store(sine, ref x[0]);
            Lanes128.Store(cosine, ref y[0]);
            return (x[0], y[0]);
        }
    }

    [Fact]
    public void Uniforms_fill_the_unit_interval()
    {
        var stream = new RandomStream(5, 0);
        var x = new double[1_000_000];
        stream.FillUniform(x);
        Assert.All(x, v => Assert.InRange(v, 0, 1 - Math.ScaleB(1, -52)));
        Assert.InRange(ChiSquare(x), 999 - (6 * Math.Sqrt(2 * 999)), 999 + (6 * Math.Sqrt(2 * 999)));
        Assert.True(ChiSquare([.. x.Select(v => v > 0.9993 ? 0 : v)]) > 999 + (6 * Math.Sqrt(2 * 999)), "an empty end passes");

        var counts = new int[7];
        for (var i = 0; i < 700_000; i++)
            counts[stream.NextInt32(7)]++;
        Assert.All(counts, c => Assert.InRange(c, 100_000 - (6 * 293), 100_000 + (6 * 293)));

        static double ChiSquare(double[] x)
        {
            var bins = new int[1000];
            foreach (var v in x)
                bins[(int)(v * 1000)]++;
            return bins.Sum(b => (b - 1000.0) * (b - 1000.0) / 1000);
        }
    }

    private static double[] Of(bool wide) => wide ? Sample : SingleSample;

    private static double[] Doubles()
    {
        var x = new double[Count];
        new RandomStream(20171, 0).FillGaussian(x);
        return x;
    }

    private static double[] Singles()
    {
        var x = new float[Count];
        new RandomStream(20172, 0).FillGaussian(x);
        return Array.ConvertAll(x, v => (double)v);
    }
}
