using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Looks for counterexamples, smallest size first: generated points, then local search from the worst of them. A suspicion
/// counts only when the kernel confirms it.
/// </summary>
public sealed class SearchChecker : IChecker
{
    /// <summary>Relative margins closer to zero than this are beyond what floating-point evaluation can tell apart.</summary>
    public const double Resolution = 1e-9;

    private const int AttackStarts = 3;
    private const int FewestSamples = 8;

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
        foreach (int size in proposition.Sizes)
        {
            Instance instance = proposition.At(size);
            var stream = new RandomStream(seed, (ulong)size);
            var prober = new Prober(instance);
            int samples = (int)Math.Max(FewestSamples, budget.SamplesPerSize / instance.Cost);
            int attackSteps = (int)(budget.AttackSteps / AttackStarts / instance.Cost);
            SampledSearch.Run(prober, samples, stream.NextUInt64(), seen);
            string engine = "sampling";
            foreach (double[] start in seen.WorstOf(size, AttackStarts).TakeWhile(_ => prober.Witness is null))
            {
                engine = "attack";
                double[] point = [.. start];
                Measurement found = LocalSearch.Improve(prober, point, attackSteps, stream);
                seen.CountAttack(attackSteps);
                seen.Observe(instance, point, found);
            }

            if (prober.Witness is { } witness)
            {
                return Evidence.OfRefutation(engine, witness, instance.Describe(witness.Point)) with { Work = seen.Work, WorstMargin = seen.WorstMargin };
            }
        }

        return seen.Summarise(Resolution);
    }
}
