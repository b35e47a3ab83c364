using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.GradientObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 4.2 of the PReLU report, the second task of Phase 1: |W| stays small while f_A falls, so that Phase 2 is not left again. Along descents at d = 10, 30 and 60 with
/// eta = 1/(36 d^2 (1 + alpha^2)) for 1/(16 eta) steps, the numbers of Li and Yuan (2017).
/// </summary>
public sealed class Section42 : ISpec
{
    private const string Start = "|W₀|₂, |W*|₂ ≤ γ₀ = 1/500, η = 1/(36d²(1+α²))";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        foreach (Rational slope in new Rational[] { new(-1, 2), new(1, 4) })
        {
            string name = PRelu.Name(slope);
            yield return new Claim
            {
                Source = PRelu.Statement($"Section 4.2 norm at slope {name}"),
                Quote = new Quote("‖W‖ remains small", "Section 4.2"),
                Existential = new Existential.Instance("γ > γ₀ > 0", "γ = 1/100, γ₀ = 1/500"),
                Text = $"For {Start} and α = {slope}: along descent on -∇L, |W_t|₂ ≤ 1/100 for every t ≤ 1/(16η).",
                Proposition = TrajectoryProposition.EveryStep(From(slope), t => t.Now[StudentNorm] <= Term.Ratio(1, 100)),
            };
            yield return new Claim
            {
                Source = PRelu.Statement($"Section 4.2 no return at slope {name}"),
                Quote = new Quote("once we move on to Phase II, there is no possibility of coming back to Phase I", "Section 4.2"),
                Existential = new Existential.Instance("γ₀, ε", "γ₀ = 1/500, ε = 1/10"),
                Text = $"For {Start} and α = {slope}: along descent on -∇L, f_A stays at most 1/10 once it is, for every t ≤ 1/(16η).",
                Proposition = TrajectoryProposition.EveryStep(
                    From(slope), t => (t.Before[Potential] <= Term.Ratio(1, 10)).Implies(t.Now[Potential] <= Term.Ratio(1, 10))),
            };
        }
    }

    private static DescentFamily From(Rational slope) => new()
    {
        Starts = new NetworkDomain { Radius = new Rational(1, 500), NegativeSlope = slope, Dimensions = [10, 30, 60] },
        StepSize = d => 1 / (36L * d * d * (1 + Term.Square(slope))),
        Steps = d => Ceiling(36 * d * d * (1 + (slope * slope)) / 16),
    };

    private static int Ceiling(Rational value) => (int)Math.Ceiling(value.ToDouble());
}
