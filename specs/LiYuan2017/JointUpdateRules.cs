using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.DecompositionObservables;
using static ResLinkProofs.Networks.Observables.FieldObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

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
            Reading = Reading.Corrected,
            Correction = "(π/2)⟨u, s⟩, of size √d|s|, is missing, and dg is (d - 1 + π/2)g",
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/1000: |Σ⟨a_j/|a_j|, N_j⟩ - (d - 1 + π/2)g - (π/2)⟨u, s⟩| ≤ 9dγ².",
            Proposition = new NetworkProposition(
                ball,
                _ => Formula.True,
                n => 9 * n[Dimension] / 1_000_000 >= Term.Abs(
                    n[PotentialDecay] - ((n[Dimension] - 1 + (Term.Pi / 2)) * n[Potential]) - (Term.Pi / 2 * n[SumOfDisplacement]))),
        };
    }
}
