using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>H^∞ of Du (2019), Assumption 2.1, for n unit inputs: H_ij = g(π - arccos g)/(2π) with g = (x_i, x_j); λ₀ is its least eigenvalue.</summary>
public sealed class LimitGram : ISpec
{
    private static readonly int[][] Sizes = [[1, 1], [2, 2], [3, 2], [3, 3], [5, 3], [10, 5]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        (Model model, MatrixFormula inner, MatrixFormula limit) = Of();
        yield return new Claim
        {
            Source = Du.Statement("Assumption 2.1 range"),
            Text = "Without any assumption 0 ≤ λ₀ ≤ 1/2 for unit inputs.",
            Proposition = ModelProposition.ForEach(
                model, Sizes, _ => Formula.True, x => (x[LeastEigenvalue(limit)] >= 0) & (x[LeastEigenvalue(limit)] <= Term.Ratio(1, 2))),
        };
        (model, inner, limit) = Of();
        MatrixFormula parallels = Sum(WithoutDiagonal(EntrywiseFunction.Step.Of(EntrywiseFunction.Absolute.Of(inner) - Ones(inner.Rows, inner.Rows))));
        yield return new Claim
        {
            Source = Du.Statement("Theorem 2.1 unit inputs"),
            Text = "If no two of n unit inputs are parallel, |(x_i, x_j)| < 1 for i ≠ j, then λ₀ > 0.",
            Proposition = ModelProposition.ForEach(model, Sizes, x => x[parallels] <= 0, x => x[LeastEigenvalue(limit)] > 0),
        };
        yield return Antipodal();
        yield return Plane();
    }

    private static (Model Model, MatrixFormula Inner, MatrixFormula Limit) Of()
    {
        var model = new Model("Gram matrix of an infinitely wide network");
        Extent n = model.Size("n"), d = model.Size("d");
        MatrixFormula x = model.Matrix("X", n, d, ParameterSet.UnitRows), inner = model.Define("G", Gram(x.T));
        return (model, inner, model.Define("H^∞", WithoutDiagonal(Kernel(inner)) + (Identity(n) / 2)));
    }

    // g(π - arccos g)/(2π), entry by entry.
    private static MatrixFormula Kernel(MatrixFormula g) => Hadamard(g, (Term.Pi * Ones(g.Rows, g.Columns)) - EntrywiseFunction.ArcCosine.Of(g)) / (2 * Term.Pi);

    private static Claim Antipodal()
    {
        var model = new Model("pairs of opposite inputs");
        Extent n = model.Size("n"), d = model.Size("d");
        MatrixFormula x = model.Matrix("X", n, d, ParameterSet.UnitRows), c = model.Vector("c", n, ParameterSet.Box(-2, 2)), inner = Gram(x.T);
        MatrixFormula form = 2 * Inner(c, (Kernel(inner) - Kernel(-inner)) * c);
        return new Claim
        {
            Source = Du.Statement("Theorem 2.1 opposite inputs"),
            Text = "For the 2n inputs x_i, -x_i and the vector (c, -c), the quadratic form of H^∞ is |Σ c_i x_i|²: it vanishes exactly where the lines of opposite pairs are linearly dependent.",
            Proposition = ModelProposition.ForEach(model, [[1, 1], [2, 2], [3, 2], [4, 3], [10, 5]], _ => Formula.True, v => v[form].EqualTo(v[SquaredNorm(x.T * c)])),
        };
    }

    private static Claim Plane()
    {
        var forAll = new Quantifier();
        Term a = forAll.Real("x_i1"), b = forAll.Real("x_i2"), c = forAll.Real("x_j1"), d = forAll.Real("x_j2");
        Term inner = (a * c) + (b * d), lengths = (Term.Square(a) + Term.Square(b)) * (Term.Square(c) + Term.Square(d));
        return new Claim
        {
            Source = Du.Statement("Lemma 2.6 in the plane"),
            Text = "d = 2: where x_i and x_j are not parallel, (x_i, x_j)² < |x_i|²|x_j|², the vector z = (-x_i2, x_i1) on the line D_i is not on D_j: (z, x_j) ≠ 0.",
            Proposition = StatementProposition.Of(forAll.Given(lengths > Term.Square(inner)).Conclude(Term.Square((a * d) - (b * c)) > 0)),
        };
    }
}
