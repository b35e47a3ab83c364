using MathNet.Numerics.Distributions;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The exact interval of Clopper and Pearson for a probability, from independent draws.</summary>
internal static class BinomialInterval
{
    /// <summary>The interval that misses the probability with at most 1 - level, half of it on each side.</summary>
    /// <param name="successes">How often the event occurred.</param>
    /// <param name="draws">Of how many draws.</param>
    /// <param name="level">Between 0 and 1.</param>
    public static (double Low, double High) Of(double successes, double draws, double level)
    {
        double tail = (1 - level) / 2;
        return (
            successes == 0 ? 0 : Beta.InvCDF(successes, draws - successes + 1, tail),
            successes == draws ? 1 : Beta.InvCDF(successes + 1, draws - successes, 1 - tail));
    }
}
