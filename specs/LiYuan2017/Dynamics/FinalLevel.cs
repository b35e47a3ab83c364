using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>Theorem 3.2 of Li and Yuan (2017), Phase I in full: after 1/(16 eta) steps the potential is at most 197 gamma^2.</summary>
public sealed class FinalLevel : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For d = 100, γ = 1/100, noise |E_t|_F ≤ ε = γ² and η = γ²/(6dγ + ε)²: descent along";
        const string Outcome = "has g ≤ 197γ² after 1/(16η) = 22500 steps.";
        Source source = LiYuan.Statement("Theorem 3.2 trajectory");
        yield return new Claim
        {
            Source = source,
            Text = $"{Setting} -∇L from |W₀|₂, |W*|₂ ≤ γ₀ = 15γ² {Outcome}",
            Proposition = Ends(15 * PhaseOne.SquaredGamma),
        };
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("until g_{t₁} ≤ 197γ² for step t₁ ≤ 1/(16η)", "Theorem 3.2"),
            Existential = new Existential.Instance("γ > γ₀ > 0", "γ = 1/100, γ₀ = 7.1γ²"),
            Text = $"{Setting} -∇L from |W₀|₂, |W*|₂ ≤ γ₀ = 7.1γ² {Outcome}",
            Proposition = Ends(new Rational(71, 10) * PhaseOne.SquaredGamma),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 trajectory along N"),
            Text = $"{Setting} the field N of Lemma 2.1 as printed from |W₀|₂, |W*|₂ ≤ γ₀ = 15γ² has g ≤ 197γ² after 10000 steps, less than half of 1/(16η).",
            Proposition = TrajectoryProposition.LastStep(
                PhaseOne.From(15 * PhaseOne.SquaredGamma, Term.Pi) with { Steps = _ => 10_000 }, t => t.Now[Potential] <= PhaseOne.Level),
        };
    }

    private static TrajectoryProposition Ends(Rational startRadius) =>
        TrajectoryProposition.LastStep(PhaseOne.From(startRadius), t => t.Now[Potential] <= PhaseOne.Level);
}
