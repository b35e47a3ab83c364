using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G9: the length times the sine of the angle with a neighbour.</summary>
public sealed class G9 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: ||b| sin ∠(b,p) - |a| sin ∠(a,p) - (|b| - |a|)| ≤ 2γ|D|.";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "The gradient of |x| - |x - ⟨x,p⟩p| has the squared norm 2(1-√(1-c²)) for the cosine c of x and p, and √(1-c²) = 1-2γ²τ with τ in [0, 1] by G4: 4γ²τ ≤ 4γ². "
        + "Also written out for x = e + γ(cos φ, sin φ), p = (γp1, √(1-γ²p1²)), over 2γ², with the constant 1 % larger.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        static Term Bend(Term c) => Term.Square(c) / (1 + Term.Sqrt(1 - Term.Square(c)));
        return 2 * near.Gamma * near.Difference.Norm >= Term.Abs((near.B.Norm * Bend(b)) - (near.A.Norm * Bend(a)));
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term gamma = Radius(forAll), t = forAll.Real("τ", 0, 1);
        Term square = Term.Square(gamma);
        Term angle = forAll.Real("φ", new(-22, 7), new(22, 7)), p1 = forAll.Real("p1", -1, 1);
        Term product = (p1 * (1 + (gamma * Term.Cos(angle)))) + (Term.Sin(angle) * Term.Sqrt(1 - Term.Square(gamma * p1)));
        Term ratio = Term.Square(product) / (1 + (2 * gamma * Term.Cos(angle)) + square);
        return (4 * square * (1 - t) >= 0) & (Term.Ratio(202, 100) >= ratio / (1 + Term.Sqrt(1 - (square * ratio))));
    }
}
