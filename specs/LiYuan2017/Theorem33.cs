using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.3 of Li and Yuan (2017), Phase II: one-point strong convexity while the potential is small, at gamma = 1/100,
/// and up to which gamma it goes on.
/// </summary>
public sealed class Theorem33 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Theorem 3.3");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("⟨-∇L(W), W* - W⟩ > 0.03‖W* - W‖²_F", "Theorem 3.3"),
            Severity = new Severity.Degenerate("at W = W*, where both sides are zero, for every γ"),
            Text = "If |W|₂, |W*|₂ ≤ 1/100 and g ≤ 0.1 then ⟨-∇L(W), W* - W⟩ > 0.03 |W* - W|²_F, with -∇L as Lemma 2.1 prints it.",
            Proposition = Convexity(SourceRadius, new NetworkDomain().Dimensions, n => n[ReluInnerProduct] > Term.Ratio(3, 100) * n[SquaredDistance]),
            Frontier = Over(n => n[ReluInnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance], Term.Ratio(3, 100)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "≥ instead of > (both sides vanish at W = W*), and the true gradient, which is 1/π times the printed one",
            Text = "If |W|₂, |W*|₂ ≤ 1/100 and g ≤ 0.1 then ⟨-∇L(W), W* - W⟩ ≥ 0.03 |W* - W|²_F.",
            Proof = theorem => OnePointConvexity.Derive(theorem, SourceRadius),
            Proposition = Convexity(SourceRadius, new NetworkDomain().Dimensions, n => n[InnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance]),
            Frontier = Over(n => n[InnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance], Term.Ratio(3, 100) * Term.Pi),
        };
        yield return InOtherForm(
            "Theorem 3.3 for W other than W*",
            "If |W|₂, |W*|₂ ≤ 1/100, g ≤ 0.1 and W ≠ W* then ⟨-∇L(W), W* - W⟩ > 0.03 |W* - W|²_F: the printed inequality, strictly.",
            new NetworkProposition(
                new NetworkDomain { Radius = SourceRadius, Dimensions = Few },
                n => (n[Potential] <= Term.Ratio(1, 10)) & (n[SquaredDistance] > 0),
                n => n[InnerProduct] > Term.Ratio(3, 100) * n[SquaredDistance]),
            theorem => OnePointConvexity.DeriveStrictly(theorem, SourceRadius));
        yield return InOtherForm(
            "Theorem 3.3 at 1/54",
            "If |W|₂, |W*|₂ ≤ 1/54 and g ≤ 0.1 then ⟨-∇L(W), W* - W⟩ ≥ 0.03 |W* - W|²_F.",
            Convexity(new(1, 54), Few, n => n[InnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance]),
            theorem => OnePointConvexity.Derive(theorem, new(1, 54)));
        yield return InOtherForm(
            "Theorem 3.3 at 1/43",
            "If |W|₂, |W*|₂ ≤ 1/43 and g ≤ 0.1 then ⟨-∇L(W), W* - W⟩ ≥ 0.03 |W* - W|²_F.",
            Convexity(new(1, 43), Few, n => n[InnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance]),
            theorem => OnePointConvexity.Derive(theorem, new(1, 43)));
        yield return InOtherForm(
            "Theorem 3.3 along N at 1/38",
            "If |W|₂, |W*|₂ ≤ 1/38 and g ≤ 0.1 then ⟨N, W* - W⟩ ≥ 0.03 |W* - W|²_F, with N as Lemma 2.1 prints it.",
            Convexity(new(1, 38), Few, n => n[ReluInnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance]),
            theorem => OnePointConvexity.DeriveAlongField(theorem, new(1, 38)));
        yield return InOtherForm(
            "Theorem 3.3 along N at 1/48",
            "If |W|₂, |W*|₂ ≤ 1/48 and g ≤ 0.1 then ⟨N, W* - W⟩ ≥ 0.03 |W* - W|²_F, with N as Lemma 2.1 prints it.",
            Convexity(new(1, 48), Few, n => n[ReluInnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance]),
            theorem => OnePointConvexity.DeriveAlongField(theorem, new(1, 48)));
    }

    private static Claim InOtherForm(string label, string text, NetworkProposition proposition, Func<Theorem, IReadOnlyList<DerivationStep>> proof) =>
        new() { Source = LiYuan.Statement(label), Text = text, Proposition = proposition, Proof = proof };

    private static Rational SourceRadius => new(1, 100);

    private static IReadOnlyList<int> Few => [1, 2, 3, 5, 10, 20];

    // The theorem asserts some gamma; up to which one it holds is the question. At W = W* both sides vanish, hence no strict sign. In small dimensions
    // a bound on the Jacobian of N suffices.
    private static Frontier Over(Func<NetworkSymbols, Formula> conclusion, Term bound) => new(
        "γ", SourceRadius, new Rational(6, 10), new Rational(1, 1000), gamma => Convexity(gamma, [1, 2, 3, 5, 10, 20], conclusion))
    {
        Sufficient = (gamma, d) => d <= 3 ? Theorem33SmallDimensions.Above(d, gamma, bound) : null,
    };

    private static NetworkProposition Convexity(Rational gamma, IReadOnlyList<int> dimensions, Func<NetworkSymbols, Formula> conclusion) => new(
        new NetworkDomain { Radius = gamma, Dimensions = dimensions }, n => n[Potential] <= Term.Ratio(1, 10), conclusion);
}
