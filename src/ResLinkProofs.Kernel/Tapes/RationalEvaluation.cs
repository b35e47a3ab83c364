using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Exact evaluation, where the value is rational and the operations are algebraic enough to see it.</summary>
public static class RationalEvaluation
{
    /// <summary>Fills every slot with its exact value, or null where the value is irrational, transcendental or undefined.</summary>
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
                Operation.Pi => null,
                _ when slots[step.Left] is not { } => null,
                _ when step.Right < 0 => tape.Unary(k).Exact(slots[step.Left]!.Value),
                _ => slots[step.Right] is { } y ? tape.Binary(k).Exact(slots[step.Left]!.Value, y) : null,
            };
        }

        return slots;
    }
}
