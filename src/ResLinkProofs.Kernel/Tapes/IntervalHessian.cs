using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Enclosures of the Hessian of an expression over a box, by forward differentiation of the reverse sweep.</summary>
/// <remarks>Holds its working space; not safe for concurrent use.</remarks>
public sealed class IntervalHessian
{
    private readonly Tape _tape;
    private readonly OperationCurvature[] _local;
    private readonly bool[] _inCone;
    private readonly Interval[] _adjoints;
    private readonly Interval[] _tangents;
    private readonly Interval[] _adjointTangents;

    /// <summary>Prepares the working space.</summary>
    /// <param name="tape">The compiled terms.</param>
    public IntervalHessian(Tape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _tape = tape;
        _local = new OperationCurvature[tape.Length];
        _inCone = new bool[tape.Length];
        _adjoints = new Interval[tape.Length];
        _tangents = new Interval[tape.Length];
        _adjointTangents = new Interval[tape.Length];
    }

    /// <summary>Encloses the second derivatives of one slot by all variables.</summary>
    /// <param name="slots">What <see cref="IntervalEvaluation.Run"/> computed over the box, not narrowed since.</param>
    /// <param name="output">The slot of the expression.</param>
    /// <param name="skip">One entry per variable; true for those whose row and column are not wanted (they become zero).</param>
    /// <param name="hessian">Receives n x n intervals, row by row.</param>
    /// <returns>False when the expression may fail to be twice continuously differentiable somewhere on the box.</returns>
    public bool TryRun(ReadOnlySpan<Interval> slots, int output, ReadOnlySpan<bool> skip, Span<Interval> hessian)
    {
        int n = _tape.Variables.Count;
        hessian.Clear();
        if (!TryDifferentiateSteps(slots, output))
        {
            return false;
        }

        Array.Clear(_adjoints);
        _adjoints[output] = Interval.One;
        ReadOnlySpan<Instruction> instructions = _tape.Instructions;
        for (int k = output; k >= 0; k--)
        {
            Instruction step = instructions[k];
            if (_inCone[k] && !Term.IsLeaf(step.Operation))
            {
                _adjoints[step.Left] += _adjoints[k] * _local[k].Left;
                if (step.Right >= 0)
                {
                    _adjoints[step.Right] += _adjoints[k] * _local[k].Right;
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            if (!skip[i])
            {
                Row(output, i, skip, hessian.Slice(i * n, n));
            }
        }

        return true;
    }

    private bool TryDifferentiateSteps(ReadOnlySpan<Interval> slots, int output)
    {
        ReadOnlySpan<Instruction> instructions = _tape.Instructions;
        Array.Clear(_inCone);
        _inCone[output] = !_tape.IsConstant(output);
        for (int k = output; k >= 0; k--)
        {
            Instruction step = instructions[k];
            if (!_inCone[k] || Term.IsLeaf(step.Operation))
            {
                continue;
            }

            _local[k] = step.Right >= 0
                ? OperationCurvature.Binary(step.Operation, slots[step.Left], slots[step.Right], slots[k])
                : OperationCurvature.Unary(step, slots[step.Left], slots[k]);
            if (!_local[k].IsSmooth)
            {
                return false;
            }

            _inCone[step.Left] |= !_tape.IsConstant(step.Left);
            if (step.Right >= 0)
            {
                _inCone[step.Right] |= !_tape.IsConstant(step.Right);
            }
        }

        return true;
    }

    private void Row(int output, int direction, ReadOnlySpan<bool> skip, Span<Interval> row)
    {
        ReadOnlySpan<Instruction> instructions = _tape.Instructions;
        Array.Clear(_adjointTangents);
        for (int k = 0; k <= output; k++)
        {
            ref readonly Instruction step = ref instructions[k];
            _tangents[k] = !_inCone[k] ? 0
                : step.Operation == Operation.Variable ? (step.Left == direction ? 1 : 0)
                : step.Right < 0 ? _local[k].Left * _tangents[step.Left]
                : (_local[k].Left * _tangents[step.Left]) + (_local[k].Right * _tangents[step.Right]);
        }

        for (int k = output; k >= 0; k--)
        {
            ref readonly Instruction step = ref instructions[k];
            if (!_inCone[k])
            {
                continue;
            }

            Interval change = _adjointTangents[k];
            if (step.Operation == Operation.Variable)
            {
                row[step.Left] = skip[step.Left] ? 0 : change;
                continue;
            }

            ref readonly OperationCurvature local = ref _local[k];
            Interval adjoint = _adjoints[k], left = _tangents[step.Left];
            if (step.Right < 0)
            {
                _adjointTangents[step.Left] += (change * local.Left) + (adjoint * local.LeftLeft * left);
                continue;
            }

            Interval right = _tangents[step.Right];
            _adjointTangents[step.Left] += (change * local.Left) + (adjoint * ((local.LeftLeft * left) + (local.LeftRight * right)));
            _adjointTangents[step.Right] += (change * local.Right) + (adjoint * ((local.LeftRight * left) + (local.RightRight * right)));
        }
    }
}
