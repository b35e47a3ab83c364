namespace ResLinkProofs.Descent.Experiments;

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
    int Dimension, int Training, int Test, int Batch, double StepSize, int Trials, int Epochs, int VanillaEpochs, int BlockTrials, int BlockEpochs, int Hidden)
{
    /// <summary>Section 5.2 of Li and Yuan (2017).</summary>
    public static GlobalMinimumSizes Full => new(100, 100_000, 10_000, 200, 0.001, 5, 200, 200, 5, 200, 500);

    /// <summary>The same networks, with fewer trials and epochs: under a minute.</summary>
    public static GlobalMinimumSizes Reduced => new(100, 100_000, 10_000, 200, 0.001, 2, 100, 15, 1, 5, 500);
}
