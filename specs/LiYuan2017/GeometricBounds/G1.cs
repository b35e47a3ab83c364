using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G1: the length of a perturbed vector, to second order.</summary>
public sealed class G1 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: 0 ≤ |b| - |a| - ⟨a/|a|, D⟩ ≤ |D|²/(2|a|) ≤ |D|²/(2(1-γ)).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "With |a| = A(1-γ) and (|b|-|a|)² = q|D|², the middle term is (1-q)|D|²/(2|a|): 0 ≤ (1-q)/A ≤ 1/A ≤ 1 for A ≥ 1 and q in [0, 1].";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        Term remainder = near.B.Norm - near.A.Norm - SymbolicVector.Dot(near.A.Direction, near.Difference.Entries);
        return (remainder >= 0)
            & (near.SquaredDistance / (2 * near.A.Norm) >= remainder)
            & (near.SquaredDistance / (2 * (1 - near.Gamma)) >= near.SquaredDistance / (2 * near.A.Norm));
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term a = forAll.Real("A", 1, 2), q = forAll.Real("q", 0, 1);
        return ((1 - q) / a >= 0) & (q / a >= 0) & (1 >= 1 / a);
    }
}
