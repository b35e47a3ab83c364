using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>A matrix whose entries are all one constant; of one row and column, a number.</summary>
internal sealed class Filled : MatrixFormula
{
    private readonly double _value;

    private Filled(Extent rows, Extent columns, Term term)
        : base(rows, columns)
    {
        Constant = term;
        try
        {
            _value = Evaluated(Tape.Compile([], [term]));
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(
                $"{term} is no constant: the parameters of a model are the only variables; declare a scalar parameter "
                + "instead.",
                nameof(term), e);
        }
    }

    public Term Constant { get; }

    public override string ToString() => base.ToString();

    internal override bool IsSymmetric => Rows == Columns;

    internal override Rational? Number => Constant.Operation == Operation.Literal ? Constant.Value : null;

    internal override object Detail => Number is { } number ? number : Constant;

    internal override int Precedence => IsScalar && Number is null or { IsInteger: true, Sign: >= 0 } ? 3 : IsScalar ? 2 : 3;

    public static MatrixFormula Of(Extent rows, Extent columns, Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return new Filled(rows, columns, term);
    }

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Array.Fill(result.Values, _value);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Array.Fill(result.Errors, Number is { IsInteger: true } ? 0 : Math.Abs(_value));

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => TermMatrix.Of(rows, columns, (_, _) => Constant);

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        throw new InvalidOperationException("A constant has no operands.");

    private protected override string Text(MatrixFormula[] operands) =>
        IsScalar ? TermPrinter.Print(Constant) : Number == Rational.One ? $"𝟏({Rows}×{Columns})" : $"{Constant}·𝟏({Rows}×{Columns})";

    private static double Evaluated(Tape tape)
    {
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [], slots);
        return slots[tape.Outputs[0]];
    }
}
