using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G5: how far the angle with a neighbour moves.</summary>
public sealed class G5 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: |∠(b,p) - ∠(a,p)| ≤ |D|/(1-γ).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "The gradient of ∠(x,p) has norm 1/|x| with |x| = X(1-γ): 1/X ≤ 1. A direction that makes the angle φ with it moves the angle at the rate cos φ/X.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        return near.Difference.Norm / (1 - near.Gamma) >= Term.Abs(Term.Asin(b) - Term.Asin(a));
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term cosine = forAll.Real("cos φ", -1, 1), length = forAll.Real("X", 1, 2);
        return 1 >= Term.Abs(cosine) / length;
    }
}
