using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments;

/// <summary>
/// Section 5.5 of Li and Yuan (2017): the model of equation (1) as a classifier of pairs of classes by a threshold. The printed 34 % and 14 % are for
/// MNIST, which is not to be had here, and for a W of which the paper does not say how it was found.
/// </summary>
public sealed class SpectralNormExperiment : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "On Fashion-MNIST (in place of MNIST), with the threshold that is best for f(x, 0), ";
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.5 all pairs"),
            Text = Setting + "there are W with |W|₂ ≤ 0.6 whose training error, mean over the 45 pairs of classes, is at most two thirds of that of W = 0.",
            Proposition = new ExperimentProposition(new SpectralNorm(), "norm-gives-expressive-power"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.5 classes 0 and 1"),
            Text = Setting + "there is a W with |W|₂ ≤ 0.6 whose training error on the classes 0 and 1 is below that of W = 0.",
            Proposition = new ExperimentProposition(new SpectralNorm(), "classes-0-and-1"),
        };
    }
}
