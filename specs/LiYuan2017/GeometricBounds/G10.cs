using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G10: the arcsine remainder times the vector.</summary>
public sealed class G10 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: with the cosines c_a, c_b of a and b with p and h(c) = arcsin c - c, |h(c_b)b - h(c_a)a| ≤ (k/2 + √(k²/4 + h(σ)²))|D|, k = 2γ², σ = 2γ√(1-γ²).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "The Jacobian of h(c)x is hI + κ(x/|x|)nᵀ with κ = 1-√(1-c²) = kx, h = h(σ)y and x, y in [0, 1]; its norm is κ/2 + √(κ²/4 + h²). The difference of the bound and the norm, with the roots rationalised, is a sum of products of nonnegative terms.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        Term k = 2 * Term.Square(near.Gamma), h = Term.Asin(near.LargestCosine) - near.LargestCosine;
        return ((k / 2) + Term.Sqrt((Term.Square(k) / 4) + Term.Square(h))) * near.Difference.Norm
            >= near.DistanceOfMultiples(Term.Asin(b) - b, Term.Asin(a) - a);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term square = Term.Square(Radius(forAll)), h = forAll.Real("h(σ)", 0, 1);
        Term x = forAll.Real("x", 0, 1), y = forAll.Real("y", 0, 1);
        Term bound = Term.Sqrt(Term.Square(square) + Term.Square(h));
        Term norm = Term.Sqrt(Term.Square(square * x) + Term.Square(h * y));
        Term roots = ((Term.Square(square) * (1 - Term.Square(x))) + (Term.Square(h) * (1 - Term.Square(y)))) / (bound + norm);
        return (square * (1 - x)) + roots >= 0;
    }
}
