using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>
/// The network of Du (2019), chapter 2, of any size: f(W, a, x) = (1/√m) Σ a_r max((w_r, x), 0) for n unit inputs, the rows of X (n x d), with neurons in the rows of
/// W (m x d) and fixed signs a. Each claim makes one of its own and may declare more.
/// </summary>
internal sealed class WideNetwork
{
    public WideNetwork()
    {
        (N, M, D) = (Model.Size("n"), Model.Size("m"), Model.Size("d"));
        X = Model.Matrix("X", N, D, ParameterSet.UnitRows);
        W = Model.Matrix("W", M, D, ParameterSet.Box(-2, 2));
        A = Model.Vector("a", M, ParameterSet.Signs);
        (Inputs, Width) = (Sum(Ones(N, 1)), Sum(Ones(M, 1)));
    }

    /// <summary>Sizes n, m, d.</summary>
    public static int[][] Sizes { get; } = [[1, 1, 1], [1, 2, 2], [2, 2, 2], [3, 4, 2], [6, 20, 4]];

    public Model Model { get; } = new("wide two-layer network");

    public Extent N { get; }

    public Extent M { get; }

    public Extent D { get; }

    /// <summary>n, as a number.</summary>
    public MatrixFormula Inputs { get; }

    /// <summary>m, as a number.</summary>
    public MatrixFormula Width { get; }

    public MatrixFormula X { get; }

    public MatrixFormula W { get; }

    public MatrixFormula A { get; }

    /// <summary>The labels y, between -2 and 2.</summary>
    public MatrixFormula Labels() => Model.Vector("y", N, ParameterSet.Box(-2, 2));

    /// <summary>Rows no longer than 1: what moves every neuron by at most 1.</summary>
    public MatrixFormula Moves()
    {
        MatrixFormula lengths = Model.Vector("s", M, ParameterSet.Box(0, 1)), directions = Model.Matrix("V", M, D, ParameterSet.UnitRows);
        return Diagonal(lengths) * directions;
    }

    /// <summary>1 where neuron r (column) is active at input i (row): (w_r, x_i) ≥ 0.</summary>
    public MatrixFormula Active(MatrixFormula w) => EntrywiseFunction.Step.Of(X * w.T);

    /// <summary>The outputs u.</summary>
    public MatrixFormula Output(MatrixFormula w) => EntrywiseFunction.Relu.Of(X * w.T) * A / Sqrt(Width);

    /// <summary>The rows ∂L/∂w_r of (2.3) for L = |u - y|²/2.</summary>
    public MatrixFormula Slope(MatrixFormula w, MatrixFormula y) => Diagonal(A) * Active(w).T * Diagonal(Output(w) - y) * X / Sqrt(Width);

    /// <summary>H(W): H_ij = (x_i, x_j) times the share of neurons that are active at both.</summary>
    public MatrixFormula Gram(MatrixFormula w) => Hadamard(MatrixFunctions.Gram(X.T), MatrixFunctions.Gram(Active(w).T)) / Width;

    /// <summary>1 where a neuron of W lies so close to the hyperplane of an input that a move by R may change its pattern: |(w_r, x_i)| ≤ R.</summary>
    public MatrixFormula Near(MatrixFormula w, MatrixFormula radius) => EntrywiseFunction.Step.Of((radius * Ones(N, M)) - EntrywiseFunction.Absolute.Of(X * w.T));
}
