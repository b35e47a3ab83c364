using MathNet.Numerics.Distributions;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>An interval for the mean of what independent runs give, from Student's t distribution.</summary>
/// <param name="Mean">The mean of the runs.</param>
/// <param name="HalfWidth">Half the length; infinite for a single run.</param>
public readonly record struct MeanInterval(double Mean, double HalfWidth)
{
    /// <summary>The level of all comparisons between means.</summary>
    public const double Level = 0.99;

    /// <summary>The interval at <see cref="Level"/>.</summary>
    /// <param name="runs">One number per run, at least one.</param>
    public static MeanInterval Of(IReadOnlyList<double> runs)
    {
        var mean = runs.Average();
        if (runs.Count < 2)
            return new(mean, double.PositiveInfinity);
        var variance = runs.Sum(r => (r - mean) * (r - mean)) / (runs.Count - 1);
        return new(mean, StudentT.InvCDF(0, 1, runs.Count - 1, (1 + Level) / 2) * Math.Sqrt(variance / runs.Count));
    }
}
