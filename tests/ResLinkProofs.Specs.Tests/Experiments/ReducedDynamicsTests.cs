using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Specs.Du2019.Experiments.Runs;

namespace ResLinkProofs.Specs.Tests.Experiments;

/// <summary>The five numbers of chapter 5 against Algorithm 1 on all coordinates, and the walk in logarithms against the gradient of the octopus on plain numbers.</summary>
public class ReducedDynamicsTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 4)]
    [InlineData(7, 12)]
    public void Full_and_reduced_descent_agree_over_200_steps(int p, int k)
    {
        var stream = new RandomStream(5, (ulong)((100 * p) + k));
        var (v, w, a, target) = (new double[p], new double[p], new double[k], new double[k]);
        foreach (double[] vector in new[] { v, w, a, target })
        {
            stream.FillGaussian(vector);
        }

        Normalise(v);
        Normalise(w);
        double eta = 0.5 * Math.PI / (k + Math.PI - 1), total = target.Sum();
        var reduced = new FilterDescent(k, Dot(target, target), total, eta);
        reduced.Start(Angle(v, w), Dot(a, target), a.Sum(), Dot(a, a));
        for (int t = 0; t < 200; t++)
        {
            (v, a) = Step(v, w, a, target, eta);
            reduced.Step();
            Assert.Equal(Angle(v, w), reduced.Angle, 1e-13);
            Assert.Equal(Dot(v, v), reduced.SquaredLength, 1e-13);
            Assert.Equal(Dot(a, target), reduced.Signal, 1e-13 * (1 + Dot(target, target)));
            Assert.Equal(a.Sum(), reduced.Sum, 1e-13 * (1 + Math.Abs(total)));
            Assert.Equal(Dot(a, a), reduced.SquaredSize, 1e-13 * (1 + Dot(target, target)));
        }

        Assert.True(reduced.Angle is < 0.5 or > 2.5, "the descents have gone somewhere");
    }

    [Fact]
    public void The_walk_in_logarithms_is_descent_on_the_octopus()
    {
        double[] x = [0.7, -0.4, 0.9, -0.2];
        const double L = 1.5, Eta = 0.25 / L;
        var walk = new OctopusWalk(L, Eta, x);
        int t = 0;
        for (; t < 2000 && walk.Escaped < 4; t++)
        {
            Assert.Equal(Math.Sqrt(Slopes(x, L).Sum(g => g * g)), walk.GradientNorm(), 1e-6);
            double[] slopes = Slopes(x, L);
            x = [.. x.Select((value, i) => value - (Eta * slopes[i]))];
            walk.Step();
        }

        Assert.Equal(4, walk.Escaped);
        Assert.All(x, value => Assert.True(Math.Abs(value) > 2 * Math.E));
    }

    // (7.14) to (7.18): the first coordinate within 2 tau is the active one.
    private static double[] Slopes(double[] x, double l)
    {
        const double Tau = Math.E;
        double[] y = [.. x.Select(Math.Abs)];
        int i = Array.FindIndex(y, v => v <= 2 * Tau);
        var slopes = new double[x.Length];
        for (int j = 0; j < x.Length; j++)
        {
            double slope = i < 0 || j < i ? 2 * l * (y[j] - (4 * Tau)) : j == i ? -2 * y[j] : 2 * l * y[j];
            if (i >= 0 && y[i] > Tau && j >= i && j <= i + 1)
            {
                double u = (y[i] - Tau) / Tau, s = u - 1, next = i + 1 < x.Length ? y[i + 1] : 0;
                double p = Tau * (-2 - (2 * u) + ((10 - (14 * l)) * u * u) + (((10 * l) - 6) * u * u * u));
                double curvature = -1 - ((l + 1) * ((10 * s * s * s) + (15 * s * s * s * s) + (6 * s * s * s * s * s)));
                slope = j == i ? p - (30 * (l + 1) / Tau * s * s * (1 + s) * (1 + s) * next * next) : 2 * curvature * y[j];
            }

            slopes[j] = Math.Sign(x[j]) * slope;
        }

        return slopes;
    }

    private static (double[] V, double[] A) Step(double[] v, double[] w, double[] a, double[] target, double eta)
    {
        double phi = Angle(v, w), square = Dot(v, v), along = Dot(v, w) / square, signal = Dot(a, target);
        double g = ((Math.PI - phi) * Math.Cos(phi)) + Math.Sin(phi), gap = target.Sum() - a.Sum();
        double[] next = [.. v.Select((x, i) => x + (eta * signal * (Math.PI - phi) * (w[i] - (along * x)) / (2 * Math.PI * Math.Sqrt(square))))];
        return (next, [.. a.Select((x, i) => x + (eta / (2 * Math.PI) * (gap - ((Math.PI - 1) * x) + ((g - 1) * target[i]))))]);
    }

    private static double Angle(double[] v, double[] w)
    {
        double lengthV = Math.Sqrt(Dot(v, v)), lengthW = Math.Sqrt(Dot(w, w));
        return 2 * Math.Atan2(Length(1), Length(-1));

        double Length(int sign) => Math.Sqrt(v.Zip(w, (x, y) => Math.Pow((x / lengthV) - (sign * y / lengthW), 2)).Sum());
    }

    private static void Normalise(double[] v)
    {
        double length = Math.Sqrt(Dot(v, v));
        for (int i = 0; i < v.Length; i++)
        {
            v[i] /= length;
        }
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
