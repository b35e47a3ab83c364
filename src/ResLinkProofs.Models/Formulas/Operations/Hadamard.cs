using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The product entry by entry.</summary>
internal sealed class Hadamard : MatrixFormula
{
    private Hadamard(MatrixFormula left, MatrixFormula right)
        : base(left.Rows, left.Columns, left, right)
    {
    }

    internal override bool IsSymmetric => Operands.All(o => o.IsSymmetric);

    internal override int Precedence => 2;

    public static MatrixFormula Of(MatrixFormula left, MatrixFormula right)
    {
        RequireSame(left, right, "Hadamard product");
        return left.IsScalar ? Multiple.Of(left, right)
            : Weight(left) is { } weight ? weight * right
            : Weight(right) is { } other ? other * left
            : new Hadamard(left, right);
    }

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        EntryLoops.Multiply(operands[0].Values, operands[1].Values, result.Values);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        for (int i = 0; i < result.Errors.Length; i++)
        {
            double left = Math.Abs(operands[0].Values[i]), right = Math.Abs(operands[1].Values[i]);
            result.Errors[i] = (left * (operands[1].Errors[i] + right)) + (operands[0].Errors[i] * right);
        }
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => TermMatrix.Of(rows, columns, (i, j) =>
        ReferenceEquals(operands[0][i, j], operands[1][i, j]) ? Term.Square(operands[0][i, j]) : operands[0][i, j] * operands[1][i, j]);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => Of(adjoint, Operands[1 - operand]);

    private protected override string Text(MatrixFormula[] operands) => $"{Wrap(operands[0], 2)} ∘ {Wrap(operands[1], 2)}";

    // A matrix of equal entries is a scalar here.
    private static MatrixFormula? Weight(MatrixFormula operand) => operand switch
    {
        Filled constant => Filled.Of(1, 1, constant.Constant),
        Multiple { Operands: [var scalar, Filled { Number: { } number }] } => Combination.Of((number, scalar)),
        _ => null,
    };
}
