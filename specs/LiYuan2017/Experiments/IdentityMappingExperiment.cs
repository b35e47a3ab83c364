using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments;

/// <summary>
/// Section 5.1 of Li and Yuan (2017), Table 1: test errors of 6.97 % (ResNet), 9.01 % (single skip) and 12.04 % (vanilla) at 56 layers on
/// CIFAR-10. Neither that data nor convolutions are to be had here, so the levels are not claimed: what is claimed is the order, for
/// fully connected layers with batch normalisation on Fashion-MNIST.
/// </summary>
public sealed class IdentityMappingExperiment : ISpec
{
    private const string Setting = "For 56 fully connected layers on Fashion-MNIST (in place of convolutions on CIFAR-10), same settings but for the skips, mean over all runs: ";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Finding("single skip", "one-layer-skip-beats-none", "the test error with an identity mapping over every layer is below that without.");
        yield return Finding("ResNet", "two-layer-skip-beats-none", "the test error with an identity mapping over every two layers is below that without.");
        yield return Finding("single skip is close to ResNet", "one-layer-skip-comes-close", "skips over one and over two layers differ in test error by less than a fifth of what the former gains over no skip.");
        yield return Finding("ResNet before single skip", "two-layer-skip-beats-one", "the test error with an identity mapping over every two layers is below that with one over every layer.");
    }

    private static Claim Finding(string label, string finding, string text) => new()
    {
        Source = LiYuan.Statement($"Section 5.1 {label}"),
        Text = Setting + text,
        Proposition = new ExperimentProposition(new IdentityMapping(), finding),
    };
}
