using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The diagonal matrix of a vector.</summary>
internal sealed class DiagonalMatrix(MatrixFormula vector) : MatrixFormula(vector.Rows, vector.Rows, vector)
{
    internal override bool IsSymmetric => true;

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Spread(operands[0].Values, result.Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Spread(operands[0].Errors, result.Errors);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => i == j ? operands[0][i, 0] : Term.Zero);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => new DiagonalVector(adjoint);

    private protected override string Text(MatrixFormula[] operands) => $"diag({operands[0]})";

    private static void Spread(double[] vector, double[] matrix)
    {
        Array.Clear(matrix);
        for (int i = 0; i < vector.Length; i++)
        {
            matrix[(i * vector.Length) + i] = vector[i];
        }
    }
}

/// <summary>The diagonal of a square matrix, as a vector.</summary>
internal sealed class DiagonalVector(MatrixFormula matrix) : MatrixFormula(matrix.Rows, 1, matrix)
{
    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Gather(operands[0].Values, result.Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Gather(operands[0].Errors, result.Errors);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => TermMatrix.Of(rows, 1, (i, _) => operands[0][i, i]);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => new DiagonalMatrix(adjoint);

    private protected override string Text(MatrixFormula[] operands) => $"diagonal({operands[0]})";

    private static void Gather(double[] matrix, double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = matrix[(i * vector.Length) + i];
        }
    }
}

/// <summary>A square matrix with zeros in place of its diagonal, which may be undefined.</summary>
internal sealed class OffDiagonal(MatrixFormula matrix) : MatrixFormula(matrix.Rows, matrix.Columns, matrix)
{
    internal override bool IsSymmetric => Operands[0].IsSymmetric;

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Clear(operands[0].Values, result.Values, result.Rows);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Clear(operands[0].Errors, result.Errors, result.Rows);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => i == j ? Term.Zero : operands[0][i, j]);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => new OffDiagonal(adjoint);

    private protected override string Text(MatrixFormula[] operands) => $"offdiagonal({operands[0]})";

    private static void Clear(double[] source, double[] target, int size)
    {
        source.CopyTo(target, 0);
        for (int i = 0; i < size; i++)
        {
            target[(i * size) + i] = 0;
        }
    }
}
