using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>The sizes of <see cref="Dynamics"/>.</summary>
/// <param name="Dimension">d, even and at least 4.</param>
/// <param name="Batch">Examples per step.</param>
/// <param name="StepSize">eta.</param>
/// <param name="FrobeniusNorm">|W_0|_F.</param>
/// <param name="Starts">For each start: c, the iterations to run, and how often to measure.</param>
/// <param name="LongRun">Iterations of the entire process, 0 to leave it out.</param>
/// <param name="LongStride">How often it is measured.</param>
public sealed record DynamicsSizes(
    int Dimension, int Batch, double StepSize, double FrobeniusNorm,
    IReadOnlyList<(double C, int Iterations, int Stride)> Starts, long LongRun, long LongStride)
{
    /// <summary>Section 5.3 of Li and Yuan (2017).</summary>
    public static DynamicsSizes Full => new(1500, 300, 1e-4, 5, [(0.0105, 100, 1), (0.0155, 100, 1)], 350_000, 500);

    /// <summary>The same matrices, for as many iterations as the sign changes need.</summary>
    public static DynamicsSizes Reduced => new(1500, 300, 1e-4, 5, [(0.0105, 24, 1), (0.0155, 50, 4)], 0, 1);

    /// <summary>A fifth of the dimension, with c and eta scaled so that the potential and its decay are the same.</summary>
    public static DynamicsSizes Check => new(300, 300, 5e-4, 5, [(0.0525, 40, 2), (0.0775, 64, 4)], 0, 1);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static DynamicsSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };

    /// <summary>The run's identity: everything its numbers depend on.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"d {Dimension}, batch {Batch}, eta {StepSize}, norm {FrobeniusNorm}, "
            + $"starts {string.Join(' ', Starts)}, long run {LongRun}/{LongStride}");
}
