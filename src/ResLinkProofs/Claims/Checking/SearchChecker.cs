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
    private const int SampledStarts = 6;
    private const int FreshStarts = 12;
    private const int FewestSamples = 8;

    // Fewer evaluations than this do not get a descent anywhere; with a small budget fewer starts are tried.
    private const int FewestDescentSteps = 30;

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
        foreach (int size in proposition.Sizes)
        {
            Instance instance = proposition.At(size);
            var stream = new RandomStream(seed, (ulong)size);
            var prober = new Prober(instance);
            int samples = (int)Math.Max(FewestSamples, budget.SamplesPerSize / instance.Cost);
            int attackSteps = (int)(budget.AttackSteps / AttackStarts / instance.Cost);
            SampledSearch.Run(prober, samples, stream.NextUInt64(), seen);
            string engine = "sampling";
            if (prober.Witness is null)
            {
                engine = "attack";
                Descend(prober, smaller, budget, stream, seen);
            }

            foreach (double[] start in seen.WorstOf(size, AttackStarts).TakeWhile(_ => prober.Witness is null))
            {
                double[] point = [.. start];
                Measurement found = LocalSearch.Improve(prober, point, attackSteps, stream);
                seen.CountAttack(attackSteps);
                seen.Observe(instance, point, found);
            }

            if (prober.Witness is { } witness)
            {
                return Evidence.OfRefutation(engine, witness, instance.Describe(witness.Point)) with { Work = seen.Work, WorstMargin = seen.WorstMargin };
            }

            smaller = instance;
        }

        return seen.Summarise(Resolution);
    }

    // From the worst points of the smaller size and of the samples, the structured points, and a few samples whatever they are.
    private static void Descend(Prober prober, Instance? smaller, Budget budget, RandomStream stream, SearchRecord seen)
    {
        Instance instance = prober.Instance;
        int steps = (int)(budget.AttackSteps / instance.DescentCost);
        if (steps < FewestDescentSteps || instance.CreateSurface() is not { } surface)
        {
            return;
        }

        IEnumerable<double[]> inherited = smaller is null ? []
            : seen.WorstOf(smaller.Size, AttackStarts).Select(point => instance.Embed(smaller, point)).OfType<double[]>();
        double[][] starts =
        [
            .. inherited,
            .. seen.WorstOf(instance.Size, SampledStarts),
            .. instance.StructuredPoints(),
            .. Enumerable.Range(0, FreshStarts).Select(_ => Draw(instance, stream)),
        ];
        seen.CountAttack(MultiStart.Run(
            prober, surface, [.. starts.Take(steps / FewestDescentSteps)], steps, (point, measured) => seen.Observe(instance, point, measured)));
    }

    private static double[] Draw(Instance instance, RandomStream stream)
    {
        double[] point = new double[instance.CoordinateCount];
        instance.Sample(stream, point);
        instance.Project(point);
        return point;
    }
}
