using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Equations (5) and (6) of the PReLU report, the gradient as an expectation, against the closed form that the report does not print. Monte Carlo samples the
/// expectation itself; differences of the loss test the closed form.
/// </summary>
public sealed class Equation5 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        foreach (Rational slope in new Rational[] { new(-1, 2), new(1, 4), 1, 2 })
        {
            yield return new Claim
            {
                Source = PRelu.Statement($"Equations (5) and (6) at slope {PRelu.Name(slope)}"),
                Text = $"For α = {slope}, -∇L(W)_j = -2E[(Σσ(⟨e_i + w_i, x⟩) - Σσ(⟨e_i + w*_i, x⟩)) x (1[⟨e_j + w_j, x⟩ ≥ 0] + α 1[⟨e_j + w_j, x⟩ < 0])] "
                    + "= 2α Σ_i (w*_i - w_i) + ((1-α)²/π) N_j, with N_j the field of Lemma 2.1 of Li & Yuan for ReLU as printed there.",
                Proposition = new NetworkGradientProposition(
                    new NetworkDomain { NegativeSlope = slope, Dimensions = [1, 2, 3, 6, 20] },
                    NetworkField.Displacement.Times(2 * (Term)slope).Plus(NetworkField.Relu.Times(Term.Square(1 - (Term)slope) / Term.Pi))),
            };
        }

        var forAll = new Quantifier();
        Term alpha = forAll.Real("α"), t = forAll.Real("t"), pi = forAll.Real("π"), sine = forAll.Real("sin t"), cosine = forAll.Real("cos t");

        // 2 pi times the means of cos(p) cos(p - t) over the arcs where the preactivations have given signs, by the antiderivative p cos(t)/2 + sin(2p - t)/4:
        // its second summand is sin(t)/4 or -sin(t)/4 at every end of an arc.
        Term alike = ((pi - t) * cosine / 2) + (sine / 2), unlike = (t * cosine / 2) - (sine / 2);
        Term mean = alike + (2 * alpha * unlike) + (Term.Square(alpha) * alike);
        yield return new Claim
        {
            Source = PRelu.Statement("Kernel of the loss"),
            Text = "For x on the unit circle and unit vectors a, b at angle t, 2E σ(⟨a,x⟩)σ(⟨b,x⟩) = α⟨a,b⟩ + (1-α)² k with the ReLU kernel k = (sin t + (π-t) cos t)/(2π): "
                + "the four arcs of signs add up, whatever numbers stand for t, π, sin t and cos t.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (2 * mean).EqualTo((2 * pi * alpha * cosine) + (Term.Square(1 - alpha) * (sine + ((pi - t) * cosine)))))),
        };
    }
}
