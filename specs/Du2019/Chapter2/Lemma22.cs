using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>
/// Lemma 2.2 of Du (2019), stability of the Gram matrix: the probability that a neuron can change its pattern within R, the constant c in R = c delta lambda_0 / n^2, and the least eigenvalue.
/// Expectation of the sum of the changes, Markov's inequality and |M|_2 at most the sum of |M_ij| lead to |H - H(0)|_2 at most 4 n^2 R / (sqrt(2 pi) delta).
/// </summary>
public sealed class Lemma22 : ISpec
{
    private static readonly Rational C = new(3, 20);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Density();
        yield return new Claim
        {
            Source = Du.Statement("Lemma 2.2 deviation"),
            Text = "The bound of the proof, 4n²R/(√(2π)δ) with R = cδλ₀/n², is below λ₀/4 for c = 3/20: 4c/√(2π) < ¼.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(4 * C / Term.Sqrt(2 * Term.Pi) < Term.Ratio(1, 4))),
        };
        Source eigenvalue = Du.Statement("Lemma 2.2 least eigenvalue");
        yield return new Claim
        {
            Source = eigenvalue,
            Quote = new Quote("with probability at least 1-δ ... λ_min(H) > λ₀/2", "Lemma 2.2"),
            Severity = new Severity.DependsOnReading("m is as large as in Lemma 2.1, whose bound λ_min(H(0)) ≥ ¾λ₀ the proof uses"),
            Existential = new Existential.Defeated("c > 0", "n = m = d = 1, δ < ½, W = W(0)"),
            Text = "For x = 1, λ₀ = ½, H(0) is 0 when w < 0, which has probability ½ whatever c is: for δ in (0, ½), 0 ≤ λ₀/2 with a probability above δ.",
            Proposition = StatementProposition.Of(Dead()),
        };
        yield return new Claim
        {
            Source = eigenvalue,
            Correction = "given the event of Lemma 2.1: nothing is assumed of m, and a dead neuron has H(0) = 0",
            Text = "With λ_min(H(0)) = lλ₀, l in [¾, 10], and |H - H(0)|₂ ≤ 4cλ₀/√(2π), c = 3/20, λ_min(H) ≥ lλ₀ - 4cλ₀/√(2π) is above λ₀/2.",
            Proposition = StatementProposition.Of(Alive()),
        };
        Source pattern = Du.Statement("Lemma 2.2 change of pattern");
        yield return new Claim
        {
            Source = pattern,
            Quote = new Quote("Note this event happens if and only if |w_r(0)ᵀx_i| < R", "Proof of Lemma 2.2"),
            Severity = new Severity.Degenerate("where |w_r(0)ᵀx_i| = R, which has probability 0"),
            Text = "d = 1, x = 1: if w(0) = -p < 0 and some w = q ≥ 0 lies within R = |w - w(0)| + s, s ≥ 0, then |w(0)| < R.",
            Proposition = StatementProposition.Of(Change((p, distance) => distance > p)),
        };
        yield return new Claim
        {
            Source = pattern,
            Correction = "only |w_r(0)ᵀx_i| ≤ R follows: the ball is closed, and so is the half-line w ≥ 0",
            Text = "d = 1, x = 1: if w(0) = -p < 0 and some w = q ≥ 0 lies within R = |w - w(0)| + s, s ≥ 0, then |w(0)| ≤ R.",
            Proposition = StatementProposition.Of(Change((p, distance) => distance >= p)),
        };
    }

    private static Claim Density()
    {
        var forAll = new Quantifier();
        Term z = forAll.Real("z", 0, 100);
        return new Claim
        {
            Source = Du.Statement("Lemma 2.2 anti-concentration"),
            Text = "The density e^(-z²/2)/√(2π) of a standard Gaussian is at most 1/√(2π); its integral over (-R, R) gives P(|z| < R) ≤ 2R/√(2π).",
            Proposition = StatementProposition.Of(forAll.Conclude(1 >= Term.Exp(-(Term.Square(z) / 2)))),
        };
    }

    private static Statement Dead()
    {
        var forAll = new Quantifier();
        Term delta = forAll.Real("δ", 0, new Rational(1, 2)), active = Term.Zero, lambda = Term.Ratio(1, 2), dead = Term.Ratio(1, 2);
        return forAll.Given(delta > 0).Given(delta < dead).Conclude((lambda / 2 >= active) & (dead > delta));
    }

    private static Statement Alive()
    {
        var forAll = new Quantifier();
        Term l = forAll.Real("l", new Rational(3, 4), 10);
        return forAll.Conclude(l - (4 * C / Term.Sqrt(2 * Term.Pi)) > Term.Ratio(1, 2));
    }

    private static Statement Change(Func<Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term p = forAll.Real("p", 0, 10), q = forAll.Real("q", 0, 10), s = forAll.Real("s", 0, 10);
        return forAll.Given(p > 0).Conclude(conclude(p, p + q + s));
    }
}
