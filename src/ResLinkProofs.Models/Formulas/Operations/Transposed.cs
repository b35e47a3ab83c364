using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The transposed matrix.</summary>
internal sealed class Transposed : MatrixFormula
{
    private Transposed(MatrixFormula operand)
        : base(operand.Columns, operand.Rows, operand)
    {
    }

    internal override bool IsSymmetric => Operands[0].IsSymmetric;

    public static MatrixFormula Of(MatrixFormula operand) => operand switch
    {
        { IsSymmetric: true } => operand,
        Transposed { Operands: [var inner] } => inner,
        Filled constant => Filled.Of(constant.Columns, constant.Rows, constant.Constant),
        _ => new Transposed(operand),
    };

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Copy(operands[0], operands[0].Values, result.Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Copy(operands[0], operands[0].Errors, result.Errors);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => TermMatrix.Transpose(operands[0]);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => adjoint.T;

    private protected override string Text(MatrixFormula[] operands) => $"{Wrap(operands[0], 3)}ᵀ";

    private static void Copy(NodeValue operand, double[] source, double[] target) =>
        LinearAlgebra.Transposition.Copy(source, operand.Rows, operand.Columns, target, operand.Rows);
}
