using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Definition 2.3 of Li and Yuan (2017): the matrix A of the potential. A definition is checked through what it implies: the
/// trace of A is the potential g of Definition 2.2.
/// </summary>
public sealed class Definition23 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Definition 2.3"),
            Text = "tr A = g for A = (I + W*) normalised(I + W*)ᵀ - (I + W) normalised(I + W)ᵀ and g = Σ_i (|e_i + w*_i| - |e_i + w_i|).",
            Proposition = new NetworkProposition(
                new NetworkDomain(), _ => Formula.True, n => n[TraceOfA].EqualTo(n[Potential])),
        };
    }
}
