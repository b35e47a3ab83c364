using System.Globalization;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Descent.Ensembles;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Checking.Trajectories;

/// <summary>
/// Tests claims about expectations: the expectations lie in their confidence intervals all together with probability at least
/// 1 - 1e-9, and a formula that is false throughout the intervals is rejected. A true claim is rejected with probability at
/// most 1e-9, exactly so where all quantities are bounded (events by the exact binomial test) and
/// nominally where the normal approximation stands in.
/// </summary>
/// <param name="threads">At least 1; the evidence does not depend on it.</param>
public sealed class EnsembleChecker(int threads = 1) : IChecker
{
    /// <summary>The probability of rejecting a true claim.</summary>
    public const double ErrorProbability = 1e-9;

    private const string Engine = "ensembles";
    private const int FewestRuns = 200;
    private const int MostRuns = 2_000_000;

    // Below this the normal approximation is not trusted.
    private const int FewestRunsWithoutBound = 10_000;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is EnsembleProposition proposition ? [Check(proposition, budget, seed)] : [];
    }

    private Evidence Check(EnsembleProposition proposition, Budget budget, ulong seed)
    {
        IReadOnlyList<int> values = budget.SizesOf(proposition.Values);
        Ensemble[] ensembles = [.. values.Select(proposition.EnsembleAt)];
        double share = ErrorProbability / ensembles.Sum(e => e.Quantities.Count);
        long runs = 0, steps = 0;
        (double Margin, string Place) worst = (double.PositiveInfinity, "");
        int decided = 0;
        for (int i = 0; i < ensembles.Length; i++)
        {
            Ensemble ensemble = ensembles[i];
            int value = values[i];
            int count = (int)Math.Clamp(budget.EnsembleSteps / ensembles.Length / ensemble.Cost, FewestRuns, MostRuns);
            if (ensemble.Quantities.Any(q => q.LargestValue is null))
            {
                count = Math.Max(count, FewestRunsWithoutBound);
            }

            EnsembleMoments moments = EnsembleMoments.Of(ensemble, count, seed ^ (ulong)value, threads);
            runs += count;
            steps += count * ensemble.Cost;
            Interval[] box = [.. ensemble.Quantities.Select((quantity, k) => Enclose(quantity, moments, k, share))];
            string[] names = [.. ensemble.Quantities.Select(q => EnsembleProposition.NameOf(q.Symbol))];
            Formula conclusion = proposition.ConclusionAt(value);
            string place = $"{proposition.Parameter} = {value}, "
                + $"{string.Join(", ", names.Select((name, k) => Describe(name, moments.Mean(k), box[k])))}";
            Truth truth = CompiledFormula.Compile(names, conclusion).Decide(box);
            if (truth == Truth.False)
            {
                return Evidence.OfRejection(
                    Engine,
                    proposition,
                    $"{proposition.Parameter} = {value}",
                    $"{place} over {count} runs; rejected at 1 - 1e-9") with
                { Work = [("runs", runs), ("steps", steps)] };
            }

            decided += truth == Truth.True ? 1 : 0;
            double margin = new FormulaMeter(names, conclusion).Measure([.. Enumerable.Range(0, names.Length).Select(moments.Mean)]);
            worst = margin < worst.Margin ? (margin, place) : worst;
        }

        // A mean on the wrong side of a claim, but within the confidence interval, is what chance does to an equality.
        double least = Math.Max(0, worst.Margin);
        string summary = string.Create(
            CultureInfo.InvariantCulture,
            $"not rejected in {runs} runs, {decided} of {ensembles.Length} cases hold throughout the intervals of confidence 1 - 1e-9; "
                + $"least relative margin of the means {least:G3} at {worst.Place}");
        return Evidence.OfSupport(Engine, summary) with
        {
            Work = [("runs", runs), ("steps", steps)],
            WorstMargin = double.IsFinite(least) ? least : null,
            WorstPoint = worst.Place,
        };
    }

    private static Interval Enclose(EnsembleQuantity quantity, EnsembleMoments moments, int k, double errorProbability)
    {
        ConfidenceInterval interval = quantity.IsEvent
            ? ConfidenceInterval.OfEvent((long)Math.Round(moments.Mean(k) * moments.Runs), moments.Runs, errorProbability)
            : quantity.LargestValue is { } largest
            ? ConfidenceInterval.OfBounded(moments.Mean(k), moments.Variance(k), moments.Runs, largest, errorProbability)
            : ConfidenceInterval.OfNormal(moments.Mean(k), moments.Variance(k), moments.Runs, errorProbability);
        return new Interval(interval.Lower, interval.Upper);
    }

    private static string Describe(string name, double mean, Interval interval) => string.Create(
        CultureInfo.InvariantCulture, $"{name} = {mean:G5} in [{interval.Lower:G5}, {interval.Upper:G5}]");
}
