using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>Theorem 3.2 of Li and Yuan (2017), Phase I step by step: by which factor g falls while it is at least 197 gamma^2.</summary>
public sealed class DecreaseOfPotential : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For d = 100, γ = 1/100, noise |E_t|_F ≤ ε = γ² and η = γ²/(6dγ + ε)²: along descent on";
        Source source = LiYuan.Statement("Theorem 3.2 factor along the trajectory");
        yield return new Claim
        {
            Source = source,
            Text = $"{Setting} -∇L from |W₀|₂, |W*|₂ ≤ γ₀ = 13γ², a step makes g at most (1 - 0.5ηd)g while g ≥ 197γ².",
            Proposition = Falls(13, Term.One, new Rational(1, 2)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 a quarter of the factor along the trajectory"),
            Text = $"{Setting} -∇L from |W₀|₂, |W*|₂ ≤ γ₀ = 13γ², a step makes g at most (1 - 0.25ηd)g while g ≥ 197γ².",
            Proposition = Falls(13, Term.One, new Rational(1, 4)),
        };
        Source printed = LiYuan.Statement("Theorem 3.2 factor along the trajectory of N");
        yield return new Claim
        {
            Source = printed,
            Text = $"{Setting} the field N of Lemma 2.1 as printed from |W₀|₂, |W*|₂ ≤ γ₀ = 0.99γ, a step makes g at most (1 - 0.5ηd)g while g ≥ 197γ².",
            Proposition = Falls(99, Term.Pi, new Rational(1, 2)),
        };
        yield return new Claim
        {
            Source = printed,
            Quote = new Quote("g_t will keep decreasing by a factor of 1 - 0.5ηd for every step, until g_{t₁} ≤ 197γ²", "Theorem 3.2"),
            Existential = new Existential.Instance("γ > γ₀ > 0", "γ = 1/100, γ₀ = 31γ²"),
            Text = $"{Setting} the field N of Lemma 2.1 as printed from |W₀|₂, |W*|₂ ≤ γ₀ = 31γ², a step makes g at most (1 - 0.5ηd)g while g ≥ 197γ².",
            Proposition = Falls(31, Term.Pi, new Rational(1, 2)),
        };
    }

    private static TrajectoryProposition Falls(Rational share, Term gradientFactor, Rational rate) => TrajectoryProposition.EveryStep(
        PhaseOne.From(share * PhaseOne.SquaredGamma, gradientFactor),
        t => (t.Before[Potential] >= PhaseOne.Level).Implies(
            t.Before[Potential] - t.Now[Potential] >= rate * t.StepSize * t.Dimension * t.Before[Potential]));
}
