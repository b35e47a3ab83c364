using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>How far features move when weights do: Lemmas 3.3, 3.10 and 3.26 of Du (2019), for any width.</summary>
public sealed class Stability : ISpec
{
    private static readonly int[][] Sizes = [[1, 1], [2, 1], [2, 2], [3, 2], [6, 3]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Of(
            "Lemma 3.3 three layers",
            "H = 3, L = 1, c_{x,0} ≥ 1: |x⁽³⁾(k) - x⁽³⁾(0)| ≤ √c_σ c_{x,0}(1 + c_x + c_x²)R with c_x = 2√c_σ c_w, where |W⁽ʰ⁾(0)|₂ ≤ c_w√m, |W⁽ʰ⁾(k) - W⁽ʰ⁾(0)|_F ≤ √m R and R ≤ c_w.",
            isResidual: false,
            (root, _, bound, cap, radius) => root * bound * (1 + (2 * root * cap) + Term.Square(2 * root * cap)) * radius);
        yield return Of(
            "Lemma 3.10 three layers",
            "H = 3, L = 1, c_{x,0} ≥ 1, residual network: |x⁽³⁾(k) - x⁽³⁾(0)| ≤ (√c_σ + c_{x,0}/c_w)exp(2c_res c_w)R, where |W⁽ʰ⁾(0)|₂ ≤ c_w√m, |W⁽ʰ⁾(k) - W⁽ʰ⁾(0)|_F ≤ √m R and R ≤ c_w.",
            isResidual: true,
            (root, residual, bound, cap, radius) => (root + (bound / cap)) * Term.Exp(2 * residual * cap) * radius);
        yield return Products();
    }

    private static Claim Of(string label, string text, bool isResidual, Func<Term, Term, Term, Term, Term, Term> most)
    {
        var net = new DeepNetwork(isResidual, hasOneInput: true);
        MatrixFormula cap = net.Model.Scalar("cw", ParameterSet.Box(0, 3)), share = net.Model.Scalar("ρ", ParameterSet.Box(0, 1)), bound = net.Model.Scalar("cx", ParameterSet.Box(1, 20));
        MatrixFormula radius = cap * share;
        MatrixFormula[] start = net.Weights("B", ParameterSet.SpectralBall(1), Sqrt(net.Width) * cap);
        MatrixFormula[] moves = net.Weights("D", ParameterSet.FrobeniusBall(1), Sqrt(net.Width) * radius);
        MatrixFormula[] before = net.Features(start), after = net.Features([.. start.Zip(moves, (w, move) => w + move)]);
        return new Claim
        {
            Source = Du.Statement(label),
            Text = text,
            Proposition = ModelProposition.ForEach(
                net.Model,
                Sizes,
                v => Formula.All(before.Select(x => v[Norm(x)] <= v[bound])) & (v[cap] > 0),
                v => v[Norm(after[^1] - before[^1])] <= most(Term.Sqrt(v[net.Variance]), isResidual ? v[net.Residual] : 1, v[bound], v[cap], v[radius])),
        };
    }

    private static Claim Products()
    {
        var model = new Model("products of matrices");
        Extent m = model.Size("m");
        MatrixFormula[] a = [.. Enumerable.Range(1, 3).Select(i => model.Matrix($"A{i}", m, m, ParameterSet.SpectralBall(1)))];
        MatrixFormula[] b = [.. Enumerable.Range(1, 3).Select(i => model.Matrix($"B{i}", m, m, ParameterSet.SpectralBall(1)))];
        MatrixFormula gap = (a[0] * a[1] * a[2]) - (b[0] * b[1] * b[2]);
        return new Claim
        {
            Source = Du.Statement("Lemma 3.26 three factors"),
            Text = "|A₁A₂A₃ - B₁B₂B₃|_F ≤ Σ|A_i - B_i|_F where |A_i|₂, |B_i|₂ ≤ 1: the lemma with three factors, each in units of M_i.",
            Proposition = ModelProposition.ForEach(
                model, [[1], [2], [3], [6]], _ => Formula.True, v => v[Norm(gap)] <= Term.Sum(Enumerable.Range(0, 3).Select(i => v[Norm(a[i] - b[i])]))),
        };
    }
}
