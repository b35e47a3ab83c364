using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Claims.Checking;

/// <summary>Looks for counterexamples, smallest size first; the worst points of one size are starts for the next.</summary>
public sealed class SearchChecker : IChecker
{
    /// <summary>Relative margins closer to zero than this are beyond what floating-point evaluation can tell apart.</summary>
    public const double Resolution = 1e-9;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is SearchableProposition proposition ? [Search(proposition, budget, seed)] : [];
    }

    private static Evidence Search(SearchableProposition proposition, Budget budget, ulong seed)
    {
        var seen = new SearchRecord();
        Instance? smaller = null;
        foreach (int size in budget.SizesOf(proposition.Sizes))
        {
            Instance instance = proposition.At(size);
            double[][] inherited = smaller is null ? []
                : [
                    .. seen.WorstOf(smaller.Size, InstanceSearch.Finalists)
                        .Select(point => instance.Embed(smaller, point)).OfType<double[]>(),
                ];
            if (InstanceSearch.Run(instance, inherited, budget, seed, seen) is var (engine, witness))
            {
                return Evidence.OfRefutation(engine, witness, instance.Describe(witness.Point)) with
                {
                    Work = seen.Work,
                    WorstMargin = seen.WorstMargin,
                };
            }

            smaller = instance;
        }

        return seen.Summarise(Resolution);
    }
}
