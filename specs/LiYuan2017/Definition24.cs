using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Definition 2.4 of Li and Yuan (2017), one-point strong convexity, through the remark that follows it: a strongly convex
/// function has the property everywhere. The printed sign is tried on f(x) = c (x - x*)^2 / 2 with c at least delta; the corrected one follows for every f from
/// the definition of strong convexity at the pairs (x, x*) and (x*, x), with r = |x* - x|^2 and the slacks of both.
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
            Text = "f(x) = c(x - x*)²/2 with c ≥ δ, which is δ-strongly convex, satisfies ⟨-∇f(x), x* - x⟩ > δ|x* - x|² for all x.",
            Proposition = StatementProposition.Of(Quadratic((left, right) => left > right)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "≥ instead of >: at x = x* both sides are zero",
            Text = "If f(x*) = f(x) + ⟨∇f(x), x* - x⟩ + δr/2 + s and f(x) = f(x*) + δr/2 + s' with s, s' ≥ 0, as δ-strong convexity says of x and the minimiser x*, r = |x* - x|², then ⟨-∇f(x), x* - x⟩ = δr + s + s' ≥ δr.",
            Proposition = StatementProposition.Of(OfEveryFunction()),
        };
    }

    private static Kernel.Statements.Statement OfEveryFunction()
    {
        var forAll = new Quantifier();
        Term least = forAll.Real("f(x*)"), delta = forAll.Real("δ", 0), r = forAll.Real("r", 0), s = forAll.Real("s", 0), t = forAll.Real("s'", 0);
        Term value = least + (delta * r / 2) + t, inner = value + (delta * r / 2) + s - least;
        return forAll.Conclude(inner.EqualTo((delta * r) + s + t) & (s + t >= 0));
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
