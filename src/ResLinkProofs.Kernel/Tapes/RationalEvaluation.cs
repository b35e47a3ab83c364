using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// Exact evaluation, where the value is rational, the operations are algebraic enough to see it, and the numbers stay of a reasonable size.
/// </summary>
public static class RationalEvaluation
{
    // Of numerator and denominator together; what is larger is left to enclosures. Towers of powers would not end otherwise.
    private const long LargestBits = 1 << 20;

    /// <summary>
    /// Fills every slot with its exact value, or null where the value is irrational, transcendental, undefined or too long.
    /// </summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="point">One exact coordinate per variable of the tape.</param>
    public static Rational?[] Run(Tape tape, IReadOnlyList<Rational> point)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(point);
        var slots = new Rational?[tape.Length];
        for (int k = 0; k < slots.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            slots[k] = step.Operation switch
            {
                Operation.Literal => tape.Literals[step.Left],
                Operation.Variable => point[step.Left],
                Operation.Pi or Operation.Integral => null,
                Operation.Conditional =>
                    slots[step.Condition] is { } condition ? slots[condition.Sign >= 0 ? step.Left : step.Right] : null,
                _ when slots[step.Left] is not { } => null,
                Operation.Power when Bits(slots[step.Left]) * Math.Abs((long)step.Exponent) > LargestBits => null,
                _ when step.Right < 0 => tape.Unary(k).Exact(slots[step.Left]!.Value),
                _ => slots[step.Right] is { } y ? tape.Binary(k).Exact(slots[step.Left]!.Value, y) : null,
            };
            slots[k] = Bits(slots[k]) > LargestBits ? null : slots[k];
        }

        return slots;
    }

    // The sizes beyond the first bit, which is that of 0, 1 and -1, whose powers stay short.
    private static long Bits(Rational? value) => value is { } v ? v.Numerator.GetBitLength() + v.Denominator.GetBitLength() - 2 : 0;
}
