using MathNet.Numerics.Distributions;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>
/// The mean difference of two variants whose runs come in pairs: the same seed, so the same data, order of batches and start as far
/// as the variants share them. Its interval, from Student's t distribution over the differences, is free of what a seed does to both.
/// </summary>
/// <param name="Mean">The mean of first minus second.</param>
/// <param name="HalfWidth">Half the length of the interval; infinite for a single pair.</param>
public readonly record struct PairedDifference(double Mean, double HalfWidth)
{
    /// <summary>The difference of two variants, run by run.</summary>
    /// <param name="first">One number per seed.</param>
    /// <param name="second">The other variant's, in the same order of seeds.</param>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count || first.Count == 0)
        {
            throw new ArgumentException(
                $"{first.Count} runs cannot be paired with {second.Count}; give one of each per seed.", nameof(second));
        }

        double[] differences = [.. first.Zip(second, (a, b) => a - b)];
        double mean = differences.Average();
        if (differences.Length < 2)
        {
            return new(mean, double.PositiveInfinity);
        }

        double variance = differences.Sum(x => (x - mean) * (x - mean)) / (differences.Length - 1);
        double quantile = StudentT.InvCDF(0, 1, differences.Length - 1, (1 + MeanInterval.Level) / 2);
        return new(mean, quantile * Math.Sqrt(variance / differences.Length));
    }

    /// <summary>Whether the first variant lies below the second: decided only where the interval does not hold zero.</summary>
    public Outcome IsNegative => Mean + HalfWidth < 0 ? Outcome.Holds : Mean - HalfWidth > 0 ? Outcome.Fails : Outcome.Undecided;

    /// <summary>
    /// Whether both variants are as good as each other, by two one-sided tests: the interval lies within the
    /// tolerance on both sides. It fails where the interval lies outside, on either side: better is not equal.
    /// </summary>
    /// <param name="tolerance">The largest difference that counts as none; positive.</param>
    public Outcome IsWithin(double tolerance) => Math.Abs(Mean) + HalfWidth <= tolerance ? Outcome.Holds
        : Math.Abs(Mean) - HalfWidth > tolerance ? Outcome.Fails
        : Outcome.Undecided;
}
