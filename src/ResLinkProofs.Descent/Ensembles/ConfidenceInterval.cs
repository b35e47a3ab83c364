using MathNet.Numerics.Distributions;

namespace ResLinkProofs.Descent.Ensembles;

/// <summary>An interval that contains an expectation with at least a stated probability.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper)
{
    /// <summary>
    /// For a variable in [0, largest] and any number of runs, by the empirical Bernstein inequality (Maurer and Pontil
    /// 2009): the mean is off by at most sqrt(2 v l / n) + 7 largest l / (3 (n - 1)), l = ln(4 / errorProbability).
    /// </summary>
    /// <param name="mean">The mean of the runs.</param>
    /// <param name="variance">Their unbiased variance v.</param>
    /// <param name="runs">n, at least 2.</param>
    /// <param name="largest">The largest possible value.</param>
    /// <param name="errorProbability">The probability of missing the expectation, both sides together.</param>
    public static ConfidenceInterval OfBounded(double mean, double variance, long runs, double largest, double errorProbability)
    {
        Require(runs, errorProbability);
        double logarithm = Math.Log(4 / errorProbability);
        double radius = Math.Sqrt(2 * variance * logarithm / runs) + (7 * largest * logarithm / (3 * (runs - 1)));
        return new(Math.Max(0, mean - radius), Math.Min(largest, mean + radius));
    }

    /// <summary>For any variable, by the normal approximation of the mean: nominal, not a bound.</summary>
    /// <param name="mean">The mean of the runs.</param>
    /// <param name="variance">Their unbiased variance.</param>
    /// <param name="runs">At least 2; trustworthy from some ten thousand on.</param>
    /// <param name="errorProbability">The probability of missing the expectation, both sides together.</param>
    public static ConfidenceInterval OfNormal(double mean, double variance, long runs, double errorProbability)
    {
        Require(runs, errorProbability);
        double radius = -Normal.InvCDF(0, 1, errorProbability / 2) * Math.Sqrt(variance / runs);
        return new(mean - radius, mean + radius);
    }

    private static void Require(long runs, double errorProbability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        if (!(errorProbability is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(errorProbability), errorProbability, "It must be between 0 and 1.");
        }
    }
}
