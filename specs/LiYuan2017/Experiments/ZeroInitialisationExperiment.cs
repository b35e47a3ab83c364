using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments;

/// <summary>
/// Section 5.4 of Li and Yuan (2017): five blocks of a square linear layer with identity mapping and ReLU. The printed 1.28 % and 1.27 % are for
/// MNIST, which is not to be had here: what is claimed is the comparison, on Fashion-MNIST.
/// </summary>
public sealed class ZeroInitialisationExperiment : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "Five blocks of linear layer, identity mapping and ReLU on Fashion-MNIST (in place of MNIST), step 0.1: ";
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.4 zero initialisation"),
            Text = Setting + "the test error from zero is that from random weights of standard deviation 1/√d, within 0.3 percentage points at the source's size and 2 at smaller ones.",
            Proposition = new ExperimentProposition(new ZeroInitialisation(), "zero-as-good-as-random"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.4 zero initialisation without identity"),
            Text = Setting + "without the identity mapping training from zero stays at the error of guessing.",
            Proposition = new ExperimentProposition(new ZeroInitialisation(), "zero-needs-identity"),
        };
    }
}
