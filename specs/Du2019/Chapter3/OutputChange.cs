using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>The first step in the proofs of Lemmas 3.7, 3.14 and 3.21 of Du (2019): how far the outputs move when features and output layer do, whatever the architecture.</summary>
public sealed class OutputChange : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var model = new Model("output layer");
        Extent n = model.Size("n"), m = model.Size("m");
        MatrixFormula Box(string name, Extent columns) => model.Matrix(name, m, columns, ParameterSet.Box(-2, 2));
        MatrixFormula before = Box("X", n), after = Box("Y", n), a = Box("a", 1), b = Box("b", 1);
        yield return new Claim
        {
            Source = Du.Statement("Lemma 3.14 change of the outputs"),
            Quote = new Quote("≤ 2‖a(k+1)-a(k)‖²₂ Σ_i ‖x_i^(H)(k+1)‖²₂ + 2‖a(k)‖²₂ Σ_i ‖x_i^(H)(k+1)-x_i^(H)(k)‖²₂", "Proof of Lemma 3.14"),
            Text = "‖u(k+1) - u(k)‖² with u_i = aᵀx_i^(H) is at most that, for features X (k) and Y (k+1), output layers a (k) and b (k+1), of any width and for any number of inputs.",
            Proposition = ModelProposition.ForEach(
                model, [[1, 1], [1, 2], [2, 2], [4, 10]], _ => Formula.True,
                v => v[SquaredNorm((after.T * b) - (before.T * a))]
                    <= (2 * v[SquaredNorm(b - a)] * v[SquaredNorm(after)]) + (2 * v[SquaredNorm(a)] * v[SquaredNorm(after - before)])),
        };
    }
}
