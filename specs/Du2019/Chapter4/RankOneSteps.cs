using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Section 4.8 of Du (2019): the equations (4.23) and (4.24) of the rank-one factorisation, and what its proofs say of one step, in units sigma_1 = 1.</summary>
public sealed class RankOneSteps : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source orthogonal = Du.Statement("Equation 4.23");
        yield return new Claim
        {
            Source = orthogonal,
            Quote = new Quote("α_{t+1,⊥} = (1 - η(β_t² + β_{t,⊥}²)) α_{t,⊥}", "Proof of Theorem 4.5, Equation 4.23"),
            Severity = new Severity.DependsOnReading("the step is so small that η|u|² and η|v|² are at most 1, as the lemmas show of small steps"),
            Text = "α_⊥ = ‖(I - u*u*ᵀ)u‖ becomes (1 - η|v|²)α_⊥; u*, v* = e₁, d₁ = d₂ = 2, η ≤ 1.",
            Proposition = StatementProposition.Of(Orthogonal((n, v2, next) => Term.Abs(next).EqualTo((1 - v2) * Term.Abs(n)))),
        };
        yield return new Claim
        {
            Source = orthogonal,
            Correction = "|1 - η(β² + β_⊥²)|: a norm does not turn negative when the step is large",
            Text = "α_⊥ = ‖(I - u*u*ᵀ)u‖ becomes |1 - η|v|²|α_⊥, stated of the squares; u*, v* = e₁, d₁ = d₂ = 2, η ≤ 1.",
            Proposition = StatementProposition.Of(Orthogonal((n, v2, next) => Term.Square(next).EqualTo(Term.Square(1 - v2) * Term.Square(n)))),
        };
        yield return Product();
        yield return Loss();
        yield return Exponential();
        yield return LevelAtT1();
        yield return Overshoot();
    }

    // u = (α, n) and v = (β, k), so that α_⊥ = |n|; row 2 of u - η (u v^T - e1 e1^T) v is free of α.
    private static Statement Orthogonal(Func<Term, Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term n = forAll.Real("u₂", -2, 2), beta = forAll.Real("v₁", -2, 2), k = forAll.Real("v₂", -2, 2), eta = forAll.Real("η", 0, 1);
        Term next = n - (eta * ((n * beta * beta) + (n * k * k)));
        return forAll.Conclude(conclude(n, eta * (Term.Square(beta) + Term.Square(k)), next));
    }

    private static Claim Product()
    {
        var forAll = new Quantifier();
        RankOneMap map = Free(forAll, forAll.Real("σ₁"));
        Term h = (map.Alpha * map.Beta) - map.Sigma, eta = map.Eta, a2 = Term.Square(map.A), b2 = Term.Square(map.B), alpha2 = Term.Square(map.Alpha), beta2 = Term.Square(map.Beta);
        Term factor = 1 - (eta * (alpha2 + beta2)) + (Term.Square(eta) * ((map.Alpha * map.Beta * h) + (alpha2 * b2) + (beta2 * a2) + (a2 * b2)));
        Term printed = (factor * h) - (eta * map.Alpha * map.Beta * (a2 + b2)) + (Term.Square(eta) * map.Sigma * a2 * b2);
        return new Claim
        {
            Source = Du.Statement("Equation 4.24"),
            Quote = new Quote(
                "h_{t+1} = (1 - η(α_t²+β_t²) + η²(α_tβ_th_t + α_t²β_{t,⊥}² + β_t²α_{t,⊥}² + α_{t,⊥}²β_{t,⊥}²))h_t - ηα_tβ_tξ_t + η²σ₁α_{t,⊥}²β_{t,⊥}²", "Proof of Theorem 4.5, Equation 4.24"),
            Text = "With the signal parts of (4.23), h = αβ - σ₁ changes exactly as (4.24) says, for every step η.",
            Proposition = StatementProposition.Of(forAll.Conclude(((map.NextAlpha * map.NextBeta) - map.Sigma).EqualTo(printed))),
        };
    }

    private static Claim Loss()
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α"), a = forAll.Real("α_⊥"), beta = forAll.Real("β"), b = forAll.Real("β_⊥"), sigma = forAll.Real("σ₁");
        Term entries = Term.Square((alpha * beta) - sigma) + Term.Square(alpha * b) + Term.Square(a * beta) + Term.Square(a * b);
        Term inNorms = (((Term.Square(alpha) + Term.Square(a)) * (Term.Square(beta) + Term.Square(b))) - (2 * sigma * alpha * beta)) + Term.Square(sigma);
        return new Claim
        {
            Source = Du.Statement("Theorem 4.5 loss in four numbers"),
            Text = "‖uvᵀ - M*‖² = |u|²|v|² - 2σ₁αβ + σ₁² is h² + α²β_⊥² + β²α_⊥² + α_⊥²β_⊥².",
            Proposition = StatementProposition.Of(forAll.Conclude(inNorms.EqualTo(entries))),
        };
    }

    private static Claim Exponential()
    {
        var forAll = new Quantifier();
        Term y = forAll.Real("y", 0, new Rational(3, 2)); // contains [0, 1]
        return new Claim
        {
            Source = Du.Statement("Lemma 4.6 exponential"),
            Quote = new Quote("1 - x ≥ e^{-2x}, ∀ 0 ≤ x ≤ 1/2", "Proof of Lemma 4.6"),
            Text = "log(1 - x) ≥ -2x for x in [0, 1/2]; with y = 2x, log(1 - y/2) ≥ -y.",
            Proposition = StatementProposition.Of(forAll.Conclude(Term.Log(1 - (y / 2)) + y >= 0)),
        };
    }

    private static Claim LevelAtT1()
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, 2), beta = forAll.Real("β", 0, 2);
        forAll.Given(100 * alpha >= beta).Given(100 * beta >= alpha).Given(Term.Square(alpha) + Term.Square(beta) >= Term.Ratio(1, 2));
        return new Claim
        {
            Source = Du.Statement("Lemma 4.6 level at the end of stage 1"),
            Quote = new Quote("These imply min{α_{T1}, β_{T1}} ≥ 2√(c₁σ₁) for some small universal constant c₁ > 0", "Proof of Lemma 4.6"),
            Existential = new Existential.Instance("c₁ > 0", "c₁ = 1/80100"),
            Text = "In units σ₁ = 1, where α² + β² ≥ ½ and |α-β| ≤ (99/101)(α+β), that is, neither exceeds 100 times the other: α², β² ≥ 4c₁; α, β ≤ 2.",
            Proposition = StatementProposition.Of(forAll.Conclude((Term.Square(alpha) >= Term.Ratio(4, 80_100)) & (Term.Square(beta) >= Term.Ratio(4, 80_100)))),
        };
    }

    private static Claim Overshoot()
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", new Rational(1, 50), new Rational(3, 2)), beta = forAll.Real("β", new Rational(1, 50), new Rational(3, 2));
        var map = new RankOneMap(alpha, beta, Term.Zero, Term.Zero, Term.Ratio(2, 5), Term.One);
        forAll.Given(alpha * beta <= 1).Given(Term.Square(alpha) + Term.Square(beta) >= Term.Ratio(1, 2));
        return new Claim
        {
            Source = Du.Statement("Lemma 4.6 signal after one step from anywhere"),
            Text = "For c_step = 2/5, α, β in [1/50, 3/2] with αβ ≤ σ₁ and α²+β² ≥ σ₁/2 (σ₁ = 1, no orthogonal part), αβ ≤ σ₁ after one step: (b) would be a matter of single steps.",
            Proposition = StatementProposition.Of(forAll.Conclude(1 >= map.NextAlpha * map.NextBeta)),
        };
    }

    private static RankOneMap Free(Quantifier forAll, Term sigma) =>
        new(forAll.Real("α"), forAll.Real("β"), forAll.Real("α_⊥", 0), forAll.Real("β_⊥", 0), forAll.Real("η", 0), sigma);
}
