using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.PReluReport.Experiments.Runs;

namespace ResLinkProofs.Specs.PReluReport.Experiments;

/// <summary>
/// Stages 1 to 3 of section 5 of the PReLU report: a network of one hidden layer on MNIST, five runs per setting. MNIST is not to be had here: what
/// is claimed is the comparisons, on Fashion-MNIST, and what the printed averages can say.
/// </summary>
public sealed class ImageStages : ISpec
{
    private const string Setting = "One hidden layer as wide as the image on Fashion-MNIST (in place of MNIST), mean over all runs: ";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Finding("5.1 PReLU before ReLU", "prelu-beats-relu", "the test error with PReLU, whose slope is trained from 1/4 on, is below that with ReLU.");
        yield return Finding("5.2 identity before none", "identity-beats-none", "with PReLU the test error with the identity mapping is below that without.");
        yield return Finding("5.3 zero initialisation", "zero-as-good-as-random", "with PReLU and the identity mapping both learn, and the test error from zero is that from random weights, within 0.3 percentage points at full size and 2 at smaller ones.");
        yield return Finding("5.3 zero initialisation without identity", "zero-needs-identity", "with PReLU and without the identity mapping training from zero stays at the error of guessing, and with it it does not.");
        yield return Difference("5.1 printed errors", "PReLU", new(1742, 100_000), "ReLU", new(1768, 100_000), Term.Ratio(1, 3), "a third of");
        yield return Difference("5.2 printed errors", "identity mapping", new(1646, 100_000), "none", new(1742, 100_000), Term.Ratio(6, 5), "1.2 times");
    }

    private static Claim Finding(string label, string finding, string text) => new()
    {
        Source = PRelu.Statement($"Section {label}"),
        Text = Setting + text,
        Proposition = new ExperimentProposition(new PReluImages(), finding),
    };

    // Both stages take their differences as a success; this is what chance alone does.
    private static Claim Difference(string label, string better, Rational lower, string worse, Rational upper, Term factor, string factorText)
    {
        var forAll = new Quantifier();
        Term rate = forAll.Real("p", lower, upper);
        return new Claim
        {
            Source = PRelu.Statement($"Section {label}"),
            Text = FormattableString.Invariant($"The printed average errors of 5 runs, {better} {lower.ToDouble()} and {worse} {upper.ToDouble()}, differ by less than {factorText} ")
                + "the standard error of a difference of two error rates over 5 · 10,000 test images each, even if all of these were independent.",
            Proposition = StatementProposition.Of(forAll.Conclude(factor * Term.Sqrt(2 * rate * (1 - rate) / 50_000) > (Term)upper - (Term)lower)),
        };
    }
}
