using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.FieldObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// The joint update rules of s = (W* - W)u and g, section 4 of Li and Yuan (2017) (Lemmas C.3 and C.4), to first order in the step: along the
/// field N of Lemma 2.1 as printed s falls at the rate N u and g at the rate sum_j (a_j/|a_j|).N_j. The O() have no printed constants.
/// </summary>
public sealed class JointUpdateRules : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5, 10, 20];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Update rule of s"),
            Quote = new Quote("s_{t+1} ≈ s_t - (πηd/2) s_t + ηO(√d g_t + √d γ)", "Section 4, Phase I"),
            Existential = new Existential.Instance("C", "1 for √d|g| and π + 6 for √dγ, γ = 1/100"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100: |Nu - (πd/2)s| ≤ √d(|g| + (π+6)γ).",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 100), Dimensions = Dimensions },
                _ => Formula.True,
                n => n[Dimension] * Term.Square(Term.Abs(n[Potential]) + ((Term.Pi + 6) / 100)) >= n[SquaredRestOfDisplacementRule]),
        };

        Source rule = LiYuan.Statement("Update rule of g");
        var ball = new NetworkDomain { Radius = new Rational(1, 1000), Dimensions = Dimensions };
        yield return new Claim
        {
            Source = rule,
            Quote = new Quote("g_{t+1} ≈ g_t - ηdg_t + ηO(γ√d‖s_t‖₂ + dγ²)", "Section 4, Phase I"),
            Existential = new Existential.Defeated("C", "d = 100, W = -γuuᵀ/d, W* = 0, where γ√d|s| + dγ² is 200γ² and the rate of g misses dg by 100γ and more, as γ tends to 0"),
            Severity = new Severity.Substantive(),
            Text = "For 0 ≤ γ ≤ 1/100, d = 100, W = -γuuᵀ/d, W* = 0: Σ⟨a_j/|a_j|, N_j⟩ - dg ≥ 100γ, although γ√d|s| + dγ² = 200γ².",
            Proposition = StatementProposition.Of(MissedTerm()),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Update rule of g with the constant 100"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/1000: |Σ⟨a_j/|a_j|, N_j⟩ - dg| ≤ 100(γ√d|s| + dγ²).",
            Proposition = new NetworkProposition(
                ball,
                _ => Formula.True,
                n => 100 * ((Term.Sqrt(n[Dimension] * n[SquaredDisplacement]) / 1000) + (n[Dimension] / 1_000_000))
                    >= Term.Abs(n[PotentialDecay] - (n[Dimension] * n[Potential]))),
        };
        yield return new Claim
        {
            Source = rule,
            Correction = "(π/2)⟨u, s⟩, of size √d|s|, is missing, and dg is (d - 1 + π/2)g",
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/1000: |Σ⟨a_j/|a_j|, N_j⟩ - (d - 1 + π/2)g - (π/2)⟨u, s⟩| ≤ 9dγ².",
            Proposition = new NetworkProposition(
                ball,
                _ => Formula.True,
                n => 9 * n[Dimension] / 1_000_000 >= Term.Abs(
                    n[PotentialDecay] - ((n[Dimension] - 1 + (Term.Pi / 2)) * n[Potential]) - (Term.Pi / 2 * n[SumOfDisplacement]))),
        };
    }

    // All neurons are alike: a_j = e_j - γu/d with |a_j| = r, at angles t to e_j, π/2 + arcsin c to e_i and π/2 + arcsin e to a_i. The sum over j is d times one summand,
    // in which π/2 (⟨e_j, a_j⟩/r - r) stands together so that it vanishes exactly at γ = 0.
    private static Statement MissedTerm()
    {
        const int D = 100;
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0, new Rational(1, 100)), own = 1 - (gamma / D), aside = gamma * Term.Sqrt(D - 1) / D;
        Term r = Term.Sqrt(Term.Square(own) + Term.Square(aside)), angle = Term.Atan(aside / own);
        Term c = gamma / (D * r), e = (2 - gamma) * gamma / (D * Term.Square(r));
        Term summand = (Term.Pi / 2 * ((gamma * (1 - gamma) / r) + (own / r) - r)) - (angle * own / r) + (aside / r)
            + ((D - 1) * ((c * Term.Asin(c)) - (e * r * Term.Asin(e)) + Term.Sqrt(1 - Term.Square(c)) - (r * Term.Sqrt(1 - Term.Square(e)))));
        Term potential = D * (1 - r);
        return forAll.Conclude((D * summand) - (D * potential) >= 100 * gamma);
    }
}
