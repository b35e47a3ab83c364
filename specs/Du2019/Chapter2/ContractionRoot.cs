using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>The inequality by which chapter 2 turns a rate for squared errors into one for errors.</summary>
public sealed class ContractionRoot : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1);
        yield return new Claim
        {
            Source = Du.Statement("Chapter 2 root of the contraction"),
            Text = "1 - √(1 - x) ≥ x/2 for x in [0, 1].",
            Proposition = StatementProposition.Of(forAll.Conclude(1 - Term.Sqrt(1 - x) >= x / 2)),
        };
    }
}
