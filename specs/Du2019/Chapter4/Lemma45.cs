using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Lemma 4.5 of Du (2019), stage 1 of the rank-one factorisation: over all its steps, and one step at a time; in units sigma_1 = 1.</summary>
public sealed class Lemma45 : ISpec
{
    private const string Stage = "Up to T₁, for c_step ≤ 1, ξ₀ ≤ 1/6 and α₀/β₀ in [1/100, 100]";
    private static readonly Existential Small = new Existential.Instance("c_step, c_init > 0", "c_step ≤ 1, c_init² ≤ 1/1200");

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 4.5 (iv)"),
            Quote = new Quote("Bounded ratio between two layers: |α_t - β_t| ≤ (99/101)(α_t + β_t)", "Lemma 4.5"),
            Existential = Small,
            Text = $"{Stage}: 100α_t ≥ β_t and 100β_t ≥ α_t, which is the bound.",
            Proposition = StageOne.Ratio,
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 4.5 (ii)"),
            Quote = new Quote("Small magnitudes in complement space: ξ_t ≤ ξ₀", "Lemma 4.5"),
            Existential = Small,
            Text = $"{Stage}: ξ_t ≤ ξ₀.",
            Proposition = StageOne.Complement,
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 4.5 growth over all steps"),
            Text = $"{Stage}: α_t + β_t ≥ (1 + c_step/3)^t (α₀ + β₀). As α + β < √σ₁ before T₁, this bounds T₁.",
            Proposition = StageOne.Signal,
        };
        Source start = Du.Statement("Lemma 4.5 magnitude at the start");
        yield return new Claim
        {
            Source = start,
            Quote = new Quote("|α_{0,⊥}|, |β_{0,⊥}| ≤ 10c_init√σ₁ ... ξ₀ ≤ 100c²_init σ₁", "Proof of Theorem 4.5 and Lemma 4.5"),
            Severity = new Severity.Substantive(),
            Text = "α_⊥, β_⊥ ≤ 10c_init give ξ₀ = α_⊥² + β_⊥² ≤ 100c_init² (σ₁ = 1).",
            Proposition = StatementProposition.Of(AtStart(100)),
        };
        yield return new Claim
        {
            Source = start,
            Correction = "200 in place of 100: ξ₀ is the sum of two squares, each of which may be 100c²_init σ₁; the lemmas only need it small",
            Text = "α_⊥, β_⊥ ≤ 10c_init give ξ₀ = α_⊥² + β_⊥² ≤ 200c_init² (σ₁ = 1, α_⊥ = 10c_init p and β_⊥ = 10c_init q with p, q ≤ 1).",
            Proposition = StatementProposition.Of(AtStart(200)),
        };
        yield return OneStep(
            "Lemma 4.5 (i)", new Quote("α_{t+1} = (1 - η‖v_t‖²)α_t + ησ₁β_t ≥ (1 - ησ₁)α_t", "Proof of Lemma 4.5"), "|v|² ≤ 1 gives α' ≥ (1 - c_step)α, which is above 0", (m, v, _, c) => Next(m.Alpha, m.Beta, v, c) >= (1 - c) * m.Alpha);
        yield return OneStep(
            "Lemma 4.5 (iii) upper",
            new Quote("α_{t+1} + β_{t+1} ≤ (1 + c_step)(α_t + β_t)", "Lemma 4.5"),
            "α' + β' ≤ (1 + c_step)(α + β), whatever |u|² and |v|² are",
            (m, v, u, c) => (1 + c) * (m.Alpha + m.Beta) >= Next(m.Alpha, m.Beta, v, c) + Next(m.Beta, m.Alpha, u, c));
        yield return OneStep(
            "Lemma 4.5 (iii) lower",
            new Quote("(1 + c_step/3)(α_t + β_t) ≤ α_{t+1} + β_{t+1}", "Lemma 4.5"),
            "|u|², |v|² ≤ 2/3 give α' + β' ≥ (1 + c_step/3)(α + β)",
            (m, v, u, c) => Next(m.Alpha, m.Beta, v, c) + Next(m.Beta, m.Alpha, u, c) >= (1 + (c / 3)) * (m.Alpha + m.Beta),
            new Rational(2, 3));
    }

    private static Term Next(Term own, Term other, Term otherSquared, Term step) => ((1 - (step * otherSquared)) * own) + (step * other);

    private static Kernel.Statements.Statement AtStart(int factor)
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("c_init", 0, 1), p = forAll.Real("p", 0, 1), q = forAll.Real("q", 0, 1);
        return forAll.Conclude(factor * Term.Square(c) >= Term.Square(10 * c * p) + Term.Square(10 * c * q));
    }

    private static Claim OneStep(string label, Quote quote, string text, Func<(Term Alpha, Term Beta), Term, Term, Term, Formula> conclude, Rational? largest = null)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, 1), beta = forAll.Real("β", 0, 1), v = forAll.Real("|v|²", 0, largest ?? 1), u = forAll.Real("|u|²", 0, largest ?? 1), c = forAll.Real("c_step", 0, 1);
        return new Claim
        {
            Source = Du.Statement(label),
            Quote = quote,
            Text = $"One step with c_step ≤ 1, α and β in [0, 1], σ₁ = 1: {text}.",
            Proposition = StatementProposition.Of(forAll.Conclude(conclude((alpha, beta), v, u, c))),
        };
    }
}
