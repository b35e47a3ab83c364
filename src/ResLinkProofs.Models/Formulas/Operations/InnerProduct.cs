using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The sum of the products of corresponding entries.</summary>
internal sealed class InnerProduct : MatrixFormula
{
    private InnerProduct(MatrixFormula left, MatrixFormula right)
        : base(1, 1, left, right)
    {
    }

    public static MatrixFormula Of(MatrixFormula left, MatrixFormula right)
    {
        RequireSame(left, right, "Inner product");
        return left.IsScalar ? Multiple.Of(left, right) : new InnerProduct(left, right);
    }

    internal override double WorkOf(NodeValue[] operands, int entries) => operands[0].Values.Length;

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        result.Values[0] = OrderedSum.Dot(operands[0].Values, operands[1].Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        double sum = 0;
        for (int i = 0; i < operands[0].Values.Length; i++)
        {
            double left = Math.Abs(operands[0].Values[i]), right = Math.Abs(operands[1].Values[i]);
            sum += (left * (operands[1].Errors[i] + right)) + (operands[0].Errors[i] * right);
        }

        result.Errors[0] = sum;
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns)
    {
        Term sum = Term.Zero;
        for (int i = 0; i < operands[0].GetLength(0); i++)
        {
            for (int j = 0; j < operands[0].GetLength(1); j++)
            {
                (Term left, Term right) = (operands[0][i, j], operands[1][i, j]);
                sum += ReferenceEquals(left, right) ? Term.Square(left) : left * right;
            }
        }

        return new[,] { { sum } };
    }

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        !ReferenceEquals(Operands[0], Operands[1]) ? Multiple.Of(adjoint, Operands[1 - operand])
        : operand == 0 ? Multiple.Of(Combination.Of((2, adjoint)), Operands[0])
        : Filled.Of(Operands[0].Rows, Operands[0].Columns, 0); // the first operand has all of it

    private protected override string Text(MatrixFormula[] operands) =>
        ReferenceEquals(operands[0], operands[1]) ? $"|{operands[0]}|²"
        : operands[1] is Filled { Number: { } one } && one == Rational.One ? $"sum({operands[0]})"
        : operands[1] is Identity ? $"tr({operands[0]})"
        : $"⟨{operands[0]}, {operands[1]}⟩";
}
