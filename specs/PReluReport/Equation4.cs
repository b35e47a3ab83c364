using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>Equation (4) of the PReLU report: the loss of equation (3) "with algebra skills" through the columns of W, W = (w_1, ..., w_n).</summary>
public sealed class Equation4 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Equation (4)");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("L(W) = E_x[(Σ_i(σ(⟨w_i + e_i, x⟩) - σ(⟨w*_i + e_i, x⟩)))²]", "Equation 4"),
            Severity = new Severity.DependsOnReading("w_1, ..., w_n are the rows of W, or Wᵀ stands for W"),
            Text = "Equation (3) is equation (4): Wx + x has the entries ⟨w_i + e_i, x⟩ for W = (w_1, ..., w_n).",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => Entries(d, transposed: false)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "Wᵀx + x instead of Wx + x: the latter has the rows of W where equation (4) has its columns",
            Text = "Wᵀx + x has the entries ⟨w_i + e_i, x⟩ for W = (w_1, ..., w_n); d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => Entries(d, transposed: true)),
        };
    }

    private static Statement Entries(int d, bool transposed)
    {
        var forAll = new Quantifier();
        Term[,] w = PRelu.Matrix(forAll, "W", d, 2);
        Term[] x = PRelu.Vector(forAll, "x", d, 2);
        int[] range = [.. Enumerable.Range(0, d)];
        var equations = range.Select(i =>
        {
            Term entry = Term.Sum(range.Select(k => (transposed ? w[k, i] : w[i, k]) * x[k])) + x[i];
            var column = new SymbolicVector(range.Select(k => w[k, i] + (k == i ? Term.One : Term.Zero)));
            return entry.EqualTo(SymbolicVector.Dot(column.Entries, x));
        });
        return forAll.Conclude(Formula.All(equations));
    }
}
