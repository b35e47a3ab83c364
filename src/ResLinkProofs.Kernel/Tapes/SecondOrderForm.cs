using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// Enclosures of the Hessian of an expression over a box, by forward differentiation of the reverse sweep, and
/// of its gradient at a point of that box, of one and the same twice continuously differentiable function.
/// </summary>
/// <remarks>
/// Where abs, min or max keep one branch all over the box, it may touch its kink at the box's boundary.
/// That function is the branch, on the whole box: the derivative at a point is then the branch's, also at
/// the kink, where the operation itself has none. Holds its working space; not safe for concurrent use.
/// </remarks>
public sealed class SecondOrderForm
{
    private readonly Tape _tape;
    private readonly bool[] _inCone;
    private readonly (Interval Left, Interval Right)[] _slopes;
    private readonly BinaryCurvature[] _curvature;
    private readonly Interval[] _adjoints;
    private readonly Interval[] _tangents;
    private readonly Interval[] _adjointTangents;

    /// <summary>Prepares the working space.</summary>
    /// <param name="tape">The compiled terms.</param>
    public SecondOrderForm(Tape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _tape = tape;
        _inCone = new bool[tape.Length];
        _slopes = new (Interval, Interval)[tape.Length];
        _curvature = new BinaryCurvature[tape.Length];
        _adjoints = new Interval[tape.Length];
        _tangents = new Interval[tape.Length];
        _adjointTangents = new Interval[tape.Length];
    }

    /// <summary>Encloses the second derivatives of one slot by all variables over a box, from natural extensions.</summary>
    /// <param name="slots">What <see cref="IntervalEvaluation.Run"/> computed over the box, not narrowed since.</param>
    /// <param name="output">The slot of the expression.</param>
    /// <param name="skip">One entry per variable; true for those whose row and column are not wanted (they become zero).</param>
    /// <param name="hessian">Receives n x n intervals, row by row.</param>
    /// <returns>False when the expression may fail to be twice continuously differentiable somewhere on the box.</returns>
    public bool TryHessian(ReadOnlySpan<Interval> slots, int output, ReadOnlySpan<bool> skip, Span<Interval> hessian) =>
        TryHessian(slots, slots, output, skip, hessian);

    /// <summary>Encloses the second derivatives of one slot by all variables over a box.</summary>
    /// <param name="slots">Enclosures of the slots over the box, not narrowed by anything that is assumed.</param>
    /// <param name="images">The images of the operations on the enclosures of their operands; the same as <paramref name="slots"/>
    /// where those are natural extensions.</param>
    /// <param name="output">The slot of the expression.</param>
    /// <param name="skip">One entry per variable; true for those whose row and column are not wanted (they become zero).</param>
    /// <param name="hessian">Receives n x n intervals, row by row.</param>
    /// <returns>False when the expression may fail to be twice continuously differentiable somewhere on the box.</returns>
    public bool TryHessian(
        ReadOnlySpan<Interval> slots,
        ReadOnlySpan<Interval> images,
        int output,
        ReadOnlySpan<bool> skip,
        Span<Interval> hessian)
    {
        int n = _tape.Variables.Count;
        hessian.Clear();
        if (!TryDifferentiateSteps(slots, images, output))
        {
            return false;
        }

        Sweep(output, _adjoints, []);
        for (int i = 0; i < n; i++)
        {
            if (!skip[i])
            {
                Row(output, i, skip, hessian.Slice(i * n, n));
            }
        }

        return true;
    }

    /// <summary>Encloses the gradient at a point and the Hessian over a box that contains it, for an expansion about the point.</summary>
    /// <param name="slots">Enclosures of the slots over the box, not narrowed by anything that is assumed.</param>
    /// <param name="images">The images of the operations on the enclosures of their operands; the same as <paramref name="slots"/>
    /// where those are natural extensions.</param>
    /// <param name="pointSlots">What it computed at the point.</param>
    /// <param name="output">The slot of the expression.</param>
    /// <param name="skip">One entry per variable; true for those whose row and column are not wanted (they become zero).</param>
    /// <param name="gradient">Receives one interval per variable.</param>
    /// <param name="hessian">Receives n x n intervals, row by row.</param>
    /// <returns>False when the expression may fail to be twice continuously differentiable somewhere on the box.</returns>
    public bool TryExpand(
        ReadOnlySpan<Interval> slots,
        ReadOnlySpan<Interval> images,
        ReadOnlySpan<Interval> pointSlots,
        int output,
        ReadOnlySpan<bool> skip,
        Span<Interval> gradient,
        Span<Interval> hessian)
    {
        if (!TryHessian(slots, images, output, skip, hessian))
        {
            return false;
        }

        // What is known at the point, cut down by what is known over the box: at a kink the box alone knows the branch.
        for (int k = 0; k <= output; k++)
        {
            Instruction step = _tape.Instructions[k];
            if (_inCone[k] && !Term.IsLeaf(step.Operation))
            {
                (Interval left, Interval right) = SlopesOf(k, step, pointSlots, pointSlots);
                _slopes[k] = (_slopes[k].Left.Intersect(left), step.Right < 0 ? 0 : _slopes[k].Right.Intersect(right));
                if (_slopes[k].Left.IsEmpty || _slopes[k].Right.IsEmpty)
                {
                    return false;
                }
            }
        }

        gradient.Clear();
        Sweep(output, _adjoints, gradient);
        return true;
    }

