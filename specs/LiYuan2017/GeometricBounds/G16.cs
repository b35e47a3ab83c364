using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G16: the tilt of a direction against a difference.</summary>
public sealed class G16 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: |⟨a/|a| - e, D⟩| ≤ 2 sin(arcsin(γ)/2)|D|.";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "|a/|a| - e| is 2 sin(ψ/2) for the angle ψ of a and e, and sin ψ = γx with x in [0, 1] by G3: 2 sin²(ψ/2) = γ²x²/(1+√(1-γ²x²)), and the factors of the difference of the bounds are nonnegative.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        Term tilted = ((near.A.Direction[0] - 1) * near.Difference.Entries[0]) + (near.A.Direction[1] * near.Difference.Entries[1]);
        return 2 * Term.Sin(Term.Asin(near.Gamma) / 2) * near.Difference.Norm >= Term.Abs(tilted);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term square = Term.Square(Radius(forAll)), x = forAll.Real("x", 0, 1);
        Term difference = square * (1 - Term.Square(x)) / (Term.Sqrt(1 - square) + Term.Sqrt(1 - (square * Term.Square(x))));
        return difference >= 0;
    }
}
