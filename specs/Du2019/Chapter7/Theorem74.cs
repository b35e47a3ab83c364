using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// Theorem 7.4 of Du (2019): the cubic Hermite interpolant p of values f0, f1 and slopes f0', f1' on an interval of length h, at y0 + hu. With S = (f1 - f0)/h.
/// </summary>
public sealed class Theorem74 : ISpec
{
    private static readonly Term F0 = Term.Variable("f0"), H = Term.Variable("h"), S = Term.Variable("S"), D0 = Term.Variable("f0'"), D1 = Term.Variable("f1'");

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.4 interpolation"),
            Quote = new Quote("p(y) satisfies p(y0) = f(y0), p(y1) = f(y1), p′(y0) = f′(y0) and p′(y1) = f′(y1)", "Theorem 7.4"),
            Text = "The cubic with c2 = (3S - f1' - 2f0')/h and c3 = -(2S - f1' - f0')/h² has values f0, f0 + hS and slopes f0', f1' at the ends.",
            Proposition = Identity(Value(0).EqualTo(F0) & Value(1).EqualTo(F0 + (H * S)) & Slope(0).EqualTo(D0) & Slope(1).EqualTo(D1)),
        };
        Source source = Du.Statement("Theorem 7.4 range");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("for f(y1) < f(y0) < 0, if f′(y1) ≥ 3(f(y1) - f(y0))/(y1 - y0) then we have f(y1) ≤ p(y) ≤ f(y0) for y ∈ [y0, y1]", "Theorem 7.4"),
            Severity = new Severity.Substantive(),
            Text = "If f1 < f0 < 0, f0' < 0 and f1' ≥ 3S then f1 ≤ p ≤ f0; on an interval of length 1, with numbers up to 100.",
            Proposition = AsPrinted(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "both slopes between 3S and 0 (Fritsch and Carlson); a positive slope f1' makes p dip below f1, and so does a steep f0'",
            Text = "If 3S ≤ f0' ≤ 0 and 3S ≤ f1' ≤ 0, that is S = -s, f0' = -3sα, f1' = -3sβ with s ≥ 0 and α, β in [0, 1], then f1 ≤ p ≤ f0: f0 - p and p - f1 are sums of terms that are not negative.",
            Proposition = Corrected(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.4 upper half"),
            Quote = new Quote("if f′(y1) ≥ 3(f(y1) - f(y0))/(y1 - y0) then we have p(y) ≤ f(y0) for y ∈ [y0, y1]", "Theorem 7.4"),
            Text = "If S = -s, f0' = -a, f1' = -3s + b with s, a, b ≥ 0 then f0 - p = hu(a(1-u)² + su² + bu(1-u)) ≥ 0: the half that Lemma 7.4 needs.",
            Proposition = UpperHalf(),
        };
    }

    private static Term Value(Term u) => F0 + (H * Rise(u, D0, D1, S));

    // p' = c1 + 2 c2 delta + 3 c3 delta^2.
    private static Term Slope(Term u) => D0 + (2 * u * ((3 * S) - D1 - (2 * D0))) - (3 * Term.Square(u) * ((2 * S) - D1 - D0));

    // (p - f0)/h.
    private static Term Rise(Term u, Term d0, Term d1, Term s) =>
        (d0 * u) + (((3 * s) - d1 - (2 * d0)) * Term.Square(u)) - (((2 * s) - d1 - d0) * Term.Pow(u, 3));

    private static StatementProposition Identity(Formula conclusion)
    {
        var forAll = new Quantifier();
        foreach (string name in new[] { "f0", "h", "S", "f0'", "f1'" })
        {
            forAll.Real(name);
        }

        return StatementProposition.Of(forAll.Conclude(conclusion));
    }

    private static StatementProposition AsPrinted()
    {
        var forAll = new Quantifier();
        Term u = forAll.Real("u", 0, 1), f0 = forAll.Real("f0", -100, 0), f1 = forAll.Real("f1", -100, 0), d0 = forAll.Real("f0'", -100, 0), d1 = forAll.Real("f1'", -100, 100);
        Term s = f1 - f0;
        forAll.Given(f1 < f0).Given(f0 < 0).Given(d0 < 0).Given(d1 >= 3 * s);
        Term p = f0 + Rise(u, d0, d1, s);
        return StatementProposition.Of(forAll.Conclude((f1 <= p) & (p <= f0)));
    }

    private static StatementProposition Corrected()
    {
        var forAll = new Quantifier();
        Term u = forAll.Real("u", 0, 1), h = forAll.Real("h", 0), s = forAll.Real("s", 0), alpha = forAll.Real("α", 0, 1), beta = forAll.Real("β", 0, 1);
        Term d0 = -3 * s * alpha, d1 = -3 * s * beta;
        Term above = h * u * s * ((3 * alpha * Term.Square(1 - u)) + Term.Square(u) + (3 * (1 - beta) * u * (1 - u)));
        Term below = h * (1 - u) * s * (((1 - u) * (1 - u + (3 * (1 - alpha) * u))) + (3 * beta * Term.Square(u)));
        return StatementProposition.Of(forAll.Conclude(
            (-h * Rise(u, d0, d1, -s)).EqualTo(above) & (above >= 0) & (h * (Rise(u, d0, d1, -s) + s)).EqualTo(below) & (below >= 0)));
    }

    private static StatementProposition UpperHalf()
    {
        var forAll = new Quantifier();
        Term u = forAll.Real("u", 0, 1), h = forAll.Real("h", 0), s = forAll.Real("s", 0), a = forAll.Real("a", 0), b = forAll.Real("b", 0);
        Term above = h * u * ((a * Term.Square(1 - u)) + (s * Term.Square(u)) + (b * u * (1 - u)));
        return StatementProposition.Of(forAll.Conclude((-h * Rise(u, -a, b - (3 * s), -s)).EqualTo(above) & (above >= 0)));
    }
}
