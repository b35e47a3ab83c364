using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments;

/// <summary>Section 5.2 of Li and Yuan (2017), Figure 7: what SGD on a fixed training set finds with and without the identity link.</summary>
public sealed class GlobalMinimumExperiment : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "With |W*|₂ = |W₀|₂ = 0.6, |W*|_F = 0.57√d, |W₀|_F = 0.5√d and Gaussian inputs, ";
        const string Full = "At d = 100, 100,000 training examples, batches of 200, step 0.001, 200 epochs, |W*|₂ = 0.6, |W*|_F = 5.7, |W₀|₂ = 0.6, |W₀|_F = 5: ";
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.2 ResLink at full size"),
            Quote = new Quote("ResLink indeed finds the global optimal in all 5 trials", "Section 5.2"),
            Text = Full + "in all 5 trials |W - W*|_F falls below 1 % of its start.",
            Proposition = ExperimentProposition.AtFullSize(new GlobalMinimum(), "reslink-finds-the-teacher"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.2 Vanilla at full size"),
            Quote = new Quote("for vanilla network, which is essentially the same network with different initialization, ‖W - W*‖₂ does not converge to zero", "Section 5.2"),
            Text = Full + "without the identity link, started at W₀ and measured from I + W*, the student stays away in every trial, and its test error stays large.",
            Proposition = ExperimentProposition.AtFullSize(new GlobalMinimum(), "vanilla-is-stuck"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.2 ResLink"),
            Text = Setting + "SGD with the identity link converges to W* in every trial: |W - W*|_F falls below 1 % of its start.",
            Proposition = new ExperimentProposition(new GlobalMinimum(), "reslink-finds-the-teacher"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.2 Vanilla"),
            Text = Setting + "SGD without the identity link, started at W₀ and measured from I + W*, stays away from it in every trial, and its test error stays large.",
            Proposition = new ExperimentProposition(new GlobalMinimum(), "vanilla-is-stuck"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.2 3-Block"),
            Text = "The three-block network with batch normalisation ends with a test error above its training error, and with neither at zero.",
            Proposition = new ExperimentProposition(new GlobalMinimum(), "three-block-overfits"),
        };
        foreach (Claim claim in Norms())
        {
            yield return claim;
        }
    }

    // |W*|_F = 5.7 at |W*|_2 = 0.6 and d = 100 leaves almost no spread of the singular values.
    private static IEnumerable<Claim> Norms()
    {
        var forAll = new Quantifier();
        Term below = forAll.Real("m", 0, 100), small = forAll.Real("σ", 0, new Rational(3, 10));
        forAll.Given(((100 - below) * Term.Ratio(36, 100)) + (below * small * small) >= Term.Ratio(3249, 100));
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.2 norms of W*"),
            Text = "If 100 singular values are at most 0.6, |W*|_F ≥ 5.7 and m of them are at most σ ≤ 0.3, then m < 14: W* is no Gaussian matrix, "
                + "half of whose singular values would be below 0.41 times the largest.",
            Proposition = StatementProposition.Of(forAll.Conclude(14 > below)),
        };
    }
}
