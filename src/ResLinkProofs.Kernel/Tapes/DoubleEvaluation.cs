using ResLinkProofs.Kernel.Operations;
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
                Operation.Conditional =>
                    double.IsNaN(slots[step.Condition]) ? double.NaN : slots[slots[step.Condition] >= 0 ? step.Left : step.Right],
                Operation.Integral => tape.Integral(k).Approximate(slots),
                _ => step.Right >= 0
                    ? tape.Binary(k).Approximate(slots[step.Left], slots[step.Right])
                    : tape.Unary(k).Approximate(slots[step.Left]),
            };
        }
    }
}
