using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas;

/// <summary>A formula that texts call by a name, such as L for a loss.</summary>
internal sealed class Named : MatrixFormula
{
    public Named(string name, MatrixFormula definition)
        : base(definition.Rows, definition.Columns, definition) => Name = name;

    public string Name { get; }

    public MatrixFormula Definition => Operands[0];

    internal override bool IsSymmetric => Definition.IsSymmetric;

    internal override object Detail => Name;

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        operands[0].Values.CopyTo(result.Values, 0);

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        operands[0].Errors.CopyTo(result.Errors, 0);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => operands[0];

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => adjoint;

    private protected override string Text(MatrixFormula[] operands) => Name;
}
