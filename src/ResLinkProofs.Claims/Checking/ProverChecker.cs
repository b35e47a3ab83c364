using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
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

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is StatementProposition proposition ? [Prove(proposition, budget)] : [];
    }

    private static Evidence Prove(StatementProposition proposition, Budget budget)
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
                    string somewhere = $"fails somewhere in {refuted.Witness}";
                    return Evidence.OfRefutation(Engine, refuted.Witness, refuted.Witness.ToString(), somewhere) with { Work = Work() };
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
