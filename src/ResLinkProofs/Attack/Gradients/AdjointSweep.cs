using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Attack.Gradients;

/// <summary>
/// Reverse-mode derivatives of a tape in floating point: one backward pass for the gradient of any combination of its slots. At kinks
/// (min, max, abs) the derivative of one branch is taken; where a derivative is infinite (a root at 0, an arcsine at 1) zero.
/// </summary>
public static class AdjointSweep
{
    /// <summary>Spreads adjoints from the outputs to the variables.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="slots">The values that <see cref="DoubleEvaluation.Run"/> left.</param>
    /// <param name="adjoints">
    /// <see cref="Tape.Length"/> values: the derivatives of the wanted combination with respect to the slots it mentions, zero
    /// elsewhere; overwritten.
    /// </param>
    /// <param name="gradient">One value per variable of the tape, to which the derivatives are added.</param>
    public static void Run(Tape tape, ReadOnlySpan<double> slots, Span<double> adjoints, Span<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        for (int k = instructions.Length - 1; k >= 0; k--)
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
                case Operation.Divide:
                    double divisor = slots[step.Right];
                    adjoints[step.Left] += adjoint / divisor;
                    adjoints[step.Right] -= adjoint * slots[k] / divisor;
                    break;
                case Operation.Min:
                    adjoints[slots[step.Left] <= slots[step.Right] ? step.Left : step.Right] += adjoint;
                    break;
                case Operation.Max:
                    adjoints[slots[step.Left] >= slots[step.Right] ? step.Left : step.Right] += adjoint;
                    break;
                default:
                    adjoints[step.Left] += adjoint * Derivative(step, slots[step.Left], slots[k]);
                    break;
            }
        }
    }

    private static double Derivative(in Instruction step, double x, double value) => step.Operation switch
    {
        Operation.Negate => -1,
        Operation.Abs => Math.Sign(x),
        Operation.Power => step.Exponent * DoubleEvaluation.Power(x, step.Exponent - 1),
        Operation.Sqrt => value == 0 ? 0 : 0.5 / value,
        Operation.Exp => value,
        Operation.Log => 1 / x,
        Operation.Sin => Math.Cos(x),
        Operation.Cos => -Math.Sin(x),
        Operation.Tan => 1 + (value * value),
        Operation.Atan => 1 / (1 + (x * x)),
        Operation.Asin => InverseRoot(x),
        Operation.Acos => -InverseRoot(x),
        Operation.Sinc => Interval.SincDerivative(Interval.Point(x)).Midpoint,
        Operation.VersineQuotient => Interval.VersineQuotientDerivative(Interval.Point(x)).Midpoint,
        Operation.SineDefect => Interval.SineDefectDerivative(Interval.Point(x)).Midpoint,
        Operation.ArcsineDefect => Interval.ArcsineDefectDerivative(Interval.Point(x)).Midpoint,
        _ => throw new InvalidOperationException($"{step.Operation} has no derivative here."),
    };

    private static double InverseRoot(double x)
    {
        double square = (1 - x) * (1 + x);
        return square <= 0 ? 0 : 1 / Math.Sqrt(square);
    }
}
