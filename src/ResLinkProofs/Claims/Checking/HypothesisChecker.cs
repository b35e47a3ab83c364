using ResLinkProofs.Claims.Checking.Consulting;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Shows that the hypotheses of a claim can be met, or that they cannot: a witness against "the hypotheses imply a contradiction" is a point
/// that meets them, a certificate for it is a proof that the claim is vacuous. Of a finite family every member is shown, of another the
/// smallest that can be written out.
/// </summary>
public sealed class HypothesisChecker : IChecker
{
    private const string Engine = "hypotheses";
    private const int MostDraws = 20_000;
    private const int MostBoxes = 20_000;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is SearchableProposition proposition ? [Show(proposition, budget, seed)] : [];
    }

    private static Evidence Show(SearchableProposition proposition, Budget budget, ulong seed)
    {
        bool isFinite = proposition is StatementProposition { IsExhaustive: true };
        var proofs = new List<AcceptedCertificate>();
        ConfirmedWitness? first = null;
        string point = "";
        int shown = 0;
        foreach (int size in proposition.Sizes)
        {
            Instance instance = proposition.At(size);
            if (instance.Statement is null)
            {
                return Evidence.OfNothing(Engine, "no size of the claim is small enough for its hypotheses to be written out");
            }

            string at = proposition.SizeName.Length == 0 ? "" : $" at {proposition.SizeName} = {size}";
            switch (Decide(instance, budget, seed))
            {
                case Refuted met:
                    first ??= met.Witness;
                    point = point.Length > 0 ? point : instance.Describe(met.Witness.Point);
                    shown++;
                    break;
                case Proved contradiction:
                    proofs.Add(contradiction.Proof);
                    break;
                case Inconclusive open:
                    return Evidence.OfNothing(Engine, $"not shown that they can be met{at}: {open.Reason}");
            }

            if (!isFinite)
            {
                break;
            }
        }

        string count = proposition.Sizes.Count > 1 && isFinite ? $", at {shown} of {proposition.Sizes.Count} sizes" : "";
        return first is not null && proofs.Count == 0 ? Evidence.OfSatisfiable(Engine, first, $"met at {point}{count}")
            : first is null && (isFinite || proposition.Sizes.Count == 1) ? Evidence.OfVacuity(Engine, proofs, $"cannot be met: certificate of {proofs.Sum(p => p.Certificate.Steps.Count)} steps")
            : Evidence.OfNothing(Engine, $"cannot be met at {proofs.Count} sizes");
    }

    private static ProofOutcome Decide(Instance instance, Budget budget, ulong seed)
    {
        int draws = MostDraws;
        return new AdmissiblePoints(instance, seed).Next(ref draws) is { } witness
            ? new Refuted(witness, 0)
            : Prover.Prove(AdmissiblePoints.Contradiction(instance.Statement!), new ProofBudget { Boxes = Math.Min(MostBoxes, budget.Boxes) });
    }
}
