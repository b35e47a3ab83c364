using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Specs.PReluReport.Experiments;

/// <summary>
/// Stage 4 of section 5 of the PReLU report: d = 10, 5,000 samples, step 0.1, 10 epochs, five runs per setting. The batch size is not printed: the claims
/// are about batches of 10, 50 and 100.
/// </summary>
public sealed class GlobalMinimumStage : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Finding(
            "both", "converges-with-both",
            "With the identity mapping and bounded W, W* SGD converges to W* at batch 50 and 100 in every run: |W - W*|₂ < 0.01, where |W*|₂ = 0.1.");
        yield return Finding(
            "both at batch 10", "converges-mostly-at-small-batch",
            "With the identity mapping and bounded W, W* SGD converges to W* at batch 10 in more than half of the runs; in the others it diverges.");
        yield return Finding(
            "unbounded", "lost-identity-unbounded",
            "With the identity mapping and W, W* of independent entries of variance 1/d ten epochs of SGD at batch 50 and 100 do not come within 0.1 of W* itself, whatever permutation of it they approach.");
        yield return Finding(
            "without identity", "lost-no-identity-bounded",
            "Without the identity mapping and with bounded W, W* ten epochs of SGD at batch 50 and 100 do not come within 0.1 of W* itself, whatever permutation of it they approach.");
        yield return Finding(
            "neither", "lost-no-identity-unbounded",
            "Without the identity mapping and with W, W* of independent entries of variance 1/d ten epochs of SGD at batch 50 and 100 do not come within 0.1 of W* itself, whatever permutation of it they approach.");
    }

    private static Claim Finding(string label, string finding, string text) => new()
    {
        Source = PRelu.Statement($"Section 5.4 {label}"),
        Text = text,
        Proposition = new ExperimentProposition("prelu-global-minimum", finding),
    };
}
