using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Proves claims about recurrences: every statement to which the induction reduces the claim needs a certificate that the kernel accepts.
/// A statement that fails says nothing against the claim, only against this proof of it.
/// </summary>
public sealed class InductionChecker : IChecker
{
    private const string Engine = "induction";

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is RecurrenceProposition { Proof: { } proof } proposition
            ? [Prove(proof.Statements(proposition.Recurrence), budget)]
            : [];
    }

    private static Evidence Prove(IReadOnlyList<(string Part, Statement Statement)> statements, Budget budget)
    {
        var certificates = new List<AcceptedCertificate>();
        var limits = new ProofBudget { Boxes = Math.Max(1, budget.Boxes / statements.Count) };
        long boxes = 0;
        foreach ((string part, Statement statement) in statements)
        {
            ProofOutcome outcome = Prover.Prove(statement, limits);
            boxes += outcome.Boxes;
            if (outcome is not Proved { Proof: var certificate } || !ReferenceEquals(certificate.Statement, statement))
            {
                string reason = outcome is Refuted refuted ? $"fails at {refuted.Witness}"
                    : outcome is RefutedSomewhere somewhere ? $"fails somewhere in {somewhere.Witness}"
                    : (outcome as Inconclusive)?.Reason ?? "";
                return Evidence.OfNothing(Engine, $"{part}: {statement} is not proved ({reason})") with { Work = [("boxes", boxes)] };
            }

            certificates.Add(certificate);
        }

        int steps = certificates.Sum(c => c.Certificate.Steps.Count);
        return Evidence.OfProof(Engine, certificates, $"{statements.Count} statements, certificates of {steps} steps, {boxes} boxes") with
        {
            Work = [("boxes", boxes)],
        };
    }
}
