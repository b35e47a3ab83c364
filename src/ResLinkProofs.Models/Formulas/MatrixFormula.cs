using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas.Operations;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas;

/// <summary>
/// A matrix as a formula over the parameters of a model; vectors are matrices of one column, scalars of one row and column. Built with
/// operators and
/// <see cref="MatrixFunctions"/>; sizes are checked when it is built. It is read as numbers for any sizes, as terms of the kernel for small
/// ones, as the formula of its
/// gradient, and as text. Immutable; subformulas may be shared.
/// </summary>
public abstract class MatrixFormula
{
    private protected MatrixFormula(Extent rows, Extent columns, params MatrixFormula[] operands)
    {
        Rows = rows;
        Columns = columns;
        Operands = operands;
        IsConstant = Array.TrueForAll(operands, o => o.IsConstant);
    }

    /// <summary>The number of rows.</summary>
    public Extent Rows { get; }

    /// <summary>The number of columns.</summary>
    public Extent Columns { get; }

    /// <summary>True for one row and one column.</summary>
    public bool IsScalar => Rows.IsOne && Columns.IsOne;

    /// <summary>The transposed matrix.</summary>
    public MatrixFormula T => Transposed.Of(this);

    /// <summary>The formulas of which this is made.</summary>
    internal IReadOnlyList<MatrixFormula> Operands { get; }

    /// <summary>True when no parameter occurs.</summary>
    internal bool IsConstant { get; private protected init; }

    /// <summary>True where the form of the formula shows that the matrix is symmetric.</summary>
    internal virtual bool IsSymmetric => IsScalar;

    /// <summary>The value where it is a rational number; null otherwise.</summary>
    internal virtual Rational? Number => null;

    /// <summary>Beside its kind, operands and shape, what tells it from others: formulas that agree in all of these are equal.</summary>
    internal virtual object? Detail => null;

    /// <summary>How tightly its text binds: 1 sums, 2 products, 3 what needs no parentheses.</summary>
    internal virtual int Precedence => 3;

    /// <summary>Sum.</summary>
    public static MatrixFormula operator +(MatrixFormula left, MatrixFormula right) => Combination.Of((1, left), (1, right));

    /// <summary>Difference.</summary>
    public static MatrixFormula operator -(MatrixFormula left, MatrixFormula right) => Combination.Of((1, left), (-1, right));

    /// <summary>The matrix of opposite signs.</summary>
    public static MatrixFormula operator -(MatrixFormula operand) => Combination.Of((-1, operand));

    /// <summary>The product of matrices; a multiple where one of them is a scalar.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static MatrixFormula operator *(MatrixFormula left, MatrixFormula right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.IsScalar ? Multiple.Of(left, right) : right.IsScalar ? Multiple.Of(right, left) : Product.Of(left, right);
    }

    /// <summary>The matrix divided by a scalar; undefined where that vanishes.</summary>
    /// <exception cref="ArgumentException">The right side is no scalar.</exception>
    public static MatrixFormula operator /(MatrixFormula left, MatrixFormula right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        RequireScalar(right, "divided by");
        return right.Number is { Sign: not 0 } number
            ? Combination.Of((Rational.One / number, left))
            : Multiple.Of(Entrywise.Of(EntrywiseFunction.Reciprocal, right), left);
    }

    /// <summary>An integer as a scalar.</summary>
    public static implicit operator MatrixFormula(int value) => Filled.Of(1, 1, value);

    /// <summary>A rational number as a scalar.</summary>
    public static implicit operator MatrixFormula(Rational value) => Filled.Of(1, 1, value);

    /// <summary>A constant term, such as pi, as a scalar.</summary>
    /// <exception cref="ArgumentException">The term has variables.</exception>
    public static implicit operator MatrixFormula(Term value) => Filled.Of(1, 1, value);

    /// <summary>The formula as text.</summary>
    public override string ToString() => Text([.. Operands]);

    /// <summary>The formula with its sizes, for messages.</summary>
    internal string WithShape => $"{this} ({Rows} × {Columns})";

    /// <summary>About how many multiplications one evaluation takes.</summary>
    internal virtual double WorkOf(NodeValue[] operands, int entries) => entries;

    /// <summary>Computes the value from those of the operands.</summary>
    internal abstract void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace);

    /// <summary>Estimates rounding errors, in units of roundoff, from the values and the estimates of the operands.</summary>
    internal abstract void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace);

    /// <summary>The entries as terms, from those of the operands.</summary>
    /// <exception cref="NotSupportedException">The operation has no closed form; comparisons of it are written out as a whole.</exception>
    internal abstract Term[,] Expand(Term[][,] operands, int rows, int columns);

    /// <summary>What the derivative of a scalar by the value of this formula adds to its derivative by an operand.</summary>
    internal abstract MatrixFormula PullBack(int operand, MatrixFormula adjoint);

    private protected abstract string Text(MatrixFormula[] operands);

    private protected static string Wrap(MatrixFormula operand, int precedence) =>
        operand.Precedence >= precedence ? operand.ToString() : $"({operand})";

    private protected static void RequireScalar(MatrixFormula formula, string use)
    {
        if (!formula.IsScalar)
        {
            throw new ArgumentException(
                $"{use} {formula.WithShape}: only a scalar will do; take a norm, trace or inner product of it first.");
        }
    }

    private protected static void RequireSame(MatrixFormula left, MatrixFormula right, string operation)
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
        {
            throw new ArgumentException(
                $"{operation} of {left.WithShape} and {right.WithShape}: both need the same sizes; transpose one with .T, or correct a "
                + "declaration.");
        }
    }

    private protected static void RequireSquare(MatrixFormula formula, string operation)
    {
        if (formula.Rows != formula.Columns)
        {
            throw new ArgumentException($"{operation} of {formula.WithShape}: it must be square; did you mean its Gram matrix?");
        }
    }
}
