using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>Floating-point margins and gradients of an emptiness problem at points: hints for the search, never evidence.</summary>
/// <remarks>Owns its working space; not safe for concurrent use. Allocation-free.</remarks>
internal sealed class PointMeter
{
    private readonly Tape _tape;
    private readonly FormulaNode[] _nodes;
    private readonly double[] _slots;
    private readonly double[] _adjoints;
    private readonly double[] _margins;

    public PointMeter(EmptinessProblem problem)
    {
        _tape = problem.Tape;
        _nodes = [.. problem.Nodes];
        _slots = new double[_tape.Length];
        _adjoints = new double[_tape.Length];
        _margins = new double[_nodes.Length];
    }

    /// <summary>At least zero where the formula holds, up to rounding; negative infinity where a term is undefined.</summary>
    public double Margin(ReadOnlySpan<double> point)
    {
        DoubleEvaluation.Run(_tape, point, _slots);
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            double margin = node.Kind == FormulaNodeKind.And ? double.PositiveInfinity : double.NegativeInfinity;
            if (node.Kind == FormulaNodeKind.Atom)
            {
                double value = _slots[node.Slot];
                margin = double.IsNaN(value) ? double.NegativeInfinity : node.Relation switch
                {
                    Relation.Equal => -Math.Abs(value),
                    Relation.NotEqual => value == 0 ? -double.Epsilon : Math.Abs(value),
                    Relation.Greater when value == 0 => -double.Epsilon,
                    _ => value,
                };
            }

            for (int i = 0; i < node.Operands.Count; i++)
            {
                double operand = _margins[node.Operands[i]];
                margin = node.Kind == FormulaNodeKind.And ? Math.Min(margin, operand) : Math.Max(margin, operand);
            }

            _margins[k] = margin;
        }

        return _margins[^1];
    }

    /// <summary>The value of one atom's difference and its gradient, by a reverse sweep.</summary>
    public double Differentiate(int node, ReadOnlySpan<double> point, Span<double> gradient)
    {
        DoubleEvaluation.Run(_tape, point, _slots);
        int output = _nodes[node].Slot;
        Array.Clear(_adjoints);
        gradient.Clear();
        _adjoints[output] = 1;
        AdjointSweep.Run(_tape, _slots, _adjoints.AsSpan(0, output + 1), gradient);
        return _slots[output];
    }
}
