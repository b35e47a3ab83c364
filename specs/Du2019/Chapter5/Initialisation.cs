using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>Theorem 5.4 of Du (2019), what is certain of the initialisation, and Theorem 5.5, descents that end at the spurious local minimum, |w*| = 1.</summary>
public sealed class Initialisation : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Ball().Concat(Spurious());

    private static IEnumerable<Claim> Ball()
    {
        Source source = Du.Statement("Theorem 5.4 sum of the second layer");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("Let ... a ∼ unif(B(0, |1ᵀa*|‖w*‖/√k)), then exists (v^0, a^0) ∈ {(v, a), (v, -a), (-v, a), (-v, -a)} that ... |1ᵀa^0| ≤ |1ᵀa*|", "Theorem 5.4"),
            Severity = new Severity.DependsOnReading("‖w*‖ is at most 1, as in most of the chapter"),
            Text = "k|a|² ≤ (1ᵀa*)²‖w*‖² implies (1ᵀa)² ≤ (1ᵀa*)², for ‖w*‖ up to 2 and 1ᵀa* = 1; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", [1, 2, 3], InBall),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "|1ᵀa^0| ≤ |1ᵀa*|‖w*‖, as the proof has it",
            Text = "k|a|² - (1ᵀa)² is the sum of (a_i - a_j)² over pairs, so that |a| ≤ |1ᵀa*|‖w*‖/√k gives |1ᵀa| ≤ |1ᵀa*|‖w*‖; k = 1, 2, 3, 4.",
            Proposition = StatementProposition.ForCases("k", [1, 2, 3, 4], Pairs),
        };
    }

    private static IEnumerable<Claim> Spurious()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.5 loss"),
            Quote = new Quote("when Algorithm 1 converges, we have θ(v, w*) = π, ... and ℓ(v, a) = Ω(‖a*‖²)", "Theorem 5.5"),
            Existential = new Existential.Instance("the constant of Ω", "133/1000"),
            Text = "ℓ(π, a_sp)/|a*|² = ((π-2) + πr/(k+π-1))/(4(π-1)) ≥ 133/1000 for r = (1ᵀa*)²/|a*|² ≥ 0.",
            Proposition = Loss(),
        };
        Source source = Du.Statement("Theorem 5.5 invariance of the signal");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("(a^(t+1))ᵀa* ≤ η((g(φ^t) - 1)‖a*‖² + 2(1ᵀa*)²)/(2π) < 0", "Proof of Theorem 5.5"),
            Text = "If aᵀa* = -x < 0, (g-1)|a*|² + 2(1ᵀa*)² = -r ≤ 0 and (1ᵀa*)² + 1ᵀa*1ᵀa = s ≥ 0, then minus the next aᵀa* is (1-θ)x + h(r + s) > 0, over x, for θ = h(π-1) ≤ (π-1)/π, which η ≤ 2π/(k+π-1) gives.",
            Proposition = Stays(),
        };
        Source sum = Du.Statement("Theorem 5.5 invariance of the sum");
        yield return new Claim
        {
            Source = sum,
            Quote = new Quote("suppose ... |1ᵀa^t| ≤ |1ᵀa*| ... and η < (k+π-1)/(2π). Note |1ᵀa^t| ≤ |1ᵀa*| are satisfied by Lemma 5.4", "Proof of Theorem 5.5"),
            Severity = new Severity.Substantive(),
            Text = "|1ᵀa| ≤ |1ᵀa*| and η < (k+π-1)/(2π) imply the same after a step; with 1ᵀa = y1ᵀa*, g(φ) in [0, 1], k = 1, 10, 100.",
            Proposition = StatementProposition.ForCases("k", [1, 10, 100], k => Sum(k, (k + Term.Pi - 1) / (2 * Term.Pi))),
        };
        yield return new Claim
        {
            Source = sum,
            Correction = "η ≤ 2π/(k+π-1), the reciprocal, as in Lemma 5.4",
            Text = "|1ᵀa| ≤ |1ᵀa*| and η ≤ 2π/(k+π-1) imply the same after a step: 1 ± y' are sums of terms that are not negative, with 1ᵀa = y1ᵀa*, y' = (1-ρ)y + ρ(1-m), ρ = η(k+π-1)/(2π).",
            Proposition = SumCorrected(),
        };
    }

    private static Statement InBall(int k)
    {
        var forAll = new Quantifier();
        Term[] a = [.. Enumerable.Range(1, k).Select(i => forAll.Real($"a{i}", -2, 2))];
        Term norm = forAll.Real("|w*|", 0, 2);
        forAll.Given(k * Convolution.Dot(a, a) <= Term.Square(norm));
        return forAll.Conclude(Term.Square(Term.Sum(a)) <= 1);
    }

    private static Statement Pairs(int k)
    {
        var forAll = new Quantifier();
        Term[] a = Convolution.Vector(forAll, "a", k);
        Term pairs = Term.Sum(from i in Enumerable.Range(0, k) from j in Enumerable.Range(0, i) select Term.Square(a[i] - a[j]));
        return forAll.Conclude(((k * Convolution.Dot(a, a)) - Term.Square(Term.Sum(a))).EqualTo(pairs) & (pairs >= 0));
    }

    private static StatementProposition Loss()
    {
        var forAll = new Quantifier();
        Term k = forAll.Real("k", 1), r = forAll.Real("r", 0);
        return StatementProposition.Of(forAll.Conclude((Term.Pi - 2 + (Term.Pi * r / (k + Term.Pi - 1))) / (4 * (Term.Pi - 1)) >= Term.Ratio(133, 1000)));
    }

    private static StatementProposition Stays()
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("πh", 0, 1) / Term.Pi, r = forAll.Real("r/x", 0), s = forAll.Real("s/x", 0);
        return StatementProposition.Of(forAll.Conclude(1 - (h * (Term.Pi - 1)) + (h * (r + s)) > 0));
    }

    private static Statement Sum(int k, Term longest)
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0, 100), y = forAll.Real("y", -1, 1), g = forAll.Real("g", 0, 1);
        forAll.Given(eta < longest);
        return forAll.Conclude(Term.Abs(((1 - (eta * (k + Term.Pi - 1) / (2 * Term.Pi))) * y) + (eta * (k + g - 1) / (2 * Term.Pi))) <= 1);
    }

    private static StatementProposition SumCorrected()
    {
        var forAll = new Quantifier();
        Term rho = forAll.Real("ρ", 0, 1), y = forAll.Real("y", -1, 1), m = forAll.Real("m", 0, 1);
        Term next = ((1 - rho) * y) + (rho * (1 - m)), above = ((1 - rho) * (1 - y)) + (rho * m), below = ((1 - rho) * (1 + y)) + (rho * (2 - m));
        return StatementProposition.Of(forAll.Conclude((1 - next).EqualTo(above) & (1 + next).EqualTo(below) & (above >= 0) & (below >= 0)));
    }
}
