using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes.Integrals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Reverse-mode enclosures of the slopes of an expression over a box.</summary>
/// <remarks>
/// The result S satisfies: for all points u, v of the box there are s_i in S_i with f(u) - f(v) = sum_i s_i (u_i - v_i). Hence f is
/// monotone in a variable whose slope has one sign, and f(u) lies in f(c) + sum_i S_i (u_i - c_i) for every centre c of the box.
/// </remarks>
public static class IntervalSlopes
{
    /// <summary>Computes the slopes of one slot with respect to every variable from natural extensions.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="slots">What <see cref="IntervalEvaluation.Run"/> computed over the box, not narrowed since.</param>
    /// <param name="output">The slot of the expression.</param>
    /// <param name="adjoints">Working space of <see cref="Tape.Length"/> intervals.</param>
    /// <param name="slopes">Receives one interval per variable.</param>
    public static void Run(Tape tape, ReadOnlySpan<Interval> slots, int output, Span<Interval> adjoints, Span<Interval> slopes) =>
        Run(tape, slots, slots, output, adjoints, slopes);

    /// <summary>Computes the slopes of one slot with respect to every variable.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="slots">Enclosures of the slots over the box, not narrowed by anything that is assumed.</param>
    /// <param name="images">The images of the operations on the enclosures of their operands; the same as <paramref name="slots"/>
    /// where those are natural extensions.</param>
    /// <param name="output">The slot of the expression.</param>
    /// <param name="adjoints">Working space of <see cref="Tape.Length"/> intervals.</param>
    /// <param name="slopes">Receives one interval per variable.</param>
    public static void Run(
        Tape tape,
        ReadOnlySpan<Interval> slots,
        ReadOnlySpan<Interval> images,
        int output,
        Span<Interval> adjoints,
        Span<Interval> slopes)
    {
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        slopes.Clear();
        adjoints[..output].Clear();
        adjoints[output] = Interval.One;
        for (int k = output; k >= 0; k--)
        {
            Interval adjoint = adjoints[k];
            if (adjoint.Lower == 0 && adjoint.Upper == 0)
            {
                continue;
            }

            ref readonly Instruction step = ref instructions[k];
            switch (step.Operation)
            {
                case Operation.Literal:
                case Operation.Pi:
                    break;
                case Operation.Variable:
                    slopes[step.Left] += adjoint;
                    break;
                case Operation.Add:
                    adjoints[step.Left] += adjoint;
                    adjoints[step.Right] += adjoint;
                    break;
                case Operation.Subtract:
                    adjoints[step.Left] += adjoint;
                    adjoints[step.Right] -= adjoint;
                    break;
                case Operation.Conditional:
                    (Interval condition, Interval first, Interval second) = Conditional.Slopes(slots[step.Condition]);
                    if (!tape.IsConstant(step.Condition))
                    {
                        adjoints[step.Condition] += adjoint * condition;
                    }

                    adjoints[step.Left] += adjoint * first;
                    adjoints[step.Right] += adjoint * second;
                    break;
                case Operation.Integral:
                    AppliedIntegral integral = tape.Integral(k);
                    Interval[] byArgument = integral.Slopes(tape, slots, slots[k]);
                    for (int i = 0; i < byArgument.Length; i++)
                    {
                        adjoints[integral.Arguments[i]] += adjoint * byArgument[i];
                    }

                    break;
                case var _ when step.Right >= 0:
                    (Interval left, Interval right) = tape.Binary(k).Slopes(slots[step.Left], slots[step.Right], images[k]);
                    if (!tape.IsConstant(step.Left))
                    {
                        adjoints[step.Left] += adjoint * left;
                    }

                    if (!tape.IsConstant(step.Right))
                    {
                        adjoints[step.Right] += adjoint * right;
                    }

                    break;
                default:
                    adjoints[step.Left] += adjoint * tape.Unary(k).Slopes(slots[step.Left], images[k]);
                    break;
            }
        }
    }
}
