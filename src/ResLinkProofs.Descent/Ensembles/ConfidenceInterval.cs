using MathNet.Numerics;
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

    /// <summary>
    /// For a probability, by the exact binomial test (Clopper and Pearson 1934): the lower end is where as many runs with the event
    /// or more have half the error probability, the upper end where as many or fewer have. Each end is moved outwards
    /// by what its tail is computed with.
    /// </summary>
    /// <param name="happened">Runs with the event, 0 to <paramref name="runs"/>.</param>
    /// <param name="runs">At least 2.</param>
    /// <param name="errorProbability">The probability of missing the probability of the event, both sides together.</param>
    public static ConfidenceInterval OfEvent(long happened, long runs, double errorProbability)
    {
        Require(runs, errorProbability);
        ArgumentOutOfRangeException.ThrowIfNegative(happened);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(happened, runs);

        // P(X >= h) = I_p(h, n - h + 1), increasing in p; P(X <= h) = I_{1-p}(n - h, h + 1), decreasing.
        double tail = errorProbability / 2 * (1 - 1e-6);
        return new(
            happened == 0 ? 0 : LargestBelow(p => SpecialFunctions.BetaRegularized(happened, runs - happened + 1, p) <= tail),
            happened == runs ? 1 : 1 - LargestBelow(q => SpecialFunctions.BetaRegularized(runs - happened, happened + 1, q) <= tail));
    }

    // Of a condition that holds up to some number in (0, 1): the largest double found by bisection at which it holds.
    private static double LargestBelow(Func<double, bool> holds)
    {
        (double low, double high) = (0, 1);
        for (double middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return low;
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
