using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Evaluation in ordinary floating point: fast, unverified, for sampling and search only.</summary>
public static class DoubleEvaluation
{
    /// <summary>Fills every slot with an approximation of its value; NaN where an operation is undefined.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="point">One coordinate per variable of the tape.</param>
    /// <param name="slots">Receives <see cref="Tape.Length"/> values.</param>
    public static void Run(Tape tape, ReadOnlySpan<double> point, Span<double> slots)
    {
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        for (int k = 0; k < instructions.Length; k++)
        {
            ref readonly Instruction step = ref instructions[k];
            slots[k] = step.Operation switch
            {
                Operation.Literal => tape.LiteralApproximations[step.Left],
                Operation.Pi => Math.PI,
                Operation.Variable => point[step.Left],
                Operation.Add => slots[step.Left] + slots[step.Right],
                Operation.Subtract => slots[step.Left] - slots[step.Right],
                Operation.Multiply => slots[step.Left] * slots[step.Right],
                Operation.Divide => slots[step.Right] == 0 ? double.NaN : slots[step.Left] / slots[step.Right],
                Operation.Min => Math.Min(slots[step.Left], slots[step.Right]),
                Operation.Max => Math.Max(slots[step.Left], slots[step.Right]),
                Operation.Power => Power(slots[step.Left], step.Exponent),
                _ => Apply(step.Operation, slots[step.Left]),
            };
        }
    }

    /// <summary>Integer power by repeated squaring; NaN for zero to a negative power.</summary>
    /// <param name="x">The base.</param>
    /// <param name="exponent">The exponent.</param>
    public static double Power(double x, int exponent)
    {
        if (exponent < 0)
        {
            return x == 0 ? double.NaN : 1 / Power(x, -exponent);
        }

        double result = 1;
        for (double square = x; exponent > 0; exponent >>= 1, square *= square)
        {
            if ((exponent & 1) != 0)
            {
                result *= square;
            }
        }

        return result;
    }

    private static double Square(double x) => x * x;

    private static double SmallSineDefect(double q) =>
        (1.0 / 6) - (q * ((1.0 / 120) - (q * ((1.0 / 5040) - (q * ((1.0 / 362_880) - (q * ((1.0 / 39_916_800) - (q / 6_227_020_800)))))))));

    private static double SmallArcsineDefect(double q) =>
        (1.0 / 6) + (q * ((3.0 / 40) + (q * ((15.0 / 336) + (q * ((105.0 / 3456) + (q * ((945.0 / 42_240) + (q * (10_395.0 / 599_040))))))))));

    private static double Apply(Operation operation, double x) => operation switch
    {
        Operation.Negate => -x,
        Operation.Abs => Math.Abs(x),
        Operation.Sqrt => Math.Sqrt(x),
        Operation.Exp => Math.Exp(x),
        Operation.Log => x > 0 ? Math.Log(x) : double.NaN,
        Operation.Sin => Math.Sin(x),
        Operation.Cos => Math.Cos(x),
        Operation.Tan => Math.Tan(x),
        Operation.Atan => Math.Atan(x),
        Operation.Asin => Math.Asin(x),
        Operation.Acos => Math.Acos(x),
        Operation.Sinc => x == 0 ? 1 : Math.Sin(x) / x,
        Operation.VersineQuotient => x == 0 ? 0.5 : 0.5 * Square(Math.Sin(0.5 * x) / (0.5 * x)),
        Operation.SineDefect => Math.Abs(x) < 0.5 ? SmallSineDefect(x * x) : (x - Math.Sin(x)) / (x * x * x),
        Operation.ArcsineDefect => Math.Abs(x) < 0.1 ? SmallArcsineDefect(x * x) : (Math.Asin(x) - x) / (x * x * x),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of one operand."),
    };
}
