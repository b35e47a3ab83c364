using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>
/// The limit of the Gram matrix of a wide ReLU network (S. Du 2019, chapter 2): H_ij = x_i.x_j (pi - arccos(x_i.x_j)) / (2 pi) for n unit vectors in d dimensions. As the
/// Hadamard product of G = XXᵀ and a positive semidefinite matrix with diagonal 1/2 its least eigenvalue is at least half that of G.
/// </summary>
internal sealed class GramMatrix : ISpec
{
    public IEnumerable<Claim> Claims()
    {
        var model = new Model("Gram matrix of a wide network");
        Extent n = model.Size("n"), d = model.Size("d");
        MatrixFormula x = model.Matrix("X", n, d, ParameterSet.UnitRows);
        MatrixFormula gram = model.Define("G", x * x.T);
        MatrixFormula angles = EntrywiseFunction.ArcCosine.Of(gram);
        MatrixFormula limit = model.Define("H", WithoutDiagonal(Hadamard(gram, (Term.Pi * Ones(n, n)) - angles) / (2 * Term.Pi)) + (Identity(n) / 2));
        int[][] sizes = [[2, 2], [3, 2], [3, 3], [10, 5], [30, 20]];
        yield return Of("pair", "λmin(G) ≥ 1/2 makes λmin(H) ≥ 1/4, (n, d) = (2, 2)",
            ModelProposition.ForCases(model, [[2, 2]], m => m[LeastEigenvalue(gram)] >= Term.Ratio(1, 2), m => m[LeastEigenvalue(limit)] >= Term.Ratio(1, 4)));
        yield return Of("all sizes", "λmin(G) ≥ 1/20 makes λmin(H) ≥ 1/40, for all n and d",
            ModelProposition.ForEach(model, sizes, m => m[LeastEigenvalue(gram)] >= Term.Ratio(1, 20), m => m[LeastEigenvalue(limit)] >= Term.Ratio(1, 40)));
        yield return Of("too much", "λmin(G) ≥ 1/2 makes λmin(H) ≥ 2/5, for all n and d",
            ModelProposition.ForEach(model, sizes, m => m[LeastEigenvalue(gram)] >= Term.Ratio(1, 2), m => m[LeastEigenvalue(limit)] >= Term.Ratio(2, 5)));
        yield return Of("never parallel", "λmin(H) > 1/100 for all unit vectors",
            ModelProposition.ForEach(model, sizes, _ => Formula.True, m => m[LeastEigenvalue(limit)] > Term.Ratio(1, 100)));
    }

    private static Claim Of(string label, string text, ModelProposition proposition) =>
        new() { Source = new Source(new Document("gram", "Gram"), label), Text = text, Proposition = proposition };
}
