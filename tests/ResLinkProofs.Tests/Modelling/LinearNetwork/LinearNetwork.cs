using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling.LinearNetwork;

/// <summary>A linear network of two layers, U V as close as possible to M: what its gradient flow conserves.</summary>
public sealed class LinearNetwork : ISpec
{
    private static readonly int[][] Small = [[1, 1, 1], [2, 1, 2], [2, 2, 2]];
    private static readonly int[][] Sizes = [.. Small, [5, 3, 4], [20, 10, 20]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var model = new Model("linear network of two layers");
        Extent m = model.Size("m"), k = model.Size("k"), n = model.Size("n");
        MatrixFormula u = model.Matrix("U", m, k, ParameterSet.FrobeniusBall(2));
        MatrixFormula v = model.Matrix("V", k, n, ParameterSet.SpectralBall(2));
        MatrixFormula target = model.Matrix("M", m, n, ParameterSet.Box(-1, 1));
        MatrixFormula loss = model.Define("L", SquaredNorm((u * v) - target) / 2);

        // Gradient flow, and what it does to U^T U and V V^T.
        MatrixFormula du = model.Define("U'", -Gradient(loss, u)), dv = model.Define("V'", -Gradient(loss, v));
        MatrixFormula growthOfU = (du.T * u) + (u.T * du), growthOfV = (dv * v.T) + (v * dv.T);
        Formula Conserved(ModelSymbols x, MatrixFormula rate) => x[SquaredNorm(rate)].EqualTo(0);

        yield return Of("balancedness, small", "UᵀU - VVᵀ is conserved, (m, k, n) = (1, 1, 1), (2, 1, 2), (2, 2, 2)",
            ModelProposition.ForCases(model, Small, _ => Formula.True, x => Conserved(x, growthOfU - growthOfV)));
        yield return Of("balancedness", "UᵀU - VVᵀ is conserved, for all sizes",
            ModelProposition.ForEach(model, Sizes, _ => Formula.True, x => Conserved(x, growthOfU - growthOfV)));
        yield return Of("false balancedness", "UᵀU + VVᵀ is conserved, for all sizes",
            ModelProposition.ForEach(model, Sizes, _ => Formula.True, x => Conserved(x, growthOfU + growthOfV)));
        yield return Of("slope", "|∂L/∂U|² is at most 8 L, for all sizes",
            ModelProposition.ForEach(model, Sizes, _ => Formula.True, x => x[SquaredNorm(du)] <= 8 * x[loss]));
        yield return Of("false slope", "|∂L/∂U|² is at most 7 L where L is at least 1, for all sizes",
            ModelProposition.ForEach(model, Sizes, x => x[loss] >= 1, x => x[SquaredNorm(du)] <= 7 * x[loss]));
    }

    private static Claim Of(string label, string text, ModelProposition proposition) =>
        new() { Source = new Source(new Document("example", "Example"), label), Text = text, Proposition = proposition };
}
