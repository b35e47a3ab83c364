using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>
/// Theorem 3.3 of Li and Yuan (2017) without its condition on g: where the paper works the condition is idle. With S = sum_j &lt;a_j/|a_j|, d_j&gt; bound G1 gives
/// g - F/(2(1-gamma)) &lt;= S &lt;= g, so P_g = g S is at least g^2 - max(g, 0) F/(2(1-gamma)) &gt;= -F^2/(16(1-gamma)^2): a square, and F is at most 4 gamma^2 d.
/// </summary>
public sealed class WithoutPotential : ISpec
{
    private const string Prefix = "Theorem 3.3 without g";

    private static Rational Gamma => new(1, 100);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} part of g"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100: P_g ≥ g² - max(g, 0) F/(2(1-γ)), by bound G1.",
            Proposition = Within(n => n[PotentialPart] >= Term.Square(n[Potential]) - (Term.Max(n[Potential], 0) * n[SquaredDistance] / (2 * (1 - (Term)Gamma)))),
        };

        var forAll = new Quantifier();
        Term gap = forAll.Real("g"), distance = forAll.Real("F", 0), inverse = 1 / (1 - (Term)Gamma);
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} square"),
            Text = "g² - gF/(2(1-γ)) + F²/(16(1-γ)²) = (g - F/(4(1-γ)))² at γ = 1/100.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (Term.Square(gap) - (gap * distance * inverse / 2) + (Term.Square(distance) * Term.Square(inverse) / 16))
                    .EqualTo(Term.Square(gap - (distance * inverse / 4))))),
        };

        forAll = new Quantifier();
        Term dimension = forAll.Real("d", 1, 8821), limit = 4 * Term.Square((Term)Gamma) * dimension;
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} sum"),
            Text = "For every d ≤ 8821, with F = 4γ²d and γ = 1/100: π/2 - 1 - F/(16(1-γ)²) - (sum of the losses) ≥ 0.03π.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (Term.Pi / 2) - 1 - (limit * Term.Square(inverse) / 16) - new Constants(Gamma).Total >= Term.Ratio(3, 100) * Term.Pi)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} at 1/100"),
            Text = "If |W|₂, |W*|₂ ≤ 1/100 and d ≤ 8821 then ⟨-∇L(W), W* - W⟩ ≥ 0.03 |W* - W|²_F, whatever g is.",
            Proposition = Within(n => n[InnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance], n => n[Dimension] <= 8821),
            Proof = theorem => OnePointConvexity.DeriveWithoutPotential(theorem, Gamma, 8821),
        };
    }

    private static NetworkProposition Within(Func<NetworkSymbols, Formula> conclude, Func<NetworkSymbols, Formula>? given = null) => new(
        new NetworkDomain { Radius = Gamma, Dimensions = [1, 2, 3, 4, 5, 10, 20, 50, 100] }, given ?? (_ => Formula.True), conclude);
}
