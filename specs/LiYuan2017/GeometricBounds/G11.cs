using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G11: the cosine times the vector.</summary>
public sealed class G11 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: with the cosines c_a, c_b of a and b with p, |c_b b - c_a a| ≤ (s/2 + √(s²/4 + σ²))|D|, σ = 2γ√(1-γ²), s = √(1-σ²).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "The Jacobian of cx is cI + √(1-c²)(x/|x|)nᵀ; its norm is √(1-c²)/2 + √(1+3c²)/2. The bound minus the norm is (σ²-c²)/2 times 3/(√(1+3σ²)+√(1+3c²)) - 1/(√(1-σ²)+√(1-c²)), and with c = σx, √(1-σ²) = 1-2γ² the latter is positive.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        Term s = Term.Sqrt(1 - Term.Square(near.LargestCosine));
        return ((s / 2) + Term.Sqrt((Term.Square(s) / 4) + Term.Square(near.LargestCosine))) * near.Difference.Norm
            >= near.DistanceOfMultiples(b, a);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term square = Term.Square(Radius(forAll)), x = forAll.Real("x", 0, 1);
        Term largest = 4 * square * (1 - square), cosine = largest * Term.Square(x);
        Term root = 1 - (2 * square) + Term.Sqrt(1 - cosine);
        return (3 * root >= Term.Sqrt(1 + (3 * largest)) + Term.Sqrt(1 + (3 * cosine))) & (largest * (1 - Term.Square(x)) >= 0);
    }
}
