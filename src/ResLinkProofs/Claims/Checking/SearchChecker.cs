using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
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
            var confirm = new Confirmer(instance);
            if (SampledSearch.Run(instance, budget.SamplesPerSize, stream.NextUInt64(), seen, confirm) is { } sampled)
            {
                return Refuted("sampling", instance, sampled, seen);
            }

            foreach (double[] start in seen.WorstOf(size, AttackStarts))
            {
                double[] point = [.. start];
                Measurement found = LocalSearch.Improve(instance, point, budget.AttackSteps / AttackStarts, stream);
                seen.CountAttack(budget.AttackSteps / AttackStarts);
                seen.Observe(instance, point, found);
                if (found.IsSuspicious && confirm.TryConfirm(point) is { } attacked)
                {
                    return Refuted("attack", instance, attacked, seen);
                }
            }
        }

        return seen.Summarise(Resolution);
    }

    private static Evidence Refuted(string engine, Instance instance, ConfirmedWitness witness, SearchRecord seen) =>
        Evidence.OfRefutation(engine, witness, instance.Describe(witness.Point)) with { Work = seen.Work, WorstMargin = seen.WorstMargin };
}

/// <summary>Confirms suspicions on the exact statement, a bounded number of times per instance.</summary>
internal sealed class Confirmer(Instance instance)
{
    // Where the margin vanishes on a whole face of the domain nearly every point looks suspicious and none can be confirmed.
    private int _attemptsLeft = 25;

    public ConfirmedWitness? TryConfirm(ReadOnlySpan<double> point) =>
        _attemptsLeft-- > 0 && instance.Statement is { } statement ? WitnessRounding.Confirm(statement, point) : null;
}

/// <summary>What a search has seen so far.</summary>
internal sealed class SearchRecord
{
    private const int KeptPerSize = 8;
    private readonly Dictionary<int, List<(double Objective, double[] Point)>> _worst = [];
    private long _samples;
    private long _admissible;
    private long _undefined;
    private long _attackSteps;
    private string _worstPoint = "";

    public double? WorstMargin { get; private set; }

    public IReadOnlyList<(string Unit, long Amount)> Work => [("samples", _samples), ("admissible samples", _admissible), ("attack steps", _attackSteps)];

    public void CountSample(Measurement measured)
    {
        _samples++;
        _admissible += measured.IsAdmissible ? 1 : 0;
        _undefined += double.IsNaN(measured.Hypothesis) || double.IsNaN(measured.Conclusion) ? 1 : 0;
    }

    public void CountAttack(long steps) => _attackSteps += steps;

    public void Observe(Instance instance, ReadOnlySpan<double> point, Measurement measured)
    {
        if (measured.IsAdmissible && double.IsFinite(measured.Conclusion) && !(WorstMargin <= measured.Conclusion))
        {
            WorstMargin = measured.Conclusion;
            _worstPoint = instance.CoordinateCount <= 32 ? instance.Describe([.. point.ToArray().Select(Rational.FromDouble)]) : $"size {instance.Size}";
        }

        if (!_worst.TryGetValue(instance.Size, out var list))
        {
            _worst.Add(instance.Size, list = []);
        }

        if (measured.Objective < double.MaxValue && (list.Count < KeptPerSize || measured.Objective < list[^1].Objective))
        {
            list.Add((measured.Objective, point.ToArray()));
            list.Sort((a, b) => a.Objective.CompareTo(b.Objective));
            if (list.Count > KeptPerSize)
            {
                list.RemoveAt(KeptPerSize);
            }
        }
    }

    public IReadOnlyList<double[]> WorstOf(int size, int count) =>
        _worst.TryGetValue(size, out var list) ? [.. list.Take(count).Select(entry => entry.Point)] : [];

    public Evidence Summarise(double resolution)
    {
        string effort = $"{_admissible} admissible of {_samples} samples, {_attackSteps} attack steps";
        Evidence evidence = WorstMargin is not { } worst
            ? Evidence.OfNothing("search", $"no generated point satisfies the hypotheses ({_samples} samples, {_undefined} undefined)")
            : worst < -resolution
                ? Evidence.OfSuspicion("search", $"relative margin {worst:G4} at {_worstPoint}, which enclosures could not confirm ({effort})")
                : Evidence.OfSupport("search", $"no violation in {effort}; least relative margin {worst:G4}");
        return evidence with { Work = Work, WorstMargin = WorstMargin, WorstPoint = _worstPoint };
    }
}
