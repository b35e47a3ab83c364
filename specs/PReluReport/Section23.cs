using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 2.3 of the PReLU report, on residual networks: a deeper network can do what a shallower one does, since an added block sigma((W + I) y) with W = 0
/// leaves y = sigma(z) alone. So it is for ReLU; for PReLU the added activation has to be the identity, which a slope of its own makes possible.
/// </summary>
public sealed class Section23 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Section 2.3 deeper networks"),
            Quote = new Quote("identity mapping could guarantee that the deeper on will have at least same training error rate as the shallower one", "Section 2.3"),
            Existential = new Existential.Instance("W of the added block", "W = 0"),
            Text = "For ReLU, which residual networks use, a block σ((W + I)y) with W = 0 changes nothing after a layer: σ(σ(z)) = σ(z).",
            Proposition = StatementProposition.Of(Unchanged((z, _) => PRelu.Activation(PRelu.Activation(z, 0), 0).EqualTo(PRelu.Activation(z, 0)))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 2.3 deeper networks with one slope"),
            Text = "For PReLU a block σ((W + I)y) with W = 0 and the same α changes nothing after a layer: σ(σ(z)) = σ(z).",
            Proposition = StatementProposition.Of(Unchanged((z, alpha) => PRelu.Activation(PRelu.Activation(z, alpha), alpha).EqualTo(PRelu.Activation(z, alpha)))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 2.3 deeper networks with a slope of their own"),
            Text = "For PReLU a block with W = 0 and the slope 1 in the added layer changes nothing after a layer of slope α: σ₁(σ(z)) = σ(z).",
            Proposition = StatementProposition.Of(Unchanged((z, alpha) => PRelu.Activation(PRelu.Activation(z, alpha), 1).EqualTo(PRelu.Activation(z, alpha)))),
        };
    }

    private static Statement Unchanged(Func<Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        return forAll.Conclude(conclude(forAll.Real("z", -10, 10), forAll.Real("α", -3, 3)));
    }
}
