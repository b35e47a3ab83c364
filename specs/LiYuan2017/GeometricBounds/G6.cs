using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G6: how far the sine of the angle with a neighbour moves.</summary>
public sealed class G6 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: |sin ∠(b,p) - sin ∠(a,p)| ≤ 2γ/(1-γ²) |D|.";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "The gradient of sin ∠(x,p) has norm |⟨x/|x|², p⟩|. For x = e + γv, |x - e|² = γ²n: |x/|x|² - e/(1-γ²)|² ≤ γ²/(1-γ²)² is 1 - n ≥ 0 after clearing, "
        + "so the norm is at most γ|p1 + r|/(1-γ²) with |p1|, |r| ≤ 1. "
        + "Also written out for x = e + γ(cos φ, sin φ), p = (γp1, √(1-γ²p1²)), over γ, with the constant 1 % larger.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        Term rate = 2 * near.Gamma / (1 - Term.Square(near.Gamma));
        return rate * near.Difference.Norm >= Term.Abs(Term.Sqrt(1 - Term.Square(b)) - Term.Sqrt(1 - Term.Square(a)));
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term n = forAll.Real("n", 0, 1), p1 = forAll.Real("p1", -1, 1), r = forAll.Real("r", -1, 1);
        Term gamma = Radius(forAll), angle = forAll.Real("φ", new(-22, 7), new(22, 7));
        Term product = (p1 * (1 + (gamma * Term.Cos(angle)))) + (Term.Sin(angle) * Term.Sqrt(1 - Term.Square(gamma * p1)));
        Term squaredLength = 1 + (2 * gamma * Term.Cos(angle)) + Term.Square(gamma);
        return (1 - n >= 0) & (2 >= Term.Abs(p1 + r)) & (Term.Ratio(202, 100) / (1 - Term.Square(gamma)) >= product / squaredLength);
    }
}
