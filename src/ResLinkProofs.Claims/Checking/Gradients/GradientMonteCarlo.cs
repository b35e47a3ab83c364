using System.Globalization;
using MathNet.Numerics.Distributions;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Claims.Checking.Gradients;

/// <summary>
/// Compares a claimed gradient of the population loss with its definition: -grad_j L is the mean of
/// 2 (f(x, W*) - f(x, W)) sigma'(&lt;a_j, x&gt;) x over x ~ N(0, I). A sequential two-sided test that rejects a true claim with
/// probability at most 1e-9, all entries, pairs and looks together.
/// </summary>
public sealed class GradientMonteCarlo : IChecker
{
    /// <summary>The probability of rejecting a true claim.</summary>
    public const double ErrorProbability = 1e-9;

    private const string Engine = "monte carlo";
    private const int Looks = 4;
    private const int Attempts = 1000;
    private static readonly int[] Dimensions = [1, 2, 3, 6];

    // What the normal approximation of a mean needs before it is looked at, whatever the budget.
    internal const int FewestSamples = 10_000;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is NetworkGradientProposition proposition ? [Check(proposition, budget, seed)] : [];
    }

    private static Evidence Check(NetworkGradientProposition proposition, Budget budget, ulong seed)
    {
        var activation = new Activation(proposition.Domain.NegativeSlope.ToDouble());
        int[] dimensions = [.. Dimensions.Intersect(proposition.Domain.Dimensions)];
        if (dimensions.Length == 0)
        {
            return Evidence.OfNothing(Engine, $"samples only in dimensions {string.Join(", ", Dimensions)}");
        }

        dimensions = [.. budget.SizesOf(dimensions)];
        long tests = (long)Looks * dimensions.Sum(d => d * d);
        double threshold = Normal.InvCDF(0, 1, 1 - (ErrorProbability / (2 * tests)));
        double worst = 0;
        long samples = 0;
        foreach (int d in dimensions)
        {
            var stream = new RandomStream(seed, (ulong)(1000 + d));
            var sampler = new NetworkPairSampler(proposition.Domain with { Radius = proposition.Domain.Radius ?? 1 }, d);
            double[] point = new double[2 * d * d];
            TeacherStudent model;
            DenseMatrix? claimed;
            int attempts = 0;
            do
            {
                if (attempts++ == Attempts)
                {
                    return Evidence.OfNothing(Engine, $"none of {Attempts} generated pairs at d = {d} is nonzero with a defined field");
                }

                sampler.Sample(stream, point);
                model = new TeacherStudent(
                    DenseMatrix.FromRows(d, d, point.AsSpan(0, d * d)), DenseMatrix.FromRows(d, d, point.AsSpan(d * d)), activation);
                claimed = proposition.Field.Measure(model);
            }
            while (claimed is null || point.All(x => x == 0));

            var mean = new EntryMoments(d * d);
            for (int look = 1; look <= Looks; look++)
            {
                long until = Math.Max(FewestSamples, (long)budget.MonteCarloSamples * look / Looks / dimensions.Length);
                for (; mean.Count < until; samples++)
                {
                    Accumulate(model, stream, mean);
                }

                (double z, int entry) = mean.LargestDeviation(claimed.Values);
                worst = Math.Max(worst, z);
                if (z > threshold)
                {
                    string place = NetworkPairSampler.Describe(d, [.. point.Select(Kernel.Numbers.Rational.FromDouble)]);
                    return Evidence.OfRejection(Engine, proposition, place, string.Create(
                        CultureInfo.InvariantCulture,
                        $"entry ({(entry / d) + 1},{(entry % d) + 1}) at d = {d}: claimed {claimed.Values[entry]:G6}, "
                            + $"mean {mean.Mean(entry):G6} over {mean.Count} samples, {z:F1} standard errors apart; rejected at 1 - 1e-9"))
                        with
                    { Work = [("samples", samples)] };
                }
            }
        }

        return Evidence.OfSupport(Engine, string.Create(
            CultureInfo.InvariantCulture,
            $"largest deviation {worst:F2} standard errors over {samples} samples, "
                + $"{tests / Looks} entries (rejects at {threshold:F2})")) with
        { Work = [("samples", samples)] };
    }

    private static void Accumulate(TeacherStudent model, RandomStream stream, EntryMoments mean)
    {
        int d = model.Dimension;
        Span<double> x = stackalloc double[d];
        stream.FillGaussian(x);
        double gap = 2 * (model.TeacherOutput(x) - model.StudentOutput(x));
        Span<double> sample = stackalloc double[d * d];
        for (int j = 0; j < d; j++)
        {
            double preactivation = 0;
            for (int i = 0; i < d; i++)
            {
                preactivation += ((i == j ? 1 : 0) + model.Student.Weights[i, j]) * x[i];
            }

            double slope = model.Activation.Slope(preactivation);
            for (int i = 0; i < d; i++)
            {
                sample[(i * d) + j] = gap * slope * x[i];
            }
        }

        mean.Add(sample);
    }
}

/// <summary>Running means and variances of many quantities at once (Welford's recurrence).</summary>
internal sealed class EntryMoments(int count)
{
    private readonly double[] _mean = new double[count];
    private readonly double[] _squares = new double[count];

    public long Count { get; private set; }

    public double Mean(int entry) => _mean[entry];

    public void Add(ReadOnlySpan<double> sample)
    {
        Count++;
        for (int k = 0; k < sample.Length; k++)
        {
            double before = sample[k] - _mean[k];
            _mean[k] += before / Count;
            _squares[k] += before * (sample[k] - _mean[k]);
        }
    }

    /// <summary>The largest distance between mean and claimed value in standard errors, and the entry where it occurs.</summary>
    public (double StandardErrors, int Entry) LargestDeviation(ReadOnlySpan<double> claimed)
    {
        (double Largest, int Entry) worst = (0, 0);
        for (int k = 0; k < claimed.Length; k++)
        {
            double error = Math.Sqrt(_squares[k] / (Count - 1) / Count);
            double distance = Math.Abs(_mean[k] - claimed[k]);
            double z = error > 0 ? distance / error : distance > 1e-12 * (1 + Math.Abs(claimed[k])) ? double.PositiveInfinity : 0;
            if (z > worst.Largest)
            {
                worst = (z, k);
            }
        }

        return worst;
    }
}
