using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>A function of one variable, applied to every entry.</summary>
internal sealed class Entrywise : MatrixFormula
{
    private readonly EntrywiseFunction _function;

    private Entrywise(EntrywiseFunction function, MatrixFormula operand)
        : base(operand.Rows, operand.Columns, operand) => _function = function;

    internal override bool IsSymmetric => Operands[0].IsSymmetric;

    internal override object Detail => _function;

    internal override int Precedence => _function == EntrywiseFunction.Reciprocal ? 2 : 3;

    public EntrywiseFunction Function => _function;

    public static MatrixFormula Of(EntrywiseFunction function, MatrixFormula operand)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new Entrywise(function, operand);
    }

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        _function.Evaluate(operands[0].Values, result.Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        int count = result.Values.Length;
        double[] slopes = workspace.First(count);
        _function.Derivative.Evaluate(operands[0].Values, slopes.AsSpan(0, count));
        for (int i = 0; i < count; i++)
        {
            result.Errors[i] = Math.Abs(result.Values[i]) + (operands[0].Errors[i] == 0 ? 0 : Math.Abs(slopes[i]) * operands[0].Errors[i]);
        }
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => _function.Term(operands[0][i, j]));

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        Hadamard.Of(adjoint, Of(_function.Derivative, Operands[0]));

    private protected override string Text(MatrixFormula[] operands) => _function.Write(operands[0]);
}
