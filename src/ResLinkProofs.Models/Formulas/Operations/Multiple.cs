using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>A scalar times a matrix.</summary>
internal sealed class Multiple : MatrixFormula
{
    private Multiple(MatrixFormula scalar, MatrixFormula matrix)
        : base(matrix.Rows, matrix.Columns, scalar, matrix)
    {
    }

    internal override bool IsSymmetric => Operands[1].IsSymmetric;

    internal override int Precedence => 2;

    public static MatrixFormula Of(MatrixFormula scalar, MatrixFormula matrix) =>
        scalar.Number is { } weight ? Combination.Of((weight, matrix))
        : matrix.IsScalar && matrix.Number is { } number ? Combination.Of((number, scalar))
        : new Multiple(scalar, matrix);

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        EntryLoops.Scale(operands[0].Scalar, operands[1].Values, result.Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        (double scalar, double error) = (Math.Abs(operands[0].Scalar), operands[0].Errors[0]);
        for (int i = 0; i < result.Errors.Length; i++)
        {
            double value = Math.Abs(operands[1].Values[i]);
            result.Errors[i] = (scalar * (operands[1].Errors[i] + value)) + (error * value);
        }
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => operands[0][0, 0] * operands[1][i, j]);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        operand == 0 ? InnerProduct.Of(adjoint, Operands[1]) : Of(Operands[0], adjoint);

    private protected override string Text(MatrixFormula[] operands) => $"{Wrap(operands[0], 2)}·{Wrap(operands[1], 2)}";
}
