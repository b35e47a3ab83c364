using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Specs.PReluReport.Experiments.Runs;

namespace ResLinkProofs.Specs.PReluReport.Experiments;

/// <summary>
/// Stage 4 of section 5 of the PReLU report: d = 10, 5,000 samples, step 0.1, 10 epochs, five runs per setting. The batch size is not printed: the claims
/// are about batches of 10, 50 and 100, after ten epochs and where the runs end.
/// </summary>
public sealed class GlobalMinimumStage : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Section 5.4 convergence"),
            Quote = new Quote("while ‖W‖₂ and ‖W*‖₂ are bounded by some small value, when applying identity mapping, SGD can converge to global minima with zero error rate", "Section 5.4"),
            Existential = new Existential.Instance("a batch size", "50 and 100"),
            Text = "At d = 10, 5,000 examples, step 0.1 and |W*|₂ = 0.1: at batches of 50 and 100 every run ends at W* itself, |W - W*|₂ < 0.001.",
            Proposition = ExperimentProposition.AtFullSize(new PReluGlobalMinimum(), "converges-with-both"),
        };
        yield return Finding(
            "both", "converges-with-both",
            "With the identity mapping and bounded W, W* SGD converges to W* itself at batches of 50 and 100 in every run: |W - W*|₂ < 0.001, where |W*|₂ = 0.1.");
        yield return Finding(
            "both at batch 10", "converges-mostly-at-small-batch",
            "With the identity mapping and bounded W, W* SGD converges to W* itself at batch 10 in more than half of the runs.");
        foreach ((string label, string finding, string setting) in new[]
        {
            ("unbounded", "identity-unbounded", "With the identity mapping and W, W* of independent entries of variance 1/d "),
            ("without identity", "no-identity-bounded", "Without the identity mapping and with bounded W, W* "),
            ("neither", "no-identity-unbounded", "Without the identity mapping and with W, W* of independent entries of variance 1/d "),
        })
        {
            yield return Finding(label, "lost-" + finding, setting + "ten epochs of SGD at batches of 50 and 100 do not come within 0.1 of W* itself, whatever permutation of it they approach.");
            yield return Finding(
                label + " trained on", "zero-of-the-loss-" + finding,
                setting + "SGD at batches of 50 and 100 that is trained on reaches a zero of the loss, W* or a permutation of its neurons, in some of the runs: what is left out is not necessary.");
        }
    }

    private static Claim Finding(string label, string finding, string text) => new()
    {
        Source = PRelu.Statement($"Section 5.4 {label}"),
        Text = text,
        Proposition = new ExperimentProposition(new PReluGlobalMinimum(), finding),
    };
}
