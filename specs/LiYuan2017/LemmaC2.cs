using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.FieldObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Lemma C.2 of Li and Yuan (2017), as section 2 quotes it: 6 d gamma and 6 d^1.5 gamma bound the spectral and the Frobenius norm of the
/// gradient. Stated at gamma = 1/100.
/// </summary>
public sealed class LemmaC2 : ISpec
{
    private static readonly NetworkDomain Ball = new() { Radius = new Rational(1, 100), Dimensions = [1, 2, 3, 4, 5, 10, 20] };

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For |W|₂, |W*|₂ ≤ γ = 1/100";
        Source spectral = LiYuan.Statement("Lemma C.2 spectral norm"), frobenius = LiYuan.Statement("Lemma C.2 Frobenius norm");
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma C.2 spectral norm of N"),
            Text = $"{Setting} the field N of Lemma 2.1 as printed has |N|₂ ≤ 6dγ.",
            Proposition = Bound(n => 6 * n[Dimension] / 100 >= n[FieldNorm]),
            Frontier = Over(Term.One),
        };
        yield return new Claim
        {
            Source = spectral,
            Quote = new Quote("they are the upper bound of ‖G_t‖₂ and ‖G_t‖_F respectively: G₂ ≜ 6dγ + ε", "Section 2, before Lemma C.2"),
            Text = $"{Setting}, |∇L(W)|₂ ≤ 6dγ.",
            Proposition = Bound(n => 6 * n[Dimension] / 100 >= n[FieldNorm] / Term.Pi),
            Frontier = Over(Term.Pi),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma C.2 spectral norm with the constant 2"),
            Text = $"{Setting}, |∇L(W)|₂ ≤ 2dγ.",
            Proposition = Bound(n => 2 * n[Dimension] / 100 >= n[FieldNorm] / Term.Pi),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma C.2 Frobenius norm of N"),
            Text = $"{Setting} the field N of Lemma 2.1 as printed has |N|²_F ≤ 36d³γ².",
            Proposition = Bound(n => 36 * Term.Pow(n[Dimension], 3) / 10_000 >= n[SquaredField]),
        };
        yield return new Claim
        {
            Source = frobenius,
            Quote = new Quote("they are the upper bound of ‖G_t‖₂ and ‖G_t‖_F respectively: G_F ≜ 6d^1.5 γ + ε", "Section 2, before Lemma C.2"),
            Text = $"{Setting}, |∇L(W)|²_F ≤ 36d³γ².",
            Proposition = Bound(n => 36 * Term.Pow(n[Dimension], 3) / 10_000 >= n[SquaredField] / Term.Square(Term.Pi)),
        };
    }

    // For which gamma the bound 6 d gamma holds: the left side over gamma grows with gamma.
    private static Frontier Over(Term divisor) => new("γ", new Rational(1, 100), new Rational(9, 10), new Rational(1, 100), gamma => new NetworkProposition(
        Ball with { Radius = gamma }, _ => Formula.True, n => 6 * (Term)gamma * n[Dimension] >= n[FieldNorm] / divisor));

    private static NetworkProposition Bound(Func<NetworkSymbols, Formula> conclusion) => new(Ball, _ => Formula.True, conclusion);
}
