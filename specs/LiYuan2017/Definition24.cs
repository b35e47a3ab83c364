using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Definition 2.4 of Li and Yuan (2017), one-point strong convexity, through the remark that follows it: a strongly convex
/// function has the property everywhere. Stated for f(x) = c (x - x*)^2 / 2 with c at least delta.
/// </summary>
public sealed class Definition24 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Definition 2.4");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("if a function f is strongly convex, it is also one point strongly convex", "Definition 2.4"),
            Severity = new Severity.Degenerate("at x = x*, where both sides are zero"),
            Text = "A δ-strongly convex f satisfies ⟨-∇f(x), x* - x⟩ > δ|x* - x|² for all x.",
            Proposition = StatementProposition.Of(Quadratic((left, right) => left > right)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "≥ instead of >: at x = x* both sides are zero",
            Text = "A δ-strongly convex f satisfies ⟨-∇f(x), x* - x⟩ ≥ δ|x* - x|² for all x.",
            Proposition = StatementProposition.Of(Quadratic((left, right) => left >= right)),
        };
    }

    internal static Kernel.Statements.Statement Quadratic(Func<Term, Term, Formula> comparison)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", -10, 10);
        Term minimiser = forAll.Real("x*", -10, 10);
        Term delta = forAll.Real("δ", 0, 10);
        Term c = forAll.Real("c", 0, 100);
        Term negativeGradient = c * (minimiser - x);
        return forAll.Given(delta > 0).Given(c >= delta)
            .Conclude(comparison(negativeGradient * (minimiser - x), delta * Term.Square(minimiser - x)));
    }
}
