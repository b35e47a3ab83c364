using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>The sizes of <see cref="PReluImages"/>. The report states neither batch, step nor epochs.</summary>
/// <param name="Training">Most training images used.</param>
/// <param name="Test">Most test images used.</param>
/// <param name="Shrink">Pixels per side of the squares that become one pixel: 1 keeps the images.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="StepSize">eta, divided by ten in the last third of the epochs.</param>
/// <param name="NegativeSlope">alpha of PReLU at the start; it is trained.</param>
/// <param name="Epochs">Epochs.</param>
/// <param name="Repetitions">Runs per variant.</param>
/// <param name="Tolerance">How far the error from zero may be from that from random weights, on both
/// sides, and still count as the same.</param>
public sealed record PReluImagesSizes(
    int Training, int Test, int Shrink, int Batch, double StepSize, double NegativeSlope, int Epochs, int Repetitions, double Tolerance)
{
    /// <summary>All images and the five runs of section 5 of the report.</summary>
    public static PReluImagesSizes Full => new(60_000, 10_000, 1, 128, 0.1, 0.25, 20, 5, 0.003);

    /// <summary>Images of 14 x 14 pixels, and a third of them.</summary>
    public static PReluImagesSizes Reduced => new(20_000, 10_000, 2, 64, 0.1, 0.25, 9, 5, 0.01);

    /// <summary>Images of 7 x 7 pixels.</summary>
    public static PReluImagesSizes Check => new(8_000, 4_000, 4, 32, 0.1, 0.25, 6, 5, 0.02);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static PReluImagesSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}
