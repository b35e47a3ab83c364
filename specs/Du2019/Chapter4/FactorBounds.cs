using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Claims 4.3 and 4.5 of Du (2019): factors of bounded products are bounded, and the last inequality of Lemma 4.2.</summary>
public sealed class FactorBounds : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return AnyRank();
        yield return Stationary();
    }

    // In units |M*|_F = 1, where ε < 1.
    private static Claim AnyRank()
    {
        var model = new Model("balanced factors");
        Extent p = model.Size("p"), r = model.Size("r"), q = model.Size("q");
        MatrixFormula u = model.Matrix("U", p, r, ParameterSet.FrobeniusBall(4)), v = model.Matrix("V", q, r, ParameterSet.FrobeniusBall(4)), rank = Sum(Ones(r, 1));
        return new Claim
        {
            Source = Du.Statement("Claim 4.3 any rank"),
            Text = "|M*|_F = 1, |U|, |V| ≤ 4, for any sizes and rank r: where |UVᵀ|_F ≤ 3 and |UᵀU - VᵀV|_F ≤ 1, |U|² and |V|² are at most 5√r.",
            Proposition = ModelProposition.ForEach(
                model, [[1, 1, 1], [2, 1, 2], [2, 2, 2], [3, 2, 2], [6, 3, 5]],
                x => (x[SquaredNorm(u * v.T)] <= 9) & (x[SquaredNorm(Gram(u) - Gram(v))] <= 1),
                x => (x[SquaredNorm(u)] <= 5 * Term.Sqrt(x[rank])) & (x[SquaredNorm(v)] <= 5 * Term.Sqrt(x[rank]))),
        };
    }

    // s = |R|², x = |Δ_UΔ_Vᵀ|², w = |ΔΔᵀ|²; |UΔ_Vᵀ + Δ_UVᵀ|² = x + 2⟨R, Δ_UΔ_Vᵀ⟩ + s = x - s at a stationary point.
    private static Claim Stationary()
    {
        var forAll = new Quantifier();
        Term s = forAll.Real("s", 0, 100), x = forAll.Real("x", 0, 1000), w = forAll.Real("w", 0, 10_000), e = forAll.Real("e", 0, 10);
        return new Claim
        {
            Source = Du.Statement("Claim 4.5 from its equations"),
            Text = "By (4.19) and Claim 4.4 |UΔ_Vᵀ + Δ_UVᵀ|² = x - s with s = |R|², x = |Δ_UΔ_Vᵀ|²; by (4.20) 4x ≤ w = |ΔΔᵀ|², by (4.21) and (4.22) w ≤ 2(4s + e²), e = |UᵀU - VᵀV| ≤ ε: x - s ≤ s + e²/2.",
            Proposition = StatementProposition.Of(forAll.Given(4 * x <= w).Given(w <= (8 * s) + (2 * Term.Square(e))).Conclude(x - s <= s + (Term.Square(e) / 2))),
        };
    }
}
