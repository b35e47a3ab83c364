using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Attack;

/// <summary>
/// Descents from many starts by successive halving: half of the steps for all of them, half of the
/// rest for the better half, and so on. Every part of the conclusion gets its turn.
/// </summary>
/// <remarks>
/// A symmetric start descends along the ridges of its symmetry and stalls at a saddle above a deeper valley. So the runners-up get a second
/// chance from points displaced by a little, without the competition of the best, and what is left of the steps goes to the best of all.
/// </remarks>
public static class MultiStart
{
    // Descents that arrive this close to each other, relatively, are taken for the same valley.
    private const double SameValley = 1e-6;

    // What is this much above the best, in relative margin, is not on its way to the same valley.
    private const double OtherValley = 0.03;
    private const int RunnersUp = 3;
    private const int LeastCoordinates = 33; // with fewer some start is near every valley
    private const double Displacement = 0.1; // of the length scale of a point

    /// <summary>Attacks an instance until a counterexample is confirmed or the steps are spent.</summary>
    /// <param name="prober">Measures the points of the instance.</param>
    /// <param name="surface">Derivatives and chart of the instance.</param>
    /// <param name="starts">Points of the domain.</param>
    /// <param name="steps">The largest number of evaluations in all, up to the repair of each last point.</param>
    /// <param name="stream">The source of displacements.</param>
    /// <param name="observe">Called with every improved point and its measurement.</param>
    /// <returns>The number of evaluations.</returns>
    public static int Run(
        Prober prober, AttackSurface surface, IReadOnlyList<double[]> starts,
        int steps, RandomStream stream, Action<double[], Measurement> observe)
    {
        ArgumentNullException.ThrowIfNull(prober);
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(observe);
        int parts = surface.Landscape.ConclusionCount;
        if (parts == 0 || starts.Count == 0)
        {
            return 0;
        }

        GradientDescent[] first = [.. starts.Select((start, k) => new GradientDescent(prober, surface, k % parts, start))];
        if (starts[0].Length < LeastCoordinates)
        {
            return Halve(prober, first, steps, observe);
        }

        int spent = Halve(prober, first, steps * 3 / 8, observe);
        GradientDescent[] second = [.. Others(first).Select(
            d => new GradientDescent(prober, surface, d.Part, Displaced(prober.Instance, d.Point, stream)))];
        spent += Advance(second, (steps - spent) * 4 / 5, observe);
        return spent + Advance(
            [.. first.Concat(second).OrderBy(d => d.Best.Objective).Where(d => !d.IsFinished).Take(1)], steps - spent, observe);
    }

    // Equal shares.
    private static int Advance(GradientDescent[] field, int steps, Action<double[], Measurement> observe)
    {
        int spent = 0;
        foreach (GradientDescent descent in field)
        {
            int used = descent.Continue(steps / field.Length);
            spent += used;
            if (used > 0)
            {
                observe(descent.Point, descent.Best);
            }
        }

        return spent;
    }

    private static int Halve(Prober prober, GradientDescent[] all, int steps, Action<double[], Measurement> observe)
    {
        GradientDescent[] field = [.. all.Where(d => !d.IsFinished)];
        int spent = 0, rounds = 1 + (int)Math.Ceiling(Math.Log2(Math.Max(1, field.Length)));
        for (int round = 0; round < rounds && field.Length > 0 && prober.Witness is null; round++)
        {
            spent += Advance(field, (steps - spent) / (round < rounds - 1 ? 2 : 1), observe);
            field = Better(field);
        }

        return spent;
    }

    private static GradientDescent[] Better(GradientDescent[] field) =>
        [.. Distinct(field.Where(d => !d.IsFinished)).Take((field.Length + 1) / 2)];

    private static IEnumerable<GradientDescent> Others(GradientDescent[] field)
    {
        double best = field.Min(d => d.Best.Objective);
        return Distinct(field.Where(d => d.Best.Objective < double.MaxValue && d.Best.Objective - best > OtherValley)).Take(RunnersUp);
    }

    // In order of the objective, one of those that are as good as equal.
    private static IEnumerable<GradientDescent> Distinct(IEnumerable<GradientDescent> field)
    {
        double? last = null;
        foreach (GradientDescent descent in field.OrderBy(d => d.Best.Objective))
        {
            double objective = descent.Best.Objective;
            if (!(last is { } previous && Math.Abs(previous - objective) <= SameValley * Math.Abs(objective)))
            {
                last = objective;
                yield return descent;
            }
        }
    }

    private static double[] Displaced(Instance instance, double[] point, RandomStream stream)
    {
        double[] displaced = [.. point];
        double damping = Displacement / Math.Pow(point.Length, 0.25); // the spectral norm of a d x d matrix of noise grows like sqrt(d)
        for (int i = 0; i < displaced.Length; i++)
        {
            displaced[i] += damping * instance.Scale(i) * stream.NextGaussian();
        }

        instance.Project(displaced);
        return displaced;
    }
}
