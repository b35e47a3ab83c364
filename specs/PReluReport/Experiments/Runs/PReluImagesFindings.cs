using ResLinkProofs.Descent.Experiments;
using static ResLinkProofs.Specs.PReluReport.Experiments.Runs.PReluImages;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>What the curves of <see cref="PReluImages"/> decide.</summary>
internal static class PReluImagesFindings
{
    // Below the error of guessing by so much, a network has learnt something: 1,000 test images leave a standard error of 0.01.
    private const double Margin = 0.02;

    public static IReadOnlyList<ExperimentFinding> Of(TrainingRuns runs, PReluImagesSizes size, int classes)
    {
        var errors = Enumerable.Range(0, Variants.Length).Select(v => MeanInterval.Of(runs.Last(v, "test error"))).ToArray();
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
                FormattableString.Invariant($"With the identity mapping the mean test error from zero is within {100 * size.Tolerance} percentage points of that from random weights, on both sides: so is the 99 % interval of the paired difference. Both have learnt."),
                Learns(LinkedZero) && Learns(Linked) ? Paired(LinkedZero, Linked).IsWithin(size.Tolerance) : Outcome.Fails,
                Numbers(LinkedZero, Linked)),
            new(
                "zero-needs-identity",
                "Without the identity mapping training from zero stays at the error of guessing, in all runs; with it no run does.",
                runs.Last(PlainZero, "test error").All(e => e >= chance - Margin) && Learns(LinkedZero),
                Numbers(PlainZero)),
        ];

        bool Learns(int variant) => runs.Last(variant, "test error").All(e => e < chance - Margin);

        PairedDifference Paired(int first, int second) => PairedDifference.Of(runs.Last(first, "test error"), runs.Last(second, "test error"));

        Dictionary<string, double> Numbers(params int[] variants) => variants
            .SelectMany(v => new[] { (Variants[v], errors[v].Mean), (Variants[v] + " +-", errors[v].HalfWidth) })
            .ToDictionary(p => p.Item1, p => p.Item2);
    }
}
