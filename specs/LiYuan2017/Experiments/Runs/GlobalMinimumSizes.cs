using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>The sizes of <see cref="GlobalMinimum"/>.</summary>
/// <param name="Dimension">d: inputs and hidden units of ResLink and Vanilla.</param>
/// <param name="Training">Training examples.</param>
/// <param name="Test">Test examples.</param>
/// <param name="Batch">Examples per step.</param>
/// <param name="StepSize">eta.</param>
/// <param name="Trials">Random initialisations of ResLink and Vanilla.</param>
/// <param name="Epochs">Epochs of ResLink; 500 steps each at the source's sizes.</param>
/// <param name="VanillaEpochs">Epochs of Vanilla.</param>
/// <param name="BlockTrials">Random initialisations of 3-Block.</param>
/// <param name="BlockEpochs">Epochs of 3-Block.</param>
/// <param name="Hidden">Hidden units of a block of 3-Block.</param>
public sealed record GlobalMinimumSizes(
    int Dimension, int Training, int Test, int Batch, double StepSize, int Trials,
    int Epochs, int VanillaEpochs, int BlockTrials, int BlockEpochs, int Hidden)
{
    /// <summary>Section 5.2 of Li and Yuan (2017).</summary>
    public static GlobalMinimumSizes Full => new(100, 100_000, 10_000, 200, 0.001, 5, 200, 200, 5, 200, 500);

    /// <summary>The same networks, with fewer trials and epochs.</summary>
    public static GlobalMinimumSizes Reduced => new(100, 100_000, 10_000, 200, 0.001, 2, 100, 10, 1, 6, 200);

    /// <summary>A quarter of the dimension with the step size scaled so that the spectrum of the dynamics is the same.</summary>
    public static GlobalMinimumSizes Check => new(25, 5_000, 2_000, 50, 0.004, 3, 160, 60, 2, 6, 100);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static GlobalMinimumSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}
