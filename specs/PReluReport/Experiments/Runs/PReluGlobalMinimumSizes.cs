using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>The sizes of <see cref="PReluGlobalMinimum"/>.</summary>
/// <param name="Dimension">d.</param>
/// <param name="Training">Training examples.</param>
/// <param name="Test">Test examples.</param>
/// <param name="Batches">Examples per step, at least two, in increasing order; one set of runs for
/// each, since the report does not give the number.</param>
/// <param name="StepSize">eta.</param>
/// <param name="NegativeSlope">alpha.</param>
/// <param name="Bound">|W*|_2 and |W_0|_2 where they are bounded.</param>
/// <param name="Epochs">Epochs.</param>
/// <param name="Repetitions">Runs per variant, each with its own W*, W_0 and data.</param>
public sealed record PReluGlobalMinimumSizes(
    int Dimension, int Training, int Test, IReadOnlyList<int> Batches,
    double StepSize, double NegativeSlope, double Bound, int Epochs, int Repetitions)
{
    /// <summary>Epochs of the report.</summary>
    public const int PrintedEpochs = 10;

    /// <summary>After twice the report's epochs only every so many are recorded.</summary>
    public int LaterStride => Math.Max(1, Epochs / 50);

    /// <summary>Section 5.4 of the report, trained on for a hundred times as long.</summary>
    public static PReluGlobalMinimumSizes Full => new(10, 5_000, 1_000, [10, 50, 100], 0.1, 0.25, 0.1, 1_000, 5);

    /// <summary>The same for 200 epochs: by then most runs that reach a zero of the loss have done so.</summary>
    public static PReluGlobalMinimumSizes Reduced => Full with { Epochs = 200 };

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static PReluGlobalMinimumSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        _ => Reduced,
    };

    /// <summary>The run's identity: everything its numbers depend on.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"d {Dimension}, {Training} and {Test} examples, batches {string.Join(' ', Batches)}, "
            + $"eta {StepSize}, alpha {NegativeSlope}, bound {Bound}, {Epochs} epochs, {Repetitions} runs");
}
