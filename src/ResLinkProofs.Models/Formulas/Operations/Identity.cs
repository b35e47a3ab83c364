using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The identity matrix.</summary>
internal sealed class Identity(Extent size) : MatrixFormula(size, size)
{
    internal override bool IsSymmetric => true;

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        Array.Clear(result.Values);
        for (int i = 0; i < result.Rows; i++)
        {
            result.Values[(i * result.Columns) + i] = 1;
        }
    }

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Array.Clear(result.Errors);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => i == j ? Term.One : Term.Zero);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        throw new InvalidOperationException("The identity has no operands.");

    private protected override string Text(MatrixFormula[] operands) => "I";
}
