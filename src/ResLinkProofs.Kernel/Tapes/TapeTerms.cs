using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Reads a tape backwards: the term that each slot computes.</summary>
public static class TapeTerms
{
    /// <summary>One term per slot, with the values of the slots; shared as the slots are.</summary>
    /// <param name="tape">The tape.</param>
    public static Term[] Of(Tape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        var terms = new Term[tape.Length];
        for (int k = 0; k < terms.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            terms[k] = step.Operation switch
            {
                Operation.Literal => Term.Literal(tape.Literals[step.Left]),
                Operation.Pi => Term.Pi,
                Operation.Variable => Term.Variable(tape.Variables[step.Left]),
                _ => Term.Create(step.Operation, terms[step.Left], step.Right < 0 ? null : terms[step.Right], step.Exponent),
            };
        }

        return terms;
    }
}
