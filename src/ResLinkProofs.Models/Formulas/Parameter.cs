using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Sets;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas;

/// <summary>A matrix, vector or scalar over which a model quantifies.</summary>
public sealed class Parameter : MatrixFormula
{
    internal Parameter(string name, Extent rows, Extent columns, ParameterSet set)
        : base(rows, columns)
    {
        Name = name;
        Set = set;
        IsConstant = false;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The set from which it is taken.</summary>
    public ParameterSet Set { get; }

    internal override bool IsSymmetric => IsScalar || Set.IsSymmetric;

    internal override object Detail => Name;

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        throw new InvalidOperationException($"The parameter {Name} has no value; it is set before the formulas are evaluated.");

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) =>
        Array.Clear(result.Errors);

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) =>
        throw new InvalidOperationException($"The parameter {Name} has no terms; it belongs to another model.");

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) =>
        throw new InvalidOperationException("A parameter has no operands.");

    private protected override string Text(MatrixFormula[] operands) => Name;
}
