using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// Gram matrices of chapter 3 of Du (2019) for any number of unit inputs, with the sine, whose Gaussian expectations have closed forms: E σ(u)σ(v) = sinh(g)/e,
/// E σ'(u)σ'(v) = cosh(g)/e, g = (x_i, x_j).
/// </summary>
public sealed class Definiteness : ISpec
{
    private static readonly EntrywiseFunction Sinh = EntrywiseFunction.Of("sinh", Term.Sinh), Cosh = EntrywiseFunction.Of("cosh", Term.Cosh);
    private static readonly int[][] Sizes = [[1, 1], [2, 2], [3, 2], [3, 3], [4, 3], [6, 4]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Positive("Lemma 3.23 sine", "no two parallel: [sinh (x_i, x_j)] is positive definite", Sinh.Of);
        yield return Positive("Lemma 3.24 sine", "no two parallel: [(x_i, x_j) cosh (x_i, x_j)] is positive definite", g => Hadamard(g, Cosh.Of(g)));
        yield return Positive(
            "Proposition 3.1 sine",
            "no two parallel, H = 2: K⁽²⁾ = K⁽¹⁾ cosh K⁽¹⁾/sinh 1, entry by entry, with K⁽¹⁾ = [sinh (x_i, x_j)/sinh 1], is positive definite",
            g =>
            {
                MatrixFormula first = Sinh.Of(g) / Term.Sinh(1);
                return Hadamard(first, Cosh.Of(first)) / Term.Sinh(1);
            });
        yield return Powers(3, 3);
        yield return Powers(3, 2);
        yield return Powers(4, 4);
        yield return OneLayer();
    }

    private static Claim Positive(string label, string text, Func<MatrixFormula, MatrixFormula> kernel)
    {
        var model = new Model("unit inputs");
        Extent n = model.Size("n"), d = model.Size("d");
        MatrixFormula inner = Gram(model.Matrix("X", n, d, ParameterSet.UnitRows).T);
        return new Claim
        {
            Source = Du.Statement(label),
            Text = $"n unit inputs, {text}.",
            Proposition = ModelProposition.ForEach(model, Sizes, x => x[Parallels(inner)] <= 0, x => x[LeastEigenvalue(kernel(inner))] > 0),
        };
    }

    private static Claim Powers(int count, int power)
    {
        var model = new Model($"{count} unit vectors");
        Extent d = model.Size("d");
        MatrixFormula inner = Gram(model.Matrix("V", count, d, ParameterSet.UnitRows).T);
        MatrixFormula powers = EntrywiseFunction.Of($"power{power}", t => Term.Pow(t, power)).Of(inner);
        return new Claim
        {
            Source = Du.Statement(power == count ? $"Lemma 3.31 {count} vectors" : $"Lemma 3.31 {count} vectors and power {power}"),
            Text = $"{count} unit vectors, no two parallel: the tensor powers v⊗...⊗v of order {power} are linearly independent, as their Gram matrix [(v_i, v_j)^{power}] is positive definite.",
            Proposition = ModelProposition.ForEach(model, [[2], [3], [5]], x => x[Parallels(inner)] <= 0, x => x[LeastEigenvalue(powers)] > 0),
        };
    }

    // The number of ordered pairs with |(x_i, x_j)| ≥ 1.
    private static MatrixFormula Parallels(MatrixFormula inner) =>
        Sum(WithoutDiagonal(EntrywiseFunction.Step.Of(EntrywiseFunction.Absolute.Of(inner) - Ones(inner.Rows, inner.Rows))));

    // For the cosine Cov(σ(u), σ(v)) = exp(-(K_ii + K_jj)/2)(cosh K_ij - 1) for any covariance K = VᵀV.
    private static Claim OneLayer()
    {
        var model = new Model("covariance of the features of a layer");
        Extent n = model.Size("n"), d = model.Size("d");
        MatrixFormula k = Gram(model.Matrix("V", d, n, ParameterSet.Box(-2, 2)));
        MatrixFormula decay = EntrywiseFunction.Of("decay", t => Term.Exp(-t / 2)).Of(DiagonalOf(k));
        MatrixFormula covariance = Hadamard(Gram(decay.T), Cosh.Of(k) - Ones(n, n));
        return new Claim
        {
            Source = Du.Statement("Lemma 3.25 one layer"),
            Text = "Cosine, n inputs of any length: a residual layer adds to K - bbᵀ the multiple (c_res/H)² of [exp(-(K_ii + K_jj)/2)(cosh K_ij - 1)], which is positive semidefinite.",
            Proposition = ModelProposition.ForEach(model, [[1, 1], [2, 2], [3, 2], [4, 4], [6, 5]], _ => Formula.True, x => x[LeastEigenvalue(covariance)] >= 0),
        };
    }
}
