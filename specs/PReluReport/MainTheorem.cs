using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.GradientObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// The Main Theorem of the PReLU report: steps lead to W*. Stated for one step of gradient descent with eta = 1/(100 d^2) inside the region of Phase 2:
/// |W + eta(-grad L) - W*|^2 = |D|^2 - 2 eta &lt;-grad L, D> + eta^2 |grad L|^2.
/// </summary>
public sealed class MainTheorem : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Main Theorem");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("SGD with small learning rate η and initial W_0 (random/zero/standard all work) will converge to W*", "Main Theorem"),
            Severity = new Severity.DependsOnReading("the slope is not 1: the activation is called non-linear"),
            Text = "For |W|₂, |W*|₂ ≤ 1/100 and f_A ≤ 1/10, a step of gradient descent with η = 1/(100d²) makes |W - W*|²_F at most (1 - η/1000)|W - W*|²_F, "
                + "for α = 1, which nothing in the theorem excludes.",
            Proposition = Step(new SlopeRange(1, 1), n => Gain(n) >= n[SquaredDistance] / 1000),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "for α ≠ 1: the gradient of a linear network vanishes wherever (W* - W)u = 0",
            Text = "For every α in [-3, 3], |W|₂, |W*|₂ ≤ 1/100 and f_A ≤ 1/10, a step of gradient descent with η = 1/(100d²) makes |W - W*|²_F at most (1 - 0.03(1-α)²η)|W - W*|²_F.",
            Proposition = Step(PRelu.AllSlopes, n => Gain(n) >= Term.Ratio(3, 100) * Term.Square(1 - n[NegativeSlope]) * n[SquaredDistance]),
        };
    }

    // What |W - W*|^2 loses in a step, over eta.
    private static Term Gain(NetworkSymbols n) => (2 * n[InnerProduct]) - (n[SquaredGradient] / (100 * Term.Square(n[Dimension])));

    private static NetworkProposition Step(SlopeRange slopes, Func<NetworkSymbols, Formula> conclusion) => new(
        new NetworkDomain { Radius = new Rational(1, 100), NegativeSlopes = slopes, Dimensions = [1, 2, 3, 5, 10] },
        n => n[Potential] <= Term.Ratio(1, 10),
        conclusion);
}
