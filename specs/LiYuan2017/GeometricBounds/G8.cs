using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G8: the joint Taylor expansion of an angle, with the distance.</summary>
public sealed class G8 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: with the cosines c_a, c_b of a and b with p, |arcsin c_b - c_b - (arcsin c_a - c_a)| ≤ 2γ²(1+γ⁴/15)/(1-γ²) |D|.";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "The gradient of arcsin c - c has norm (1-√(1-c²))/|x|, which inversion x/|x|² = z/(1-γ²) turns into (|z| - |z-⟨z,p⟩p|)/(1-γ²) with z within γ of e. It is convex in z, so |z - e| = γ: "
        + "z = e + γ(cos φ, sin φ), p = (γq, √(1-γ²q²)), ⟨z,p⟩²/(|z|+√(|z|²-⟨z,p⟩²)) ≤ 2γ²(1+γ⁴/15), stated divided by γ² and with the constant 1 % larger.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        Term square = Term.Square(near.Gamma);
        return 2 * square * (1 + (Term.Square(square) / 15)) / (1 - square) * near.Difference.Norm
            >= Term.Abs(Term.Asin(b) - b - (Term.Asin(a) - a));
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term gamma = Radius(forAll), angle = forAll.Real("φ", new(-22, 7), new(22, 7)), q = forAll.Real("q", -1, 1);
        Term product = (q * (1 + (gamma * Term.Cos(angle)))) + (Term.Sin(angle) * Term.Sqrt(1 - Term.Square(gamma * q)));
        Term squaredLength = 1 + (2 * gamma * Term.Cos(angle)) + Term.Square(gamma);
        Term across = Term.Sqrt(squaredLength - Term.Square(gamma * product));
        return Term.Ratio(202, 100) * (1 + (Term.Pow(gamma, 4) / 15)) >= Term.Square(product) / (Term.Sqrt(squaredLength) + across);
    }
}
