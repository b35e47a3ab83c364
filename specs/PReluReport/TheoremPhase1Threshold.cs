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
        foreach (Rational slope in new Rational[] { new(-1, 2), new(1, 4), new(1, 2), 3 })
        {
            Term alpha = slope, ratio = Term.Square((1 + alpha) / (1 - alpha));
            Term second = 9 * (1 + (Term.Pi * Term.Abs(alpha) / Term.Square(1 - alpha)));
            yield return new Claim
            {
                Source = PRelu.Statement($"Theorem for Phase 1 threshold at slope {PRelu.Name(slope)}"),
                Quote = new Quote("the auxiliary function f_A will keep decreasing after every step until f_A ≤ ε is small enough", "Theorem for Phase 1"),
                Existential = new Existential.Instance("γ, ε", "γ = 1/1000, ε = 4((1+α)/(1-α))²γ + 9(1 + π|α|/(1-α)²)γ²"),
                Text = $"For |W|₂, |W*|₂ ≤ γ = 1/1000, α = {slope} and f_A ≥ 4((1+α)/(1-α))²γ + 9(1 + π|α|/(1-α)²)γ²: f_A falls along -∇L, at least at the rate ((1-α)²/(10π)) d f_A.",
                Proposition = new NetworkProposition(
                    new NetworkDomain { Radius = Radius, NegativeSlope = slope, Dimensions = [2, 10, 20, 50, 100] },
                    n => n[Potential] >= (4 * ratio * (Term)Radius) + (second * Term.Square((Term)Radius)),
                    n => n[PotentialDescent] >= Term.Square(1 - alpha) / (10 * Term.Pi) * n[Dimension] * n[Potential]),
            };
        }
    }
}
