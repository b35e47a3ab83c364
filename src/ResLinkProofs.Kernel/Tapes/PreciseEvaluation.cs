using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Precision;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// The natural interval extension of a tape with more bits than a double has, where an answer hangs on them: at points, and over boxes
/// about as small. Slow, so asked last.
/// </summary>
public static class PreciseEvaluation
{
    /// <summary>The longest tape that is evaluated.</summary>
    public const int LongestTape = 1000;

    /// <summary>The precisions that there are, in bits; each is tried where the one before does not tell.</summary>
    public static ReadOnlySpan<int> Ladder => [128, 256, 512];

    /// <summary>Encloses every slot.</summary>
    /// <param name="tape">The compiled terms, at most <see cref="LongestTape"/> long.</param>
    /// <param name="box">One interval per variable of the tape; null for one of which nothing is known.</param>
    /// <param name="bits">A precision of the <see cref="Ladder"/>.</param>
    /// <returns>Null for a slot that may be undefined somewhere in the box, or of which nothing is known.</returns>
    /// <exception cref="ArgumentException">The tape is too long, or there is no such precision.</exception>
    public static RationalInterval?[] Run(Tape tape, IReadOnlyList<RationalInterval?> box, int bits)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(box);
        if (tape.Length > LongestTape || !Ladder.Contains(bits))
        {
            throw new ArgumentException($"{tape.Length} operations with {bits} bits are not provided for.", nameof(bits));
        }

        var slots = new RationalInterval?[tape.Length];
        for (int k = 0; k < slots.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            slots[k] = step.Operation switch
            {
                Operation.Literal => RationalInterval.Point(tape.Literals[step.Left]).RoundOutward(bits),
                Operation.Variable => box[step.Left]?.RoundOutward(bits),
                Operation.Pi => PreciseOperations.Pi(bits),
                Operation.Integral or Operation.Argument => null,
                Operation.Conditional => Choose(slots[step.Condition], slots[step.Left], slots[step.Right]),
                _ when slots[step.Left] is not { } => null,
                _ when step.Right < 0 => PreciseOperations.Unary(step.Operation, step.Exponent, slots[step.Left]!.Value, bits),
                _ => slots[step.Right] is { } y ? PreciseOperations.Binary(step.Operation, slots[step.Left]!.Value, y, bits) : null,
            };
        }

        return slots;
    }

    // The branch that applies, or both; one that does not apply may be undefined.
    private static RationalInterval? Choose(RationalInterval? condition, RationalInterval? first, RationalInterval? second) =>
        condition is not { } c ? null
        : Conditional.Branch(c.Signs) switch
        {
            > 0 => first,
            < 0 => second,
            _ => first is { } a && second is { } b ? a.Hull(b) : null,
        };
}
