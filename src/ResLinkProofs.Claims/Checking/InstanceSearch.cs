using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// The search for a counterexample at one size: generated points, then descents with derivatives where the instance has them, then a
/// derivative-free search from the worst points. A suspicion counts only when the kernel confirms it.
/// </summary>
internal static class InstanceSearch
{
    /// <summary>How many of the worst points are worth handing on.</summary>
    public const int Finalists = 3;

    private const int SampledStarts = 6;
    private const int FreshStarts = 12;
    private const int FewestSamples = 8;

    // Fewer evaluations than this do not get a descent anywhere; with a small budget fewer starts are tried.
    private const int FewestDescentSteps = 30;

    /// <summary>Searches an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="inherited">Points that are promising for a reason of the caller's; those outside the domain are moved into it.</param>
    /// <param name="budget">How much work may be spent.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="seen">Receives what was seen.</param>
    /// <returns>The confirmed counterexample and the engine that found it, or null.</returns>
    public static (string Engine, Kernel.Statements.ConfirmedWitness Witness)? Run(
        Instance instance, IReadOnlyList<double[]> inherited, Budget budget, ulong seed, SearchRecord seen)
    {
        var stream = new RandomStream(seed, (ulong)instance.Size);
        var prober = new Prober(instance);
        int samples = (int)Math.Max(FewestSamples, budget.SamplesPerSize / instance.Cost);
        int attackSteps = (int)(budget.AttackSteps / Finalists / instance.Cost);
        SampledSearch.Run(prober, samples, stream.NextUInt64(), seen);
        if (prober.Witness is { } sampled)
        {
            return ("sampling", sampled);
        }

        double[][] starts = [.. inherited.Select(point => Projected(instance, point)), .. seen.WorstOf(instance.Size, SampledStarts)];
        foreach (double[] start in starts.Take(inherited.Count).TakeWhile(_ => prober.Witness is null))
        {
            seen.Observe(instance, start, prober.Measure(start)); // whether or not there are derivatives
        }

        if (!seen.HasReached(instance.Size))
        {
            Descend(prober, instance.CreateSurfaceOfHypothesis, starts, budget, stream, seen);
            starts = [.. seen.WorstOf(instance.Size, SampledStarts)];
        }

        Descend(prober, instance.CreateSurface, starts, budget, stream, seen);
        foreach (double[] start in seen.WorstOf(instance.Size, Finalists).TakeWhile(_ => prober.Witness is null))
        {
            double[] point = [.. start];
            Measurement found = LocalSearch.Improve(prober, point, attackSteps, stream);
            seen.CountAttack(attackSteps);
            seen.Observe(instance, point, found);
        }

        return prober.Witness is { } witness ? ("attack", witness) : null;
    }

    // From inherited points and the worst samples, the structured points, and a few samples whatever they are.
    private static void Descend(
        Prober prober, Func<AttackSurface?> create, IReadOnlyList<double[]> first, Budget budget, RandomStream stream, SearchRecord seen)
    {
        Instance instance = prober.Instance;
        int steps = (int)(budget.AttackSteps / instance.DescentCost);
        if (prober.Witness is not null || steps < FewestDescentSteps || create() is not { } surface)
        {
            return;
        }

        double[][] starts =
        [
            .. first,
            .. instance.StructuredPoints(),
            .. Enumerable.Range(0, FreshStarts).Select(_ => Draw(instance, stream)),
        ];
        seen.CountAttack(MultiStart.Run(
            prober, surface, [.. starts.Take(steps / FewestDescentSteps)], steps,
            stream, (point, measured) => seen.Observe(instance, point, measured)));
    }

    private static double[] Draw(Instance instance, RandomStream stream)
    {
        double[] point = new double[instance.CoordinateCount];
        instance.Sample(stream, point);
        return Projected(instance, point);
    }

    private static double[] Projected(Instance instance, double[] point)
    {
        double[] projected = [.. point];
        instance.Project(projected);
        return projected;
    }
}
