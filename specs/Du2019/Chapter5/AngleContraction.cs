using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemma 5.5 of Du (2019). The step is exactly sin^2 phi' = sin^2 phi (1 - t)^2/(1 + q) with t = eta lambda cos phi and q = (eta lambda sin phi)^2, so that the printed contraction, times
/// (1 + q)/sin^2 phi, is (1 - t)(1 + q) >= (1 - t)^2: it holds exactly for t at most 1.
/// </summary>
public sealed class AngleContraction : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = Du.Statement("Lemma 5.5");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("Under the same assumptions as in Theorem 5.3 ... we have sin²φ^(t+1) ≤ (1 - η cos φ^t λ^t) sin²φ^t where λ^t = ‖w*‖(π - φ^t)(a^t)ᵀa*/(2π‖v^t‖²)", "Lemma 5.5"),
            Severity = new Severity.Substantive(),
            Existential = new Existential.Defeated("the constant C of the step size", "a* = (1, -1)/√2, ‖w*‖ = ‖v‖ = 1, cos φ_0 = 9/10, a_0 = (10 + 10/C)a* and η = C min{β_0 cos φ_0, cos φ_0, 1/k}"),
            Text = "For this family, where 1ᵀa_0 = 1ᵀa* = 0, ηλ_0 cos φ_0 > 1: the bound is negative and sin²φ_1 is not. CM with M = 10 + 10/C is written 10C + 10.",
            Proposition = Family(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "aᵀa* ≤ ‖w*‖(|a*|² + (1ᵀa*)²), which nothing in Theorem 5.3 bounds, and η ≤ 2/(‖w*‖²(|a*|² + (1ᵀa*)²)) suffices",
            Text = "With η = 2h/(‖w*‖²(|a*|² + (1ᵀa*)²)), aᵀa* = x‖w*‖(|a*|² + (1ᵀa*)²), 1/|v|² = i, h, x, i in [0, 1] and φ in [0, π/2], t = hxi(1 - φ/π)cos φ and (1 - t)(1 + q) - (1 - t)² = (1 - t)(q + t) ≥ 0.",
            Proposition = Corrected(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.5 exact step size"),
            Text = "(1 - t)(1 + q) ≥ (1 - t)² for 0 ≤ t ≤ 1 and q ≥ 0: the contraction holds for every step with ηλ cos φ ≤ 1.",
            Proposition = UpTo(1),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.5 just past the exact step size"),
            Text = "(1 - t)(1 + q) ≥ (1 - t)² for 0 ≤ t ≤ 101/100 and q ≥ 0: not beyond ηλ cos φ = 1.",
            Proposition = UpTo(new Rational(101, 100)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Equation 5.9"),
            Quote = new Quote("sin²φ^(t+1) ≤ (1 - 2η cos φ^t λ^t + η²(λ^t)²) sin²φ^t", "Section 5.9.1, (5.9)"),
            Text = "(1 - 2t + t² + q)(1 + q) - (1 - t)² = q(1 + q + (1 - t)²) ≥ 0 for every real t and q ≥ 0: for every step size and every sign of λ, as η²λ² = t² + q.",
            Proposition = Intermediate(),
        };
        Source bound = Du.Statement("Lemma 5.5 bound of lambda");
        yield return new Claim
        {
            Source = bound,
            Quote = new Quote("Combining these, we have an upper bound λ^t ≤ (‖a*‖² + (1ᵀa*)²)‖w*‖²/4", "Proof of Lemma 5.5"),
            Severity = new Severity.Substantive(),
            Text = "λ ≤ ¼(|a*|² + (1ᵀa*)²) for φ in [0, π/2], |v| ≥ 1, ‖w*‖ = 1 and aᵀa* ≤ |a*|² + (1ᵀa*)²; both over the right side, as λ = x(π - φ)i/(2π), x, i in [0, 1].",
            Proposition = Lambda(Term.Ratio(1, 4)),
        };
        yield return new Claim
        {
            Source = bound,
            Correction = "½ instead of ¼: at φ = 0 the angle π - φ is π",
            Text = "λ ≤ ½(|a*|² + (1ᵀa*)²) for φ in [0, π/2], |v| ≥ 1, ‖w*‖ = 1 and aᵀa* ≤ |a*|² + (1ᵀa*)²; as x(1 - φ/π)i/2 ≤ ½.",
            Proposition = Lambda(Term.Ratio(1, 2)),
        };
    }

    private static StatementProposition Family()
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("C", 0), inverse = forAll.Real("1/C", 0), cosine = Term.Ratio(9, 10), phi = Term.Acos(cosine);
        Term g = ((Term.Pi - phi) * cosine) + Term.Sqrt(1 - Term.Square(cosine));
        Term beta = Term.Min(10 + (10 * inverse), g - 1);
        Term share = Term.Min(Term.Min(beta * cosine, cosine), Term.Ratio(1, 2));
        return StatementProposition.Of(forAll.Conclude(share * (10 + (10 * c)) * (Term.Pi - phi) / (2 * Term.Pi) * cosine > 1));
    }

    private static StatementProposition Corrected()
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("h", 0, 1), x = forAll.Real("x", 0, 1), i = forAll.Real("i", 0, 1), phi = forAll.Real("φ", 0, new Rational(1571, 1000)), q = forAll.Real("q", 0);
        forAll.Given(phi <= Term.Pi / 2);
        Term t = h * x * i * (1 - (phi / Term.Pi)) * Term.Max(Term.Cos(phi), 0);
        return StatementProposition.Of(forAll.Conclude((1 - t >= 0) & (t >= 0) & ((1 - t) * (q + t) >= 0)));
    }

    private static StatementProposition UpTo(Rational most)
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, most), q = forAll.Real("q", 0), rest = (1 - t) * (q + t);
        return StatementProposition.Of(forAll.Conclude((((1 - t) * (1 + q)) - Term.Square(1 - t)).EqualTo(rest) & (rest >= 0)));
    }

    private static StatementProposition Intermediate()
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t"), q = forAll.Real("q", 0), rest = q * (1 + q + Term.Square(1 - t));
        return StatementProposition.Of(forAll.Conclude((((1 - (2 * t) + Term.Square(t) + q) * (1 + q)) - Term.Square(1 - t)).EqualTo(rest) & (rest >= 0)));
    }

    private static StatementProposition Lambda(Term most)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1), i = forAll.Real("i", 0, 1), phi = forAll.Real("φ", 0, new Rational(157, 100));
        return StatementProposition.Of(forAll.Conclude(x * i * (1 - (phi / Term.Pi)) / 2 <= most));
    }
}
