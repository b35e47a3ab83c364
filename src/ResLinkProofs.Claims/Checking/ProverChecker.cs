using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Branch and bound on closed statements. A family is proved only when its sizes are its whole domain and every one of them is
/// proved; otherwise proofs at single sizes are reported as support.
/// </summary>
public sealed class ProverChecker : IChecker
{
    private const string Engine = "prover";

    // A member of a family that goes on proves nothing of the claim; it is worth this much work.
    private const int MostBoxesOfMember = 5_000;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition switch
        {
            StatementProposition { Theorem: not null } when claim.Proof is not null => [], // has a derivation of its own
            StatementProposition proposition => [Prove(proposition, budget)],
            ModelProposition { Obligations: not null } cases => [Prove(cases, budget)],
            ModelProposition family => [ProveSmallSizes(family, budget)],
            _ => [],
        };
    }

    // Of a model: the sizes that can be written out, smallest first, until one is not proved. Their proofs are not the claim's.
    private static Evidence ProveSmallSizes(ModelProposition family, Budget budget)
    {
        var proved = new List<int>();
        long boxes = 0;
        string reason = "it is too large to be written out";
        var limits = new ProofBudget { Boxes = Math.Max(1, Math.Min(MostBoxesOfMember, budget.Boxes / family.Sizes.Count)) };
        foreach (int size in budget.SizesOf(family.Sizes))
        {
            Instance instance = family.At(size);
            ProofOutcome? outcome = instance.Statement is { } statement ? Prover.Prove(statement, limits) : null;
            boxes += outcome?.Boxes ?? 0;
            Evidence? refutation = outcome switch
            {
                Refuted refuted => Evidence.OfRefutation(Engine, refuted.Witness, instance.Describe(refuted.Witness.Point)),
                RefutedSomewhere refuted => Somewhere(refuted),
                _ => null,
            };
            if (refutation is not null)
            {
                return refutation with { Work = [("boxes", boxes)] };
            }

            if (outcome is not Proved)
            {
                reason = $"{family.SizeName} = {size}: {(outcome is Inconclusive open ? open.Reason : reason)}";
                break;
            }

            proved.Add(size);
        }

        Evidence evidence = proved.Count > 0
            ? Evidence.OfSupport(Engine, $"proved for {family.SizeName} = {string.Join(", ", proved)} ({boxes} boxes)")
            : Evidence.OfNothing(Engine, reason);
        return evidence with { Work = [("boxes", boxes)] };
    }

    private static Evidence Somewhere(RefutedSomewhere outcome) =>
        Evidence.OfRefutation(Engine, outcome.Witness, outcome.Witness.ToString(), $"fails somewhere in {outcome.Witness}");

    private static Evidence Prove(SearchableProposition proposition, Budget budget)
    {
        var proofs = new List<AcceptedCertificate>();
        long boxes = 0;
        var limits = new ProofBudget { Boxes = Math.Max(1, budget.Boxes / proposition.Sizes.Count) };
        foreach (int size in budget.SizesOf(proposition.Sizes))
        {
            Instance instance = proposition.At(size);
            ProofOutcome outcome = Prover.Prove(instance.Statement!, limits);
            boxes += outcome.Boxes;
            switch (outcome)
            {
                case Proved proved:
                    proofs.Add(proved.Proof);
                    break;
                case Refuted refuted:
                    return Evidence.OfRefutation(Engine, refuted.Witness, instance.Describe(refuted.Witness.Point)) with { Work = Work() };
                case RefutedSomewhere refuted:
                    return Somewhere(refuted) with { Work = Work() };
                case Inconclusive inconclusive:
                    string where = proposition.SizeName.Length == 0 ? "" : $" at {proposition.SizeName} = {size}";
                    string nearest = inconclusive.NearestPoint.Count is 0 or > 12 ? ""
                        : $"; nearest point {instance.Describe([.. inconclusive.NearestPoint.Select(Rational.FromDouble)])}";
                    return Evidence.OfNothing(Engine, $"{inconclusive.Reason}{where}{nearest}") with { Work = Work() };
            }
        }

        return proposition.IsExhaustive && budget.OnlySize is null
            ? Evidence.OfProof(Engine, proofs, $"certificate of {proofs.Sum(p => p.Certificate.Steps.Count)} steps, {boxes} boxes") with
            {
                Work = Work(),
            }
            : Evidence.OfSupport(Engine, $"proved for {proposition.SizeName} = {string.Join(", ", proposition.Sizes)} "
                + $"({boxes} boxes)") with
            { Work = Work() };

        IReadOnlyList<(string Unit, long Amount)> Work() => [("boxes", boxes)];
    }
}
