using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models;

/// <summary>
/// Formulas at given sizes as a list of steps over preallocated matrices, equal subformulas once. Its parts can be run one after the other:
/// the values first, their gradient where
/// it is wanted. One thread, fixed order of operations: the same bits everywhere.
/// </summary>
internal sealed class FormulaProgram
{
    private readonly SizeAssignment _sizes;
    private readonly List<Step> _steps = [];
    private readonly Dictionary<MatrixFormula, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Type Kind, object? Detail, int Rows, int Columns, string Operands), int> _equal = [];
    private readonly EvaluationWorkspace _workspace = new();

    public FormulaProgram(SizeAssignment sizes) => _sizes = sizes;

    /// <summary>The number of steps so far.</summary>
    public int Length => _steps.Count;

    /// <summary>The number of multiplications or the like in one run of all steps.</summary>
    public double Work { get; private set; }

    /// <summary>Adds a formula with all that it is made of, and returns where its value will be.</summary>
    public NodeValue Add(MatrixFormula formula) => _steps[IndexOf(formula)].Value;

    /// <summary>Runs steps; parameters keep the values that were written into them.</summary>
    public void Run(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            Step step = _steps[k];
            if (step.Formula is not Parameter)
            {
                step.Formula.Evaluate(step.Operands, step.Value, _workspace);
            }
        }
    }

    /// <summary>Estimates the rounding errors of steps that have run.</summary>
    public void EstimateErrors(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            Step step = _steps[k];
            step.Formula.EstimateErrors(step.Operands, step.Value, _workspace);
        }
    }

    private int IndexOf(MatrixFormula formula)
    {
        if (_known.TryGetValue(formula, out int index))
        {
            return index;
        }

        int[] operands = [.. formula.Operands.Select(IndexOf)];
        (int rows, int columns) = (_sizes[formula.Rows], _sizes[formula.Columns]);
        var key = (formula.GetType(), formula.Detail, rows, columns, string.Join(' ', operands));
        if (!_equal.TryGetValue(key, out index))
        {
            index = _steps.Count;
            _equal.Add(key, index);
            NodeValue[] inputs = [.. operands.Select(k => _steps[k].Value)];
            _steps.Add(new Step(formula, inputs, new NodeValue(rows, columns)));
            Work += formula.WorkOf(inputs, rows * columns);
        }

        _known.Add(formula, index);
        return index;
    }

    private sealed record Step(MatrixFormula Formula, NodeValue[] Operands, NodeValue Value);
}
