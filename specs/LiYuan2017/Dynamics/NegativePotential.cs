using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>Theorems 3.1 and 3.2 of Li and Yuan (2017) from starts with negative potential: "keeps decreasing" cannot hold for it.</summary>
public sealed class NegativePotential : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For d = 100, γ = 1/100, noise |E_t|_F ≤ ε = γ² and η = γ²/(6dγ + ε)² and descent along -∇L from |W₀|₂, |W*|₂ ≤ γ₀ = 7.1γ² with g₀ ≤ 0:";
        Source source = LiYuan.Statement("Theorem 3.2 trajectory for negative g");
        yield return new Claim
        {
            Source = source,
            Text = $"{Setting} g keeps decreasing.",
            Proposition = From(t => t.Now[Potential] <= t.Before[Potential]),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 trajectory from a negative g stays below"),
            Text = $"{Setting} g ≤ 5γ² at every step.",
            Proposition = From(t => t.Now[Potential] <= 5 * (Term)PhaseOne.SquaredGamma),
        };
    }

    private static TrajectoryProposition From(Func<TrajectorySymbols, Formula> conclusion) => TrajectoryProposition.EveryStep(
        PhaseOne.From(new Rational(71, 10) * PhaseOne.SquaredGamma), conclusion, start => start[Potential] <= 0);
}
