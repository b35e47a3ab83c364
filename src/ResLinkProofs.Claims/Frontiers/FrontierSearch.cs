using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Claims.Frontiers;

/// <summary>
/// Brackets frontiers by bisection. The worst points of every value are starts at the next one, and those of a size starts at the
/// next size.
/// </summary>
/// <remarks>
/// A violation is a fact (where confirmed), and so is a proof; the absence of a violation is the
/// outcome of a search, so the true frontier may lie lower, down to the largest value that is proved.
/// </remarks>
public static class FrontierSearch
{
    /// <summary>Brackets a frontier at all sizes of its propositions, in increasing order.</summary>
    /// <param name="frontier">The family.</param>
    /// <param name="budget">The work for each value at each size.</param>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<FrontierBracket> Run(Frontier frontier, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        ArgumentNullException.ThrowIfNull(budget);
        return Sizes(frontier, budget, seed);
    }

    private static IEnumerable<FrontierBracket> Sizes(Frontier frontier, Budget budget, ulong seed)
    {
        (Instance Instance, IReadOnlyList<double[]> Points)? smaller = null;
        foreach (int size in frontier.At(frontier.Lowest).Sizes)
        {
            var search = new SizeSearch(frontier, size, budget, seed, smaller);
            yield return search.Run();
            smaller = (frontier.At(frontier.Lowest).At(size), search.Worst);
        }
    }

    /// <summary>The bisection at one size.</summary>
    private sealed class SizeSearch(
        Frontier frontier, int size, Budget budget, ulong seed, (Instance Instance, IReadOnlyList<double[]> Points)? smaller)
    {
        private const int Kept = 6;
        private List<double[]> _worst = [];

        public IReadOnlyList<double[]> Worst => _worst;

        public FrontierBracket Run()
        {
            FrontierBracket searched = Bisect();
            if (searched.Holds is not { } holds)
            {
                return searched;
            }

            int highest = (int)Rational.Floor((holds.Value - frontier.Lowest) / frontier.Resolution);
            if (new FrontierCertifier(frontier, size, budget).Run(highest) is not var (step, proof))
            {
                return searched;
            }

            FrontierEnd end = Probe(step, out _);
            if (end.Evidence.Refutation is not null)
            {
                throw new EngineDisagreementException(proof, end.Evidence);
            }

            Evidence whole = proof with { WorstMargin = end.Evidence.WorstMargin, WorstPoint = end.Evidence.WorstPoint };
            return searched with { Certified = new FrontierEnd(end.Value, whole, true, end.Point) };
        }

        private FrontierBracket Bisect()
        {
            int low = 0, high = frontier.Steps;
            FrontierEnd fails = Probe(high, out bool isViolated);
            if (!isViolated)
            {
                return new FrontierBracket(size, fails, null);
            }

            FrontierEnd least = Probe(low, out isViolated);
            if (isViolated)
            {
                return new FrontierBracket(size, null, least);
            }

            while (high - low > 1)
            {
                int middle = (low + high) / 2;
                FrontierEnd end = Probe(middle, out isViolated);
                (low, high, fails) = isViolated ? (low, middle, end) : (middle, high, fails);
            }

            // Downward from the points above until they lead nowhere: the bisection saw the values below with worse starts.
            for (; low > 0; low--)
            {
                FrontierEnd end = Probe(low, out isViolated);
                if (!isViolated)
                {
                    return new FrontierBracket(size, end, fails);
                }

                fails = end;
            }

            return new FrontierBracket(size, least, fails);
        }

        private FrontierEnd Probe(int step, out bool isViolated)
        {
            Rational value = frontier.Value(step);
            Instance instance = frontier.At(value).At(size);
            double[][] starts =
            [
                .. _worst, .. smaller?.Points.Select(p => instance.Embed(smaller.Value.Instance, p)).OfType<double[]>() ?? [],
            ];
            var seen = new SearchRecord();
            var found = InstanceSearch.Run(instance, starts, budget, seed, seen);
            IEnumerable<double[]> witnessed = found is null ? [] : [[.. found.Value.Witness.Point.Select(x => x.ToDouble())]];
            _worst = [.. witnessed.Concat(seen.WorstOf(size, InstanceSearch.Finalists)).Concat(_worst).Take(Kept)];
            if (found is var (engine, witness))
            {
                isViolated = true;
                string text = instance.Describe(witness.Point);
                double margin = instance.Measure([.. witness.Point.Select(x => x.ToDouble())]).Conclusion;
                return new FrontierEnd(
                    value, Evidence.OfRefutation(engine, witness, text) with { WorstMargin = margin, Work = seen.Work }, true, text);
            }

            Evidence evidence = seen.Summarise(SearchChecker.Resolution);
            isViolated = evidence.Finding == Finding.Suspicion;
            return new FrontierEnd(value, evidence, false, evidence.WorstPoint ?? "");
        }
    }
}
