using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G2: how far directions move.</summary>
public sealed class G2 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: |b/|b| - a/|a|| ≤ |D|/(1-γ).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "With |a| = A(1-γ), |b| = B(1-γ) and (|b|-|a|)² = q|D|², the squared ratio of the sides is (1-q)/(AB): at most 1 for A, B ≥ 1 and q in [0, 1].";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        Term turned = Term.Sqrt(Term.Sum(near.A.Direction.Zip(near.B.Direction, (a, b) => Term.Square(b - a))));
        return near.Difference.Norm / (1 - near.Gamma) >= turned;
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term a = forAll.Real("A", 1, 2), b = forAll.Real("B", 1, 2), q = forAll.Real("q", 0, 1);
        return 1 >= (1 - q) / (a * b);
    }
}
