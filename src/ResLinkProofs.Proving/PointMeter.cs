using ResLinkProofs.Kernel.Operations;
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
        for (int k = output; k >= 0; k--)
        {
            if (_adjoints[k] != 0)
            {
                Propagate(k, _adjoints[k], gradient);
            }
        }

        return _slots[output];
    }

    private void Propagate(int k, double adjoint, Span<double> gradient)
    {
        Instruction step = _tape.Instructions[k];
        if (step.Operation == Operation.Variable)
        {
            gradient[step.Left] += adjoint;
        }
        else if (step.Operation == Operation.Conditional)
        {
            _adjoints[_slots[step.Condition] >= 0 ? step.Left : step.Right] += adjoint;
        }
        else if (step.Right >= 0)
        {
            (double left, double right) = _tape.Binary(k).Derivative(_slots[step.Left], _slots[step.Right], _slots[k]);
            _adjoints[step.Left] += adjoint * left;
            _adjoints[step.Right] += adjoint * right;
        }
        else if (!Term.IsLeaf(step.Operation))
        {
            _adjoints[step.Left] += adjoint * _tape.Unary(k).Derivative(_slots[step.Left], _slots[k]);
        }
    }
}