    // A conditional is the branch that applies all over the box; where that is not known the unbounded slopes end the attempt.
    private (Interval Left, Interval Right) SlopesOf(
        int k, in Instruction step, ReadOnlySpan<Interval> slots, ReadOnlySpan<Interval> images) =>
        step.Operation == Operation.Conditional
        ? Conditional.Branch(slots[step.Condition]) switch { > 0 => (1, 0), < 0 => (0, 1), _ => (Interval.Entire, Interval.Entire) }
        : step.Right >= 0
        ? _tape.Binary(k).Slopes(slots[step.Left], slots[step.Right], images[k])
        : (_tape.Unary(k).Slopes(slots[step.Left], images[k]), 0);

    private BinaryCurvature CurvatureOf(
        int k, in Instruction step, ReadOnlySpan<Interval> slots, ReadOnlySpan<Interval> images) => step.Operation == Operation.Conditional
        ? new(0, 0, 0)
        : step.Right >= 0
        ? _tape.Binary(k).Curvature(slots[step.Left], slots[step.Right], images[k])
        : new(_tape.Unary(k).Curvature(slots[step.Left], images[k]), 0, 0);

    private bool TryDifferentiateSteps(ReadOnlySpan<Interval> slots, ReadOnlySpan<Interval> images, int output)
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

            if (step.Operation == Operation.Integral)
            {
                return false; // its second derivatives are not enclosed
            }

            (Interval left, Interval right) = _slopes[k] = SlopesOf(k, step, slots, images);
            BinaryCurvature curvature = _curvature[k] = CurvatureOf(k, step, slots, images);
            if (!(left.IsBounded && right.IsBounded
                && curvature.LeftLeft.IsBounded && curvature.LeftRight.IsBounded && curvature.RightRight.IsBounded))
            {
                return false;
            }

            int branch = step.Operation == Operation.Conditional ? Conditional.Branch(slots[step.Condition]) : 0;
            if (branch >= 0)
            {
                _inCone[step.Left] |= !_tape.IsConstant(step.Left);
            }

            if (step.Right >= 0 && branch <= 0)
            {
                _inCone[step.Right] |= !_tape.IsConstant(step.Right);
            }
        }

        return true;
    }

    // Reverse sweep: the derivatives of the output by the slots, and by the variables where they are asked for.
    private void Sweep(int output, Interval[] adjoints, Span<Interval> gradient)
    {
        Array.Clear(adjoints);
        adjoints[output] = Interval.One;
        ReadOnlySpan<Instruction> instructions = _tape.Instructions;
        for (int k = output; k >= 0; k--)
        {
            Instruction step = instructions[k];
            if (!_inCone[k])
            {
                continue;
            }

            if (step.Operation == Operation.Variable)
            {
                if (!gradient.IsEmpty)
                {
                    gradient[step.Left] += adjoints[k];
                }

                continue;
            }

            adjoints[step.Left] += adjoints[k] * _slopes[k].Left;
            if (step.Right >= 0)
            {
                adjoints[step.Right] += adjoints[k] * _slopes[k].Right;
            }
        }
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
                : step.Right < 0 ? _slopes[k].Left * _tangents[step.Left]
                : (_slopes[k].Left * _tangents[step.Left]) + (_slopes[k].Right * _tangents[step.Right]);
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

            ref readonly BinaryCurvature local = ref _curvature[k];
            Interval adjoint = _adjoints[k], left = _tangents[step.Left];
            if (step.Right < 0)
            {
                _adjointTangents[step.Left] += (change * _slopes[k].Left) + (adjoint * local.LeftLeft * left);
                continue;
            }

            Interval right = _tangents[step.Right];
            _adjointTangents[step.Left] += (change * _slopes[k].Left) + (adjoint * ((local.LeftLeft * left) + (local.LeftRight * right)));
            _adjointTangents[step.Right] +=
                (change * _slopes[k].Right) + (adjoint * ((local.LeftRight * left) + (local.RightRight * right)));
        }
    }
}
