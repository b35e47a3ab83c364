using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Attack;

/// <summary>
/// Descents from many starts by successive halving: half of the steps for all of them, half of the rest for the better half, and so on. Every part of the conclusion gets its turn.
/// </summary>
public static class MultiStart
{
    // Descents that arrive this close to each other, relatively, are taken for the same valley.
    private const double SameValley = 1e-6;

    /// <summary>Attacks an instance until a counterexample is confirmed or the steps are spent.</summary>
    /// <param name="prober">Measures the points of the instance.</param>
    /// <param name="surface">Derivatives and chart of the instance.</param>
    /// <param name="starts">Points of the domain.</param>
    /// <param name="steps">The largest number of evaluations in all, up to the repair of each last point.</param>
    /// <param name="observe">Called with every improved point and its measurement.</param>
    /// <returns>The number of evaluations.</returns>
    public static int Run(Prober prober, AttackSurface surface, IReadOnlyList<double[]> starts, int steps, Action<double[], Measurement> observe)
    {
        ArgumentNullException.ThrowIfNull(prober);
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(observe);
        int parts = surface.Landscape.ConclusionCount, spent = 0;
        if (parts == 0 || starts.Count == 0)
        {
            return 0;
        }

        GradientDescent[] field = [.. starts.Select((start, k) => new GradientDescent(prober, surface, k % parts, start)).Where(d => !d.IsFinished)];
        int rounds = 1 + (int)Math.Ceiling(Math.Log2(Math.Max(1, field.Length)));
        for (int round = 0; round < rounds && field.Length > 0 && prober.Witness is null; round++)
        {
            int share = (steps - spent) / (round < rounds - 1 ? 2 : 1) / field.Length;
            foreach (GradientDescent descent in field)
            {
                int used = descent.Continue(share);
                spent += used;
                if (used > 0)
                {
                    observe(descent.Point, descent.Best);
                }
            }

            field = Better(field);
        }

        return spent;
    }

    private static GradientDescent[] Better(GradientDescent[] field)
    {
        var kept = new List<GradientDescent>();
        foreach (GradientDescent descent in field.Where(d => !d.IsFinished).OrderBy(d => d.Best.Objective))
        {
            double objective = descent.Best.Objective;
            if (kept.Count < (field.Length + 1) / 2 && !(kept.Count > 0 && Math.Abs(kept[^1].Best.Objective - objective) <= SameValley * Math.Abs(objective)))
            {
                kept.Add(descent);
            }
        }

        return [.. kept];
    }
}
