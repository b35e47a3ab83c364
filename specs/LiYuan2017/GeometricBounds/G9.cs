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
        "The gradient of |x| - |x - ⟨x,p⟩p| has the squared norm 2(1-√(1-c²)) for the cosine c of x and p, and √(1-c²) = 1-2γ²τ with τ in [0, 1] by G4: 4γ²τ ≤ 4γ².";

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
        Term square = Term.Square(Radius(forAll)), t = forAll.Real("τ", 0, 1);
        return 4 * square * (1 - t) >= 0;
    }
}
