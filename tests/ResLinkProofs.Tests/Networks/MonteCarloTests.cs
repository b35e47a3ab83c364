using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

/// <summary>
/// Closed forms against sample means over 4e6 Gaussian inputs per slope (fixed seed). A correct formula exceeds 6 standard errors
/// with probability below 1e-7 over all entries; a formula off by 1.01 or by pi must exceed them.
/// </summary>
public sealed class MonteCarloTests
{
    private const int Samples = 4_000_000;
    private const double Limit = 6;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(-0.5)]
    [InlineData(2.0)]
    public void Loss_and_gradient_agree_with_sample_means(double slope)
    {
        const int d = 3;
        DenseMatrix student = new(new[,] { { 0.3, -0.5, 0.2 }, { 0.4, 0.1, -0.6 }, { -0.2, 0.7, -0.3 } });
        DenseMatrix teacher = new(new[,] { { 0.9, 0.4, 0.3 }, { -0.3, 0.8, 0.5 }, { 0.6, -0.4, 0.7 } });
        TeacherStudent model = new(student, teacher, new Activation(slope));
        Moments[] entries = Sample(model, seed: 11);
        double loss = PopulationLoss.Evaluate(model);
        DenseMatrix gradient = PopulationGradient.NegativeGradient(model);

        double worst = Math.Abs(entries[^1].Deviation(loss)), slightly = Math.Abs(entries[^1].Deviation(1.01 * loss)), wrong = 0;
        for (int at = 0; at < d * d; at++)
        {
            double value = gradient[at / d, at % d];
            worst = Math.Max(worst, Math.Abs(entries[at].Deviation(value)));
            slightly = Math.Max(slightly, Math.Abs(entries[at].Deviation(1.01 * value)));
            wrong = Math.Max(wrong, Math.Abs(entries[at].Deviation(Math.PI * value)));
        }

        Assert.True(worst < Limit, $"largest deviation {worst} standard errors");
        Assert.True(slightly > Limit, $"a factor 1.01 is only {slightly} standard errors away");
        Assert.True(wrong > 100, $"a factor pi is only {wrong} standard errors away");
    }

    // Sample moments of -dL/dw_kj = -2 (f - f*) sigma'(a_j.x) x_k, row after row, and last of (f - f*)^2.
    private static Moments[] Sample(TeacherStudent model, int seed)
    {
        int d = model.Dimension;
        double slope = model.Activation.NegativeSlope;
        double[] a = model.Student.Columns.Values.ToArray(), b = model.Teacher.Columns.Values.ToArray();
        double[] x = new double[d + 1], derivative = new double[d];
        Moments[] entries = new Moments[d * d + 1];
        System.Random random = new(seed);
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int k = 0; k < d; k += 2)
            {
                double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
                (x[k], x[k + 1]) = (radius * cosine, radius * sine);
            }

            double residual = 0;
            for (int j = 0; j < d; j++)
            {
                double own = 0, other = 0;
                for (int k = 0; k < d; k++)
                {
                    own += a[k * d + j] * x[k];
                    other += b[k * d + j] * x[k];
                }

                derivative[j] = own >= 0 ? 1 : slope;
                residual += derivative[j] * own - (other >= 0 ? other : slope * other);
            }

            for (int k = 0; k < d; k++)
            {
                for (int j = 0; j < d; j++)
                {
                    entries[k * d + j].Add(-2 * residual * derivative[j] * x[k]);
                }
            }

            entries[^1].Add(residual * residual);
        }

        return entries;
    }

    private struct Moments
    {
        private double _sum;
        private double _squares;

        public void Add(double value)
        {
            _sum += value;
            _squares += value * value;
        }

        /// <summary>The sample mean's distance from a claimed mean, in standard errors.</summary>
        public readonly double Deviation(double claimed)
        {
            double mean = _sum / Samples, variance = _squares / Samples - mean * mean;
            return (mean - claimed) / Math.Sqrt(variance / Samples);
        }
    }
}
