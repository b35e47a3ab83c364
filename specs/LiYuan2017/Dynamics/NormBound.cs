using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>Theorem 3.2 of Li and Yuan (2017), what is said of the time after Phase I: |W_t|_2 at most 1/100 and g_t at most 0.1.</summary>
public sealed class NormBound : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For d = 100, γ = 1/100, noise |E_t|_F ≤ ε = γ² and η = γ²/(6dγ + ε)²: along descent on -∇L from |W₀|₂, |W*|₂ ≤ γ₀ =";
        Source norm = LiYuan.Statement("Theorem 3.2 norm bound");
        yield return new Claim
        {
            Source = norm,
            Text = $"{Setting} 0.99γ, |W_t|₂ ≤ 1/100 for every t ≤ 22500.",
            Proposition = Bounded(new Rational(99, 10_000), t => t.Now[StudentNorm] <= Term.Ratio(1, 100)),
        };
        yield return new Claim
        {
            Source = norm,
            Quote = new Quote("for every T > t₁, we have ‖W_T‖₂ ≤ 1/100", "Theorem 3.2"),
            Existential = new Existential.Instance("γ > γ₀ > 0", "γ = 1/100, γ₀ = 1/500"),
            Text = $"{Setting} 1/500, |W_t|₂ ≤ 1/100 for every t ≤ 22500.",
            Proposition = Bounded(new Rational(1, 500), t => t.Now[StudentNorm] <= Term.Ratio(1, 100)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 growth of the norm"),
            Text = $"{Setting} 1/500, |W_t|₂ ≤ 1.6γ₀ for every t ≤ 22500.",
            Proposition = Bounded(new Rational(1, 500), t => t.Now[StudentNorm] <= Term.Ratio(16, 5000)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 potential afterwards"),
            Quote = new Quote("for every T > t₁, we have ‖W_T‖₂ ≤ 1/100 and g_T ≤ 0.1", "Theorem 3.2"),
            Existential = new Existential.Instance("γ > γ₀ > 0", "γ = 1/100, γ₀ = 1/500"),
            Text = $"{Setting} 1/500, g stays at most 0.1 once it is.",
            Proposition = Bounded(new Rational(1, 500), t => (t.Before[Potential] <= Term.Ratio(1, 10)).Implies(t.Now[Potential] <= Term.Ratio(1, 10))),
        };
    }

    private static TrajectoryProposition Bounded(Rational startRadius, Func<TrajectorySymbols, Formula> conclusion) =>
        TrajectoryProposition.EveryStep(PhaseOne.From(startRadius), conclusion);
}
