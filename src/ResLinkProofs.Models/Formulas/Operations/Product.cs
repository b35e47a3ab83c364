using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>The product of two matrices, either of which may be taken transposed.</summary>
internal sealed class Product : MatrixFormula
{
    private readonly bool _leftTransposed;
    private readonly bool _rightTransposed;

    private Product(MatrixFormula left, bool leftTransposed, MatrixFormula right, bool rightTransposed)
        : base(leftTransposed ? left.Columns : left.Rows, rightTransposed ? right.Rows : right.Columns, left, right) =>
        (_leftTransposed, _rightTransposed) = (leftTransposed, rightTransposed);

    /// <summary>A A^T, or A B A^T with B symmetric, or the square of a symmetric matrix.</summary>
    internal override bool IsSymmetric => IsScalar
        || (ReferenceEquals(Operands[0], Operands[1]) && (_leftTransposed != _rightTransposed || Operands[0].IsSymmetric))
        || (Operands[0] is Product { Operands: [var outer, { IsSymmetric: true }] } inner && !_leftTransposed
            && ReferenceEquals(outer, Operands[1]) && inner._leftTransposed != _rightTransposed);

    internal override object Detail => (_leftTransposed, _rightTransposed);

    internal override int Precedence => 2;

    public static MatrixFormula Of(MatrixFormula left, MatrixFormula right)
    {
        if (left.Columns != right.Rows)
        {
            throw new ArgumentException(
                $"Product of {left.WithShape} and {right.WithShape}: the {left.Columns} columns of the first must be the {right.Rows} rows "
                + "of the second; transpose one with .T, or write Hadamard for the product entry by entry.");
        }

        (bool leftTransposed, MatrixFormula a) = left is Transposed { Operands: [var l] } ? (true, l) : (false, left);
        (bool rightTransposed, MatrixFormula b) = right is Transposed { Operands: [var r] } ? (true, r) : (false, right);
        return left is Identity ? right : right is Identity ? left : new Product(a, leftTransposed, b, rightTransposed);
    }

    /// <summary>True when this is (A B)^T = B^T A^T of the other one.</summary>
    public bool IsTransposeOf(Product other) =>
        ReferenceEquals(Operands[0], other.Operands[1]) && ReferenceEquals(Operands[1], other.Operands[0])
        && _leftTransposed != other._rightTransposed && _rightTransposed != other._leftTransposed;

    internal override double WorkOf(NodeValue[] operands, int entries) =>
        (double)entries * (_leftTransposed ? operands[0].Rows : operands[0].Columns);

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) => DenseProduct.Multiply(
        operands[0].AsSpan(_leftTransposed), operands[1].AsSpan(_rightTransposed), result.Target(result.Values), workspace.Products);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        // |A| (E(B) + |B|) + E(A) |B|
        (NodeValue a, NodeValue b) = (operands[0], operands[1]);
        double[] first = workspace.First(a.Values.Length), second = workspace.Second(b.Values.Length);
        for (int i = 0; i < a.Values.Length; i++)
        {
            first[i] = Math.Abs(a.Values[i]);
        }

        for (int i = 0; i < b.Values.Length; i++)
        {
            second[i] = Math.Abs(b.Values[i]) + b.Errors[i];
        }

        MatrixSpan<double> target = result.Target(result.Errors);
        DenseProduct.Multiply(a.View(first, _leftTransposed), b.View(second, _rightTransposed), target, workspace.Products);
        for (int i = 0; i < b.Values.Length; i++)
        {
            second[i] = Math.Abs(b.Values[i]);
        }

        DenseProduct.Multiply(
            a.View(a.Errors, _leftTransposed), b.View(second, _rightTransposed), target, workspace.Products, accumulate: true);
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns)
    {
        Term[,] left = _leftTransposed ? TermMatrix.Transpose(operands[0]) : operands[0];
        Term[,] right = _rightTransposed ? TermMatrix.Transpose(operands[1]) : operands[1];
        return TermMatrix.Of(rows, columns, (i, j) =>
        {
            Term sum = Term.Zero;
            for (int k = 0; k < left.GetLength(1); k++)
            {
                sum += ReferenceEquals(left[i, k], right[k, j]) ? Term.Square(left[i, k]) : left[i, k] * right[k, j];
            }

            return sum;
        });
    }

    // C = A B: dA = C' B^T, dB = A^T C'; transposed where the operand is taken transposed.
    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint)
    {
        (MatrixFormula a, MatrixFormula b) = (Taken(0, _leftTransposed), Taken(1, _rightTransposed));
        return operand == 0
            ? _leftTransposed ? b * adjoint.T : adjoint * b.T
            : _rightTransposed ? adjoint.T * a : a.T * adjoint;
    }

    private MatrixFormula Taken(int operand, bool transposed) => transposed ? Operands[operand].T : Operands[operand];

    private protected override string Text(MatrixFormula[] operands) =>
        $"{Factor(operands[0], _leftTransposed)} {Factor(operands[1], _rightTransposed)}";

    private static string Factor(MatrixFormula operand, bool transposed) => transposed ? $"{Wrap(operand, 3)}ᵀ" : Wrap(operand, 2);
}
