namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>What is to be shown in one case of an induction.</summary>
/// <param name="Case">The case, with the deductions that show it.</param>
/// <param name="Base">The invariant at time 0; null without an invariant.</param>
/// <param name="Step">The invariant at t + 1, from that at t; null without an invariant.</param>
/// <param name="End">The goal.</param>
public sealed record CaseObligations(InductionCase Case, Obligation? Base, Obligation? Step, Obligation End)
{
    /// <summary>Those that there are, with their deductions, in the order of the induction's statements.</summary>
    public IEnumerable<(Deduction Proof, Obligation Obligation)> InOrder()
    {
        if (Base is not null && Step is not null)
        {
            yield return (Case.Base!, Base);
            yield return (Case.Step!, Step);
        }

        yield return (Case.End, End);
    }
}
