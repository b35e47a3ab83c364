using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>The constants in the proof of Lemma 2.1 of Du (2019): Hoeffding's inequality for one entry of H(0), whose summands lie in an interval of length 1, and the union bound.</summary>
public sealed class Lemma21 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source entry = Du.Statement("Lemma 2.1 one entry");
        yield return new Claim
        {
            Source = entry,
            Quote = new Quote("by Hoeffding inequality, we have with probability 1-δ', |H_ij(0) - H^∞_ij| ≤ 2√(log(1/δ'))/√m", "Proof of Lemma 2.1"),
            Severity = new Severity.Degenerate("for δ' above 0.93, where the bound is to hold with a probability of less than 0.07"),
            Text = "n = m = 1, |x| = 1: |H(0) - H^∞| is always ½, so that for δ' in (0, 1) the bound has to be at least ½: 16 log(1/δ') ≥ 1.",
            Proposition = StatementProposition.Of(OfDelta(new Rational(999, 1000), delta => -16 * Term.Log(delta) >= 1)),
        };
        yield return new Claim
        {
            Source = entry,
            Correction = "for δ' ≤ 9/10: Hoeffding's inequality has two sides, and gives √(log(2/δ')/(2m))",
            Text = "√(log(2/δ')/(2m)) ≤ 2√(log(1/δ'))/√m for δ' ≤ 9/10: log 2 + log(1/δ') ≤ 8 log(1/δ').",
            Proposition = StatementProposition.Of(OfDelta(new Rational(9, 10), delta => -8 * Term.Log(delta) >= Term.Log(2) - Term.Log(delta))),
        };
        Source union = Du.Statement("Lemma 2.1 union bound");
        yield return new Claim
        {
            Source = union,
            Quote = new Quote("Setting δ' = n²δ and applying union bound over (i,j) pairs", "Proof of Lemma 2.1"),
            Severity = new Severity.Substantive(),
            Text = "With δ' = n²δ, n² events of probability δ' have together a probability of at most n²δ', and n²δ' ≤ δ.",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3], n => OfDelta(new Rational(999, 1000), delta => delta >= n * n * (n * n * delta))),
        };
        yield return new Claim
        {
            Source = union,
            Correction = "δ' = δ/n²; the bound for all entries, 4√(log(n/δ))/√m, then follows as it is printed",
            Text = "With δ' = δ/n², for which the union bound is δ, the bound for one entry is at most that for all: 2√(log(n²/δ)) ≤ 4√(log(n/δ)) for 1 ≤ n ≤ 10⁶ and δ < 1.",
            Proposition = StatementProposition.Of(Union()),
        };
    }

    private static Statement OfDelta(Rational upper, Func<Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term delta = forAll.Real("δ", new Rational(1, 1_000_000), upper);
        return forAll.Conclude(conclude(delta));
    }

    private static Statement Union()
    {
        var forAll = new Quantifier();
        Term n = forAll.Real("n", 1, 1_000_000), delta = forAll.Real("δ", new Rational(1, 1_000_000), new Rational(999_999, 1_000_000));
        return forAll.Conclude(4 * (Term.Log(n) - Term.Log(delta)) >= (2 * Term.Log(n)) - Term.Log(delta));
    }
}
