namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>Where a run of <see cref="PReluGlobalMinimum"/> ends.</summary>
internal enum TrainingEnd
{
    /// <summary>At W* itself.</summary>
    Teacher,

    /// <summary>At another W of the same function: a permutation of the columns of W*, or of I + W* with the identity mapping.</summary>
    Equivalent,

    /// <summary>
    /// At neither, with a test loss that has fallen and no longer does: a spurious minimum, or a plateau that longer training leaves.
    /// </summary>
    Stalled,

    /// <summary>At neither, with a test loss that still falls, or never did.</summary>
    Unfinished,

    /// <summary>The weights have left all bounds.</summary>
    Diverged,
}

/// <summary>Tells where a run has ended by its last distances and its test losses.</summary>
internal static class TrainingEnds
{
    /// <summary>|W - W*|_2 below which W counts as W*: between the 1e-14 of converged runs and the 0.1 and more of all others.</summary>
    public const double Near = 1e-3;

    // SGD on labels without noise falls geometrically on its way to a zero; a loss that keeps half of
    // itself over a fifth of the run has stalled.
    private const double StalledRatio = 0.5;

    /// <summary>The end of a run.</summary>
    /// <param name="epochs">Epochs at which the loss was taken, increasing.</param>
    /// <param name="losses">The test loss at each; NaN once the weights have left all bounds.</param>
    /// <param name="distance">The last |W - W*|_2.</param>
    /// <param name="moduloPermutations">The last distance to the nearest permutation.</param>
    public static TrainingEnd Of(IReadOnlyList<double> epochs, IReadOnlyList<double> losses, double distance, double moduloPermutations)
    {
        if (!double.IsFinite(losses[^1]) || !double.IsFinite(distance))
        {
            return TrainingEnd.Diverged;
        }

        if (moduloPermutations < Near)
        {
            return distance < Near ? TrainingEnd.Teacher : TrainingEnd.Equivalent;
        }

        double[] last = Between(0.8, 1), before = Between(0.6, 0.8);
        return before.Length > 0 && losses[^1] < losses[0] && last.Average() > StalledRatio * before.Average()
            ? TrainingEnd.Stalled
            : TrainingEnd.Unfinished;

        double[] Between(double low, double high) =>
            [.. epochs.Zip(losses).Where(p => p.First > low * epochs[^1] && p.First <= high * epochs[^1]).Select(p => p.Second)];
    }
}
