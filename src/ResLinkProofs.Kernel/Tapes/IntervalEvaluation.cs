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
        for (int k = 0; k < instructions.Length; k++)
        {
            ref readonly Instruction step = ref instructions[k];
            slots[k] = step.Operation switch
            {
                Operation.Literal => tape.LiteralEnclosures[step.Left],
                Operation.Pi => Interval.Pi,
                Operation.Variable => box[step.Left],
                _ when Term.IsBinary(step.Operation) => Apply(step.Operation, slots[step.Left], slots[step.Right]),
                _ => Apply(step.Operation, slots[step.Left], step.Exponent),
            };
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
        Operation.Power => exponent < 0 && x.Contains(0.0) ? Interval.Entire : Interval.Pow(x, exponent),
        Operation.Sqrt => x.Lower >= 0 ? Interval.Sqrt(x) : Interval.Entire,
        Operation.Exp => Interval.Exp(x),
        Operation.Log => x.Lower > 0 ? Interval.Log(x) : Interval.Entire,
        Operation.Sin => Interval.Sin(x),
        Operation.Cos => Interval.Cos(x),
        Operation.Tan => Interval.Tan(x), // the whole line wherever a pole may lie inside
        Operation.Atan => Interval.Atan(x),
        Operation.Asin => IsWithinUnit(x) ? Interval.Asin(x) : Interval.Entire,
        Operation.Acos => IsWithinUnit(x) ? Interval.Acos(x) : Interval.Entire,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of one operand."),
    };

    private static bool IsWithinUnit(Interval x) => x.Lower >= -1 && x.Upper <= 1;
}
