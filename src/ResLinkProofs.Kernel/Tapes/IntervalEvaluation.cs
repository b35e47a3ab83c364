using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// The natural interval extension of a tape. Where an operation may be undefined somewhere on its operand (division by an
/// interval with zero, root of a partly negative interval, ...) its slot becomes the whole line, so that no conclusion can
/// rest on points at which the expression has no value.
/// </summary>
public static class IntervalEvaluation
{
    /// <summary>Fills every slot with an enclosure of its value over the box.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="box">One nonempty interval per variable of the tape.</param>
    /// <param name="slots">Receives <see cref="Tape.Length"/> enclosures.</param>
    public static void Run(Tape tape, ReadOnlySpan<Interval> box, Span<Interval> slots)
    {
        ReadOnlySpan<Instruction> instructions = tape.Instructions;
        ReadOnlySpan<Interval> literals = tape.LiteralEnclosures;
        slots = slots[..instructions.Length];
        for (int k = 0; k < instructions.Length; k++)
        {
            ref readonly Instruction step = ref instructions[k];
            switch (step.Operation)
            {
                case Operation.Literal:
                    slots[k] = literals[step.Left];
                    break;
                case Operation.Variable:
                    slots[k] = box[step.Left];
                    break;
                case Operation.Pi:
                    slots[k] = Interval.Pi;
                    break;
                case Operation.Add:
                    slots[k] = slots[step.Left] + slots[step.Right];
                    break;
                case Operation.Subtract:
                    slots[k] = slots[step.Left] - slots[step.Right];
                    break;
                case Operation.Multiply:
                    slots[k] = slots[step.Left] * slots[step.Right];
                    break;
                case Operation.Divide:
                case Operation.Min:
                case Operation.Max:
                    slots[k] = Apply(step.Operation, slots[step.Left], slots[step.Right]);
                    break;
                default:
                    slots[k] = Apply(step.Operation, slots[step.Left], step.Exponent);
                    break;
            }
        }
    }

    /// <summary>Applies an operation of two operands.</summary>
    /// <param name="operation">Any binary operation.</param>
    /// <param name="left">First operand.</param>
    /// <param name="right">Second operand.</param>
    public static Interval Apply(Operation operation, Interval left, Interval right) => operation switch
    {
        Operation.Add => left + right,
        Operation.Subtract => left - right,
        Operation.Multiply => left * right,
        Operation.Divide => right.Contains(0.0) ? Interval.Entire : left / right,
        Operation.Min => Interval.Min(left, right),
        Operation.Max => Interval.Max(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of two operands."),
    };

    /// <summary>Applies an operation of one operand.</summary>
    /// <param name="operation">Any unary operation.</param>
    /// <param name="x">The operand.</param>
    /// <param name="exponent">The exponent of a power; ignored otherwise.</param>
    public static Interval Apply(Operation operation, Interval x, int exponent) => operation switch
    {
        Operation.Negate => -x,
        Operation.Abs => Interval.Abs(x),
        Operation.Power => IsDefined(operation, x, exponent) ? Interval.Pow(x, exponent) : Interval.Entire,
        Operation.Sqrt => IsDefined(operation, x, 0) ? Interval.Sqrt(x) : Interval.Entire,
        Operation.Exp => Interval.Exp(x),
        Operation.Log => IsDefined(operation, x, 0) ? Interval.Log(x) : Interval.Entire,
        Operation.Sin => Interval.Sin(x),
        Operation.Cos => Interval.Cos(x),
        Operation.Tan => Interval.Tan(x), // the whole line wherever a pole may lie inside
        Operation.Atan => Interval.Atan(x),
        Operation.Asin => IsDefined(operation, x, 0) ? Interval.Asin(x) : Interval.Entire,
        Operation.Acos => IsDefined(operation, x, 0) ? Interval.Acos(x) : Interval.Entire,
        Operation.Sinc => Interval.Sinc(x),
        Operation.VersineQuotient => Interval.VersineQuotient(x),
        Operation.SineDefect => Interval.SineDefect(x),
        Operation.ArcsineDefect => IsDefined(operation, x, 0) ? Interval.ArcsineDefect(x) : Interval.Entire,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of one operand."),
    };

    /// <summary>True when an operation of one operand certainly has a value at every point of the operand.</summary>
    /// <param name="operation">Any unary operation.</param>
    /// <param name="x">The operand.</param>
    /// <param name="exponent">The exponent of a power; ignored otherwise.</param>
    public static bool IsDefined(Operation operation, Interval x, int exponent) => operation switch
    {
        Operation.Power => exponent >= 0 || !x.Contains(0.0),
        Operation.Sqrt => x.Lower >= 0,
        Operation.Log => x.Lower > 0,
        Operation.Tan => Interval.Tan(x).IsBounded,
        Operation.Asin or Operation.Acos or Operation.ArcsineDefect => x.Lower >= -1 && x.Upper <= 1,
        _ => true,
    };
}
