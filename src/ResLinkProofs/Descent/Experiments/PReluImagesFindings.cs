using static ResLinkProofs.Descent.Experiments.PReluImages;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>What the curves of <see cref="PReluImages"/> decide.</summary>
internal static class PReluImagesFindings
{
    public static IReadOnlyList<Finding> Of(TrainingRuns runs, PReluImagesSizes size, int classes)
    {
        var errors = Enumerable.Range(0, Variants.Length).Select(v => ConfidenceInterval.Of(runs.Last(v, "test error"))).ToArray();
        var chance = 1 - (1.0 / classes);
        return
        [
            new("prelu-beats-relu", "Without identity mapping the mean test error with PReLU is below that with ReLU: the 99 % interval of the paired difference is below zero.", Paired(Plain, Relu).IsNegative, Numbers(Plain, Relu))
            {
                Caveat = "The report's 1.742 % and 1.768 % are for MNIST, and differ by a fifth of the standard error that 10,000 test images leave.",
            },
            new("identity-beats-none", "With PReLU the mean test error with the identity mapping is below that without: the 99 % interval of the paired difference is below zero.", Paired(Linked, Plain).IsNegative, Numbers(Linked, Plain))
            {
                Caveat = "The report's 1.646 % and 1.742 % are for MNIST.",
            },
            new(
                "zero-as-good-as-random",
                FormattableString.Invariant($"With the identity mapping the mean test error from zero is within {100 * size.Tolerance} percentage points of that from random weights, on both sides: so is the 99 % interval of the paired difference."),
                Paired(LinkedZero, Linked).IsWithin(size.Tolerance),
                Numbers(LinkedZero, Linked)),
            new(
                "zero-needs-identity",
                "Without the identity mapping training from zero stays at the error of guessing, in all runs.",
                runs.Last(PlainZero, "test error").All(e => e >= chance - 0.02),
                Numbers(PlainZero)),
        ];

        PairedDifference Paired(int first, int second) => PairedDifference.Of(runs.Last(first, "test error"), runs.Last(second, "test error"));

        Dictionary<string, double> Numbers(params int[] variants) => variants
            .SelectMany(v => new[] { (Variants[v], errors[v].Mean), (Variants[v] + " +-", errors[v].HalfWidth) })
            .ToDictionary(p => p.Item1, p => p.Item2);
    }
}
