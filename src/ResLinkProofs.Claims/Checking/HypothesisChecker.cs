using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Checking.Consulting;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Shows that the hypotheses of a claim can be met where its conclusion is defined, by a confirmed point, or that they cannot
/// be met, by a certificate. Of a finite family every member is shown, of another the smallest that can be written out.
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
        bool isFinite = proposition.IsExhaustive;
        var proofs = new List<AcceptedCertificate>();
        var points = new List<ConfirmedPoint>();
        string place = "";
        foreach (int size in proposition.Sizes)
        {
            Instance instance = proposition.At(size);
            if (instance.Statement is not { } statement)
            {
                return Evidence.OfNothing(Engine, "no size of the claim is small enough for its hypotheses to be written out");
            }

            string at = proposition.SizeName.Length == 0 ? "" : $" at {proposition.SizeName} = {size}";
            int draws = MostDraws;
            ConfirmedPoint? point = new AdmissiblePoints(instance, seed).Next(ref draws);
            if (point is null)
            {
                switch (Prover.Prove(Grounds.Contradiction(statement), new ProofBudget { Boxes = Math.Min(MostBoxes, budget.Boxes) }))
                {
                    case Refuted met when ConfirmedPoint.TryConfirm(statement, met.Witness.Point) is { } found:
                        point = found;
                        break;
                    case Refuted met:
                        return Evidence.OfNothing(
                            Engine, $"met at {instance.Describe(met.Witness.Point)}{at}, where the conclusion is not known to be defined");
                    case RefutedSomewhere met:
                        return Evidence.OfNothing(Engine, $"met somewhere in {met.Witness}{at}, at a point that is not known exactly");
                    case Proved contradiction:
                        proofs.Add(contradiction.Proof);
                        break;
                    case Inconclusive open:
                        return Evidence.OfNothing(Engine, $"not shown that they can be met{at}: {open.Reason}");
                }
            }

            if (point is not null)
            {
                points.Add(point);
                place = place.Length > 0 ? place : instance.Describe(point.Point);
            }

            if (!isFinite)
            {
                break;
            }
        }

        string count = points.Count > 1 ? $", and in {points.Count - 1} other case(s)" : "";
        return points.Count > 0 && proofs.Count == 0 ? Evidence.OfSatisfiable(Engine, points, $"met at {place}{count}")
            : points.Count == 0 && isFinite
                ? Evidence.OfVacuity(Engine, proofs, $"cannot be met: certificate of {proofs.Sum(p => p.Certificate.Steps.Count)} steps")
            : Evidence.OfNothing(Engine, $"cannot be met at {proofs.Count} sizes");
    }
}
