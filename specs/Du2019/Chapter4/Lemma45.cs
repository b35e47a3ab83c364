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
            Text = "α_⊥, β_⊥ ≤ 10c_init give ξ₀ = α_⊥² + β_⊥² ≤ 100c_init² (σ₁ = 1, everything over c_init).",
            Proposition = StatementProposition.Of(AtStart(100)),
        };
        yield return new Claim
        {
            Source = start,
            Correction = "200 in place of 100: ξ₀ is the sum of two squares, each of which may be 100c²_init σ₁; the lemmas only need it small",
            Text = "α_⊥, β_⊥ ≤ 10c_init give ξ₀ = α_⊥² + β_⊥² ≤ 200c_init² (σ₁ = 1, everything over c_init).",
            Proposition = StatementProposition.Of(AtStart(200)),
        };
        yield return InStage(
            "Lemma 4.5 (i)",
            new Quote("α_{t+1} = (1 - η‖v_t‖²)α_t + ησ₁β_t ≥ (1 - ησ₁)α_t", "Proof of Lemma 4.5"),
            "α_{t+1} ≥ (1 - c_step)α_t, which keeps α positive; and β likewise, with the letters exchanged",
            StageOne.Positive);
        yield return InStage(
            "Lemma 4.5 (iii) upper", new Quote("α_{t+1} + β_{t+1} ≤ (1 + c_step)(α_t + β_t)", "Lemma 4.5"), "α_{t+1} + β_{t+1} ≤ (1 + c_step)(α_t + β_t)", StageOne.Upper);
        yield return InStage(
            "Lemma 4.5 (iii) lower", new Quote("(1 + c_step/3)(α_t + β_t) ≤ α_{t+1} + β_{t+1}", "Lemma 4.5"), "(1 + c_step/3)(α_t + β_t) ≤ α_{t+1} + β_{t+1}", StageOne.Lower);
    }

    private static Claim InStage(string label, Quote quote, string text, Proposition proposition) => new()
    {
        Source = Du.Statement(label),
        Quote = quote,
        Existential = Small,
        Text = $"{Stage}: {text}.",
        Proposition = proposition,
    };

    private static Kernel.Statements.Statement AtStart(int factor)
    {
        var forAll = new Quantifier();
        Term a = forAll.Real("α_⊥/c_init", 0, 10), b = forAll.Real("β_⊥/c_init", 0, 10);
        return forAll.Conclude(factor >= Term.Square(a) + Term.Square(b));
    }
}
