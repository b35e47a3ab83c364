using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Evaluation;

/// <summary>
/// Reverse-mode derivatives of a tape in floating point: one backward pass for the gradient of any combination of its slots. At kinks
/// (min, max, abs) and at jumps the derivative of one branch is taken; where a derivative is infinite (a root at 0, an arcsine at 1) zero.
/// </summary>
public static class AdjointSweep
{
    /// <summary>Spreads adjoints from the outputs to the variables.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="slots">The values that <see cref="DoubleEvaluation.Run"/> left.</param>
    /// <param name="adjoints">
    /// As many values as the tape has slots up to the last that the wanted combination mentions: its
    /// derivatives with respect to the slots it mentions, zero elsewhere; overwritten. </param>
    /// <param name="gradient">One value per variable of the tape, to which the derivatives are added.</param>
    public static void Run(Tape tape, ReadOnlySpan<double> slots, Span<double> adjoints, Span<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        for (int k = adjoints.Length - 1; k >= 0; k--)
        {
            double adjoint = adjoints[k];
            if (adjoint == 0)
            {
                continue;
            }

            ref readonly Instruction step = ref instructions[k];
            switch (step.Operation)
            {
                case Operation.Literal or Operation.Pi:
                    break;
                case Operation.Variable:
                    gradient[step.Left] += adjoint;
                    break;
                case Operation.Add:
                    adjoints[step.Left] += adjoint;
                    adjoints[step.Right] += adjoint;
                    break;
                case Operation.Subtract:
                    adjoints[step.Left] += adjoint;
                    adjoints[step.Right] -= adjoint;
                    break;
                case Operation.Multiply:
                    (double left, double right) = (slots[step.Left], slots[step.Right]);
                    adjoints[step.Left] += adjoint * right;
                    adjoints[step.Right] += adjoint * left;
                    break;
                case Operation.Conditional:
                    adjoints[slots[step.Condition] >= 0 ? step.Left : step.Right] += adjoint;
                    break;
                case Operation.Integral:
                    ReadOnlySpan<int> arguments = tape.Integral(k).Arguments;
                    double[] byArgument = tape.Integral(k).Derivatives(slots);
                    for (int i = 0; i < byArgument.Length; i++)
                    {
                        adjoints[arguments[i]] += double.IsFinite(byArgument[i]) ? adjoint * byArgument[i] : 0;
                    }

                    break;
                case var _ when step.Right >= 0:
                    (double byLeft, double byRight) = tape.Binary(k).Derivative(slots[step.Left], slots[step.Right], slots[k]);
                    adjoints[step.Left] += adjoint * byLeft;
                    adjoints[step.Right] += adjoint * byRight;
                    break;
                default:
                    double derivative = tape.Unary(k).Derivative(slots[step.Left], slots[k]);
                    adjoints[step.Left] += double.IsInfinity(derivative) ? 0 : adjoint * derivative;
                    break;
            }
        }
    }
}
