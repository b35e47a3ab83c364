using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>Definition 1 of the PReLU report, one point strong convexity in a domain D, for the functions that have it if any do: quadratics, with x* in D.</summary>
public sealed class Definition1 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Definition 1");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("∀x ∈ D, ⟨-∇f(x), x* - x⟩ > δ‖x* - x‖²₂", "Definition 1"),
            Severity = new Severity.Degenerate("at x = x*, where both sides are zero"),
            Text = "f(x) = c|x - x*|²/2 with c ≥ δ satisfies ⟨-∇f(x), x* - x⟩ > δ|x* - x|² for all x, x* among them.",
            Proposition = StatementProposition.Of(Definition24.Quadratic((left, right) => left > right)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "≥ instead of >: at x = x* both sides are zero, so that no function has the property in a domain with x* in it",
            Text = "f(x) = c|x - x*|²/2 with c ≥ δ satisfies ⟨-∇f(x), x* - x⟩ ≥ δ|x* - x|² for all x.",
            Proposition = StatementProposition.Of(Definition24.Quadratic((left, right) => left >= right)),
        };
    }
}
