using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Specs.Du2019.Experiments.Runs;

namespace ResLinkProofs.Specs.Du2019.Experiments;

/// <summary>The experiments of Du (2019): sections 2.4, 5.5, 6.4 and 7.5; Fashion-MNIST in place of MNIST.</summary>
public sealed class FigureExperiments : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Width = "n = d = 20, 100 epochs of gradient descent with η = 1/5, widths m = 25, 100, 400, 1600, eight data sets: ";
        yield return Of("Figure 2.1 convergence", Width + "of the widest network a smaller share of the loss is left than of the narrowest.", new Width(), "wider-is-faster");
        yield return Of("Figure 2.1 patterns", Width + "the share of changed patterns falls from each width to the next, in every run.", new Width(), "wider-changes-fewer-patterns");
        yield return Of("Figure 2.1 distance", Width + "the largest distance of a neuron from its start falls from each width to the next, in every run.", new Width(), "wider-moves-less");
        const string Phases = "k = 20, p = 25, 20 random teachers with starts as in Theorem 5.4, η = 0.9π/(k+π-1): ";
        yield return Of("Figure 5.2 the sum first", Phases + "within 10 iterations |1ᵀa - 1ᵀa*| falls to a fifth or less.", new TwoPhases(), "the-sum-first");
        yield return Of(
            "Figure 5.2 slow then fast", Phases + "the logarithm of the angle falls faster per iteration at the end than until the angle has halved.", new TwoPhases(), "slow-then-fast");
        const string Table = "p = 6, 5000 draws for each k and (1ᵀa*)²/|a*|², ";
        yield return new Claim
        {
            Source = Du.Statement("Table 5.1"),
            Quote = new Quote("we test the probability of converging to the global minimum using the random initialization scheme described in Theorem 5.4", "Section 5.5.2"),
            Text = Table + "starts as in Theorem 5.4: each printed probability agrees with the one found here; 99.9 % Clopper–Pearson intervals.",
            Proposition = ExperimentProposition.AtFullSize(new SpuriousMinimum(), "printed-probabilities"),
        };
        yield return new Claim
        {
            Source = Du.Statement("Table 5.1 wider starts"),
            Text = Table + "starts with a in the ball of radius |1ᵀa*|, √k times as wide as in Theorem 5.4: all 36 printed probabilities but one agree with those found here; 99.9 % Clopper–Pearson intervals.",
            Proposition = ExperimentProposition.AtFullSize(new SpuriousMinimum(), "printed-probabilities-from-wider-starts"),
        };
        const string Draws = "p = 6, starts as in Theorem 5.4, k from 25 to 100, 200 draws: ";
        yield return Of(
            "Table 5.1 above the threshold",
            Draws + "where (1ᵀa*)²/|a*|² ≥ (k+π-1)/π, the second stationary point being no minimum, every draw finds the global minimum.",
            new SpuriousMinimum(),
            "no-spurious-minimum-above-the-threshold");
        yield return Of(
            "Table 5.1 below the threshold",
            Draws + "where (1ᵀa*)²/|a*|² is at most half of (k+π-1)/π, at least a tenth of the draws ends at the spurious minimum and at least a tenth at the global one.",
            new SpuriousMinimum(),
            "some-draws-are-caught");
        yield return Of(
            "Figure 6.3 smoothness", "One patch in the plane, 200 steps with η = 1/2 from (1/2, 3/5): the larger σ = 0.3, 0.6, 1, 2, 10, the closer to w*.", new FilterAngles(), "smoother-is-faster");
        yield return Of(
            "Figure 6.3 closeness", "Two patches in the plane, 200 steps with η = 1/2 from (1/2, 3/5): the smaller their spread σ = 0.1, 0.3, 0.6, 1, the closer to w*.", new FilterAngles(), "closer-is-faster");
        const string Patches = "5 x 5 patches of 1,000 images of Fashion-MNIST (in place of MNIST) at 14 x 14 pixels, ten epochs of SGD, five directions of starts at 0.3, 0.6, 0.9 of |w*| from w*: ";
        foreach ((string name, string finding) in new[] { ("random", "random filter"), ("gabor", "Gabor filter") })
        {
            yield return Of($"Figure 6.3 images {finding} ends", $"{Patches}for a {finding} the nearer the start, the smaller the relative loss at the end.", new FilterImages(), $"better-starts-end-lower-{name}");
            yield return Of($"Figure 6.3 images {finding} rates", $"{Patches}for a {finding} the nearer the start, the larger the factor by which the relative loss falls.", new FilterImages(), $"better-starts-fall-faster-{name}");
        }

        const string Saddles = "γ = 1, τ = e, η = 1/(4L), L = 1.5 and 2, d = 1 to 7, uniform starts in [-1, 1]^d: ";
        yield return Of("Figure 7.3 descent", Saddles + "the steps of gradient descent past all saddles grow by at least L + 1 per dimension, R² ≥ 0.99.", new Octopus(), "descent-takes-exponential-time");
        yield return Of("Figure 7.3 shortest descent", Saddles + "no descent takes fewer than (L + 1)^(d-1) steps.", new Octopus(), "no-descent-is-shorter");
        yield return Of("Figure 7.3 perturbed descent", Saddles + "the steps of perturbed gradient descent grow at most like d².", new Octopus(), "perturbed-descent-takes-polynomial-time");
        yield return Of("Figure 7.3 both", Saddles + "perturbed gradient descent is faster in every run with d ≥ 5.", new Octopus(), "perturbed-descent-is-faster");
        yield return new Claim
        {
            Source = Du.Statement("Figures 7.3 and 7.4"),
            Quote = new Quote("in all experiments, PGD converges faster than GD as suggested by our theorems", "Section 7.5"),
            Text = "γ = 1, τ = e, η = 1/(4L), L = 1, 1.5, 2, 3, three uniform starts for each d: perturbed gradient descent is faster in every run with d = 5 to 10.",
            Proposition = ExperimentProposition.AtFullSize(new Octopus(), "perturbed-descent-is-faster"),
        };
        const string Recorded = "γ = 1, τ = e, η = 1/(4L), L = 1, 1.5, 2, 3, three uniform starts for each d = 1 to 10: ";
        yield return new Claim
        {
            Source = Du.Statement("Figure 7.3 descent up to ten dimensions"),
            Text = Recorded + "the steps of gradient descent past all saddles grow by at least L + 1 per dimension, R² ≥ 0.99.",
            Proposition = ExperimentProposition.AtFullSize(new Octopus(), "descent-takes-exponential-time"),
        };
        yield return new Claim
        {
            Source = Du.Statement("Figure 7.3 perturbed descent up to ten dimensions"),
            Text = Recorded + "the steps of perturbed gradient descent grow at most like d².",
            Proposition = ExperimentProposition.AtFullSize(new Octopus(), "perturbed-descent-takes-polynomial-time"),
        };
        yield return Of("Figure 7.3 domain", Saddles + "no iterate of either method leaves the domain of the octopus.", new Octopus(), "stays-in-the-domain");
    }

    private static Claim Of(string label, string text, IExperiment experiment, string finding) =>
        new() { Source = Du.Statement(label), Text = text, Proposition = new ExperimentProposition(experiment, finding) };
}
