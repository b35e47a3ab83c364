using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The columns k places further on: column l is column l + k of the operand, and zero where there is none.</summary>
internal sealed class Shifted : MatrixFormula
{
    private readonly int _by;

    private Shifted(MatrixFormula operand, int by)
        : base(operand.Rows, operand.Columns, operand) => _by = by;

    internal override object Detail => _by;

    public static MatrixFormula Of(MatrixFormula operand, int by) => by == 0 ? operand : new Shifted(operand, by);

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Move(operands[0].Values, result.Values, result.Columns);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Move(operands[0].Errors, result.Errors, result.Columns);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, l) => l + _by >= 0 && l + _by < columns ? operands[0][i, l + _by] : Term.Zero);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => Of(adjoint, -_by);

    private protected override string Text(MatrixFormula[] operands) => $"shift({operands[0]}, {_by})";

    private void Move(double[] source, double[] target, int columns)
    {
        for (int entry = 0; entry < target.Length; entry++)
        {
            int from = (entry % columns) + _by;
            target[entry] = from >= 0 && from < columns ? source[entry + _by] : 0;
        }
    }
}
