using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G1: the length of a perturbed vector, to second order.</summary>
public sealed class G1 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        var near = new NearIdentity(forAll);
        Term remainder = near.B.Norm - near.A.Norm - SymbolicVector.Dot(near.A.Direction, near.Difference.Entries);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G1"),
            Text = "For a, b within γ of a unit vector and D = b - a: 0 ≤ |b| - |a| - ⟨a/|a|, D⟩ ≤ |D|²/(2|a|) ≤ |D|²/(2(1-γ)).",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (remainder >= 0)
                & (near.SquaredDistance / (2 * near.A.Norm) >= remainder)
                & (near.SquaredDistance / (2 * (1 - near.Gamma)) >= near.SquaredDistance / (2 * near.A.Norm)))),
        };
    }
}
