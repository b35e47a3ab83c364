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
                Propagate(_tape.Instructions[k], _adjoints[k], _slots[k], gradient);
            }
        }

        return _slots[output];
    }

    private void Propagate(in Instruction step, double adjoint, double value, Span<double> gradient)
    {
        if (Term.IsLeaf(step.Operation))
        {
            if (step.Operation == Operation.Variable)
            {
                gradient[step.Left] += adjoint;
            }

            return;
        }

        double x = _slots[step.Left], y = step.Right >= 0 ? _slots[step.Right] : 0;
        (double left, double right) = step.Operation switch
        {
            Operation.Add => (1.0, 1.0),
            Operation.Subtract => (1, -1),
            Operation.Multiply => (y, x),
            Operation.Divide => (1 / y, -value / y),
            Operation.Min => x <= y ? (1, 0) : (0, 1),
            Operation.Max => x >= y ? (1, 0) : (0, 1),
            Operation.Negate => (-1, 0),
            Operation.Abs => (x > 0 ? 1 : x < 0 ? -1 : 0, 0),
            Operation.Power => (step.Exponent == 0 ? 0 : step.Exponent * DoubleEvaluation.Power(x, step.Exponent - 1), 0),
            Operation.Sqrt => (0.5 / value, 0),
            Operation.Exp => (value, 0),
            Operation.Log => (1 / x, 0),
            Operation.Sin => (Math.Cos(x), 0),
            Operation.Cos => (-Math.Sin(x), 0),
            Operation.Tan => (1 + (value * value), 0),
            Operation.Atan => (1 / (1 + (x * x)), 0),
            Operation.Asin => (1 / Math.Sqrt(1 - (x * x)), 0),
            Operation.Acos => (-1 / Math.Sqrt(1 - (x * x)), 0),
            _ when x == 0 => (0, 0), // what is left is even: sinc and its kin
            Operation.Sinc => ((Math.Cos(x) - value) / x, 0),
            Operation.VersineQuotient => ((Math.Sin(x) - (2 * x * value)) / (x * x), 0),
            Operation.SineDefect => ((1 - Math.Cos(x) - (3 * x * x * value)) / (x * x * x), 0),
            Operation.ArcsineDefect => (((1 / Math.Sqrt(1 - (x * x))) - 1 - (3 * x * x * value)) / (x * x * x), 0),
            _ => (double.NaN, double.NaN),
        };
        _adjoints[step.Left] += adjoint * left;
        if (step.Right >= 0)
        {
            _adjoints[step.Right] += adjoint * right;
        }
    }
}
