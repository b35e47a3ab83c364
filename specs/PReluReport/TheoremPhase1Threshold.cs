using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.GradientObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Theorem for Phase 1 of the PReLU report with the epsilon that it leaves open. By the update rule f_A falls at the rate ((1-alpha)^2/pi)(d - 1 + pi/2) f_A + ((1+alpha)^2/2)&lt;u, s>
/// up to 9((1-alpha)^2/pi + |alpha|) d gamma^2, and &lt;u, s> is at least -2 gamma d: down to epsilon = 4((1+alpha)/(1-alpha))^2 gamma, of which pi would do in the limit, and a
/// multiple of gamma^2. As f_A is at most 2 gamma d, the hypothesis binds only in larger dimensions.
/// </summary>
public sealed class TheoremPhase1Threshold : ISpec
{
    private static readonly Rational Radius = new(1, 1000);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 1 threshold"),
            Quote = new Quote("the auxiliary function f_A will keep decreasing after every step until f_A ≤ ε is small enough", "Theorem for Phase 1"),
            Existential = new Existential.Instance("γ, ε(α)", "γ = 1/1000, ε = 4((1+α)/(1-α))²γ + 9(1 + π|α|/(1-α)²)γ²"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/1000, every α in [-3, 3] and (1-α)²f_A ≥ 4(1+α)²γ + 9((1-α)² + π|α|)γ²: f_A falls along -∇L, at least at the rate ((1-α)²/(10π)) d f_A.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = Radius, NegativeSlopes = PRelu.AllSlopes, Dimensions = [2, 10, 20, 50, 100] },
                n => Term.Square(1 - n[NegativeSlope]) * n[Potential]
                    >= (4 * Term.Square(1 + n[NegativeSlope]) * (Term)Radius)
                        + (9 * (Term.Square(1 - n[NegativeSlope]) + (Term.Pi * Term.Abs(n[NegativeSlope]))) * Term.Square((Term)Radius)),
                n => n[PotentialDescent] >= Term.Square(1 - n[NegativeSlope]) / (10 * Term.Pi) * n[Dimension] * n[Potential]),
        };
    }
}
