using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>The first link of the proof of Theorem 3.3: an exact split of the inner product.</summary>
public sealed class Decomposition : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 proof decomposition"),
            Text = "⟨N, D⟩ = (π/2)(|Du|² + |D|²_F) + P_diag + P_first + P_g + P_δ + P_arcsin + P_sin, with the parts of section 4 written out, for all W and W*.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Dimensions = [1, 2, 3, 4, 5, 10, 20, 50] },
                _ => Formula.True,
                n => n[ReluInnerProduct].EqualTo(
                    (Term.Pi / 2 * (n[SquaredDisplacement] + n[SquaredDistance]))
                    + n[DiagonalPart] + n[FirstOrderPart] + n[PotentialPart] + n[OwnGapPart] + n[ArcSinePart] + n[SinePart])),
        };
    }
}
