using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.GradientObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Theorem for Phase 1 of the PReLU report to first order in the step: along -grad L, f_A falls at the rate sum_j (a_j/|a_j|).(-grad_j L). The thresholds are not
/// printed; how far f_A can fall follows from the update rule, in which u.s may be as low as -2 gamma d.
/// </summary>
public sealed class TheoremPhase1 : ISpec
{
    private static readonly Rational Radius = new(1, 100);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Theorem for Phase 1");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("the auxiliary function f_A will keep decreasing after every step until f_A ≤ ε", "Theorem for Phase 1"),
            Severity = new Severity.DependsOnReading("the slope is not 1: the activation is called non-linear"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100, f_A keeps decreasing while f_A ≥ ε = γ: its rate of decrease along -∇L is positive, for α = 1, which nothing in the theorem excludes.",
            Proposition = new NetworkProposition(
                Ball(1, [1, 2, 3, 5, 10]), n => n[Potential] >= Term.Ratio(1, 100), n => n[PotentialDescent] > 0),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "for α ≠ 1, and ε at least about π((1+α)/(1-α))²γ: for α = 1 the network is linear and f_A plays no part in the gradient",
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100, α = -1/2 and f_A ≥ γ, f_A decreases along -∇L at least at the rate ((1-α)²/(2π)) d f_A.",
            Proposition = new NetworkProposition(
                Ball(new Rational(-1, 2), [1, 2, 3, 5, 10]),
                n => n[Potential] >= Term.Ratio(1, 100),
                n => n[PotentialDescent] >= Term.Ratio(9, 4) / (2 * Term.Pi) * n[Dimension] * n[Potential]),
            Derivation = new Derivation("the update rule of f_A with ⟨u, s⟩ ≥ -2γd", ["prelu/update-rule-of-f-a"]),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 1 at slope 1/4"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100, α = 1/4, f_A ≥ γ and ⟨u, s⟩ ≥ 0, f_A decreases along -∇L at least at the rate ((1-α)²/(2π)) d f_A.",
            Proposition = new NetworkProposition(
                Ball(new Rational(1, 4), [1, 2, 3, 5, 10]),
                n => (n[Potential] >= Term.Ratio(1, 100)) & (n[SumOfDisplacement] >= 0),
                n => n[PotentialDescent] >= Term.Ratio(9, 16) / (2 * Term.Pi) * n[Dimension] * n[Potential]),
            Derivation = new Derivation("the update rule of f_A", ["prelu/update-rule-of-f-a"]),
        };
        yield return UpdateRule();
    }

    private static Claim UpdateRule()
    {
        static Term Kink(Term alpha) => Term.Square(1 - alpha) / Term.Pi;
        return new Claim
        {
            Source = PRelu.Statement("Update rule of f_A"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/1000 and every α in [-3, 3]: f_A falls at the rate ((1-α)²/π)(d - 1 + π/2)f_A + ((1+α)²/2)⟨u, s⟩, within 9((1-α)²/π + |α|)dγ².",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 1000), NegativeSlopes = PRelu.AllSlopes, Dimensions = [1, 2, 3, 5, 10, 20, 50] },
                _ => Formula.True,
                n => 9 * (Kink(n[NegativeSlope]) + Term.Abs(n[NegativeSlope])) * n[Dimension] / 1_000_000 >= Term.Abs(
                    n[PotentialDescent] - (Kink(n[NegativeSlope]) * (n[Dimension] - 1 + (Term.Pi / 2)) * n[Potential])
                    - (Term.Square(1 + n[NegativeSlope]) / 2 * n[SumOfDisplacement]))),
        };
    }

    private static NetworkDomain Ball(Rational slope, IReadOnlyList<int> dimensions) =>
        new() { Radius = Radius, NegativeSlope = slope, Dimensions = dimensions };
}
