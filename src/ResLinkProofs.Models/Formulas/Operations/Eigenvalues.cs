using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>
/// The least or the largest eigenvalue of a symmetric matrix. It has no closed form: comparisons with it are written out as a whole, as
/// constraints on the matrix.
/// </summary>
internal sealed class ExtremeEigenvalue : MatrixFormula
{
    private ExtremeEigenvalue(MatrixFormula matrix, bool isLargest)
        : base(1, 1, matrix) => IsLargest = isLargest;

    public bool IsLargest { get; }

    internal override object Detail => IsLargest;

    public static MatrixFormula Of(MatrixFormula matrix, bool isLargest)
    {
        RequireSquare(matrix, "Eigenvalue");
        return matrix.IsSymmetric ? new ExtremeEigenvalue(matrix, isLargest) : throw new ArgumentException(
            $"Eigenvalue of {matrix.WithShape}: nothing shows that it is symmetric; write Symmetrised(A) for (A + Aᵀ)/2, Gram(A) for AᵀA, "
            + "or declare the parameter in a set of symmetric matrices.");
    }

    internal override double WorkOf(NodeValue[] operands, int entries) => ExtremeProjector.JacobiWork * Math.Pow(operands[0].Rows, 3);

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        result.Values[0] = SymmetricEigenvalues.Extreme(operands[0].Values, operands[0].Rows, IsLargest).Value;

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        double[] values = operands[0].Values, errors = operands[0].Errors;
        result.Errors[0] = Math.Sqrt(OrderedSum.Dot(values, values)) + Math.Sqrt(OrderedSum.Dot(errors, errors));
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        throw new NotSupportedException($"{this} has no closed form; compare it, alone on one side, with a term.");

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        Multiple.Of(adjoint, new ExtremeProjector(Operands[0], IsLargest));

    private protected override string Text(MatrixFormula[] operands) => $"λ{(IsLargest ? "max" : "min")}({operands[0]})";
}

/// <summary>vv^T for a unit eigenvector v of an extreme eigenvalue: the derivative of that eigenvalue, where it is simple.</summary>
internal sealed class ExtremeProjector(MatrixFormula matrix, bool isLargest) : MatrixFormula(matrix.Rows, matrix.Columns, matrix)
{
    // Some ten sweeps of n²/2 rotations of three rows or columns.
    public const double JacobiWork = 60;

    internal override bool IsSymmetric => true;

    internal override object Detail => isLargest;

    internal override double WorkOf(NodeValue[] operands, int entries) => JacobiWork * Math.Pow(operands[0].Rows, 3);

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        double[] v = SymmetricEigenvalues.Extreme(operands[0].Values, operands[0].Rows, isLargest).Vector;
        for (int i = 0; i < v.Length; i++)
        {
            for (int j = 0; j < v.Length; j++)
            {
                result.Values[(i * v.Length) + j] = v[i] * v[j];
            }
        }
    }

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Array.Fill(result.Errors, 1);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        throw new NotSupportedException($"{this} has no closed form.");

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        throw new NotSupportedException(
            $"The derivative of an eigenvalue of {Operands[0]} is not differentiated again; state the claim without the gradient of an "
            + "eigenvalue.");

    private protected override string Text(MatrixFormula[] operands) => $"∇λ{(isLargest ? "max" : "min")}({operands[0]})";
}

/// <summary>The spectral norm: the root of the largest eigenvalue of the Gram matrix.</summary>
internal sealed class SpectralNorm : MatrixFormula
{
    private SpectralNorm(MatrixFormula matrix, MatrixFormula largest)
        : base(1, 1, matrix, largest)
    {
    }

    public static MatrixFormula Of(MatrixFormula matrix) =>
        new SpectralNorm(matrix, ExtremeEigenvalue.Of(matrix.T * matrix, isLargest: true));

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        result.Values[0] = Math.Sqrt(Math.Max(0, operands[1].Scalar));

    // The root of a number below its own error is known to the root of that error only.
    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        result.Errors[0] = result.Values[0] > 0 ? operands[1].Errors[0] / result.Values[0] : 0;

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        throw new NotSupportedException($"{this} has no closed form; compare it, alone on one side, with a term.");

    // All of the derivative passes through the eigenvalue.
    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        operand == 0 ? Filled.Of(Operands[0].Rows, Operands[0].Columns, 0) : adjoint / Combination.Of((2, this));

    private protected override string Text(MatrixFormula[] operands) => $"|{operands[0]}|₂";
}
