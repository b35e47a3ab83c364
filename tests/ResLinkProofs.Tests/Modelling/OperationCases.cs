using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>A model with parameters of several shapes, and scalars in which every operation of the language occurs.</summary>
internal sealed class OperationCases
{
    public OperationCases()
    {
        Extent n = Model.Size("n"), m = Model.Size("m");
        MatrixFormula a = Model.Matrix("A", n, m), b = Model.Matrix("B", n, m), s = Model.Matrix("S", m, m), x = Model.Vector("x", m), c = Model.Scalar("c");
        MatrixFormula near = Combined(a, b), positive = Hadamard(a, a) + (Ones(n, m) * 2), bounded = a / (1 + Norm(a));
        var gelu = EntrywiseFunction.Of("gelu", t => t * (1 + Term.Erf(t / Term.Sqrt(2))) / 2);
        Scalars = new Dictionary<string, MatrixFormula>
        {
            ["sum"] = Sum(a + (3 * b) - (b / 7) - a),
            ["constants"] = Sum(a) * Term.Pi / 3,
            ["product"] = Inner(a * s, b) + Inner(a.T * b, s) + Trace(s * (b.T * a)),
            ["three factors"] = Sum(a * s * b.T),
            ["scaled"] = SquaredNorm((c * a) + (Sum(x) * b)),
            ["quotient"] = Sum(a) / (2 + SquaredNorm(x)),
            ["Hadamard"] = Sum(Hadamard(Hadamard(a, b), a)),
            ["transposes"] = Inner((a * s).T, s.T * b.T),
            ["diagonal"] = Inner(Diagonal(x) * s, s) + Sum(DiagonalOf(s * s)) + SquaredNorm(WithoutDiagonal(s)),
            ["rows"] = Inner(RowSums(a), RowNorms(b)) + Sum(ColumnNorms(a + b)) + Inner(x, ColumnSums(a).Rows == x.Rows ? ColumnSums(a) : x),
            ["norms"] = Norm(a) * Norm(x) + Norm(near),
            ["relu"] = Sum(Hadamard(EntrywiseFunction.Relu.Of(a * s), b)) + SquaredNorm(EntrywiseFunction.LeakyRelu(new Rational(1, 10)).Of(near)),
            ["smooth"] = Sum(EntrywiseFunction.Tanh.Of(a * s)) + Inner(EntrywiseFunction.Sigmoid.Of(a), EntrywiseFunction.Softplus.Of(b)),
            ["own"] = Sum(gelu.Of(a + b)),
            ["arccos"] = Sum(EntrywiseFunction.ArcCosine.Of(bounded)),
            ["roots"] = Sum(Sqrt(positive)) + Sum(EntrywiseFunction.Reciprocal.Of(positive)) + Sum(EntrywiseFunction.Absolute.Of(a)),
            ["gradient of a loss"] = SquaredNorm(Gradient(SquaredNorm(EntrywiseFunction.Tanh.Of(a * s) - b), s)),
            ["shifts"] = Inner(Shifted(a, 1), b) + SquaredNorm(a - Shifted(b, -1)) + Sum(Shifted(Shifted(s, 2).T, 2)) + Inner(Shifted(x.T, 1), x.T),
            ["Gram"] = Trace(Gram(a) * Gram(b)) + Inner(Symmetrised(s), s),
        };
        Eigenvalues = new Dictionary<string, MatrixFormula>
        {
            ["least"] = LeastEigenvalue(Gram(a) + Symmetrised(s)),
            ["largest"] = LargestEigenvalue(Symmetrised(s) * 2),
            ["spectral norm"] = SpectralNorm(a * s),
        };
    }

    public Model Model { get; } = new("operations");

    public IReadOnlyDictionary<string, MatrixFormula> Scalars { get; }

    /// <summary>Scalars that have no closed form.</summary>
    public IReadOnlyDictionary<string, MatrixFormula> Eigenvalues { get; }

    public static TheoryData<string> Names => [.. new OperationCases().Scalars.Keys];

    public static TheoryData<string> AllNames => [.. new OperationCases().Scalars.Keys, .. new OperationCases().Eigenvalues.Keys];

    public MatrixFormula this[string name] => Scalars.TryGetValue(name, out MatrixFormula? scalar) ? scalar : Eigenvalues[name];

    private static MatrixFormula Combined(MatrixFormula a, MatrixFormula b) => (a * 2) - (b / 3);
}
