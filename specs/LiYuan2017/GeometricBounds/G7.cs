using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G7: the joint Taylor expansion of an angle, with cubes of cosines.</summary>
public sealed class G7 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e, D = b - a, and p the direction of a vector within γ of a unit vector orthogonal to e: with the cosines c_a, c_b of a and b with p, |arcsin c_b - c_b - (arcsin c_a - c_a)| ≤ |c_b³ - c_a³|/(6(1-2γ²)(1-γ²)).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "By the mean value theorem of Cauchy the ratio of the sides is 1/(3r(1+r)) with r = √(1-c²) ≥ 1-2γ², at most 1/(6(1-2γ²)(1-γ²)): with r = 1-2γ²τ the difference of the denominators is 2γ²(1-τ)(1+r+1-2γ²).";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        (Term a, Term b) = near.CosinesWithNeighbour();
        Term square = Term.Square(near.Gamma);
        return Term.Abs(Term.Pow(b, 3) - Term.Pow(a, 3)) / (6 * (1 - (2 * square)) * (1 - square))
            >= Term.Abs(Term.Asin(b) - b - (Term.Asin(a) - a));
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term square = Term.Square(Radius(forAll)), t = forAll.Real("τ", 0, 1);
        return 2 * square * (1 - t) * (2 - (2 * square * t) + 1 - (2 * square)) >= 0;
    }
}
