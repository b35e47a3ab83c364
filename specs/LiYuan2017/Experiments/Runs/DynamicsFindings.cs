using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>What the table of <see cref="Dynamics"/> decides.</summary>
internal static class DynamicsFindings
{
    public static IReadOnlyList<ExperimentFinding> Of(Recording table, DynamicsSizes size)
    {
        List<ExperimentFinding> findings = [];
        for (var run = 0; run < size.Starts.Count; run++)
        {
            var (c, name) = (size.Starts[run].C, run == 0 ? "from-small-potential" : "from-large-potential");
            var (iteration, inner, g, distance) =
                (table.Column("iteration", "run", run), table.Column("inner product", "run", run), table.Column("g", "run", run), table.Column("distance", "run", run));
            var change = Array.FindIndex(inner, v => v > 0);
            const string when = "iteration of the sign change";
            double changed = change < 0 ? double.PositiveInfinity : iteration[change];
            Dictionary<string, string>? unchanged = change < 0 ? new() { [when] = $"never in {iteration[^1]} iterations" } : null;
            var numbers = new Dictionary<string, double>
            {
                ["c"] = c,
                ["first inner product"] = inner[0],
                ["smallest inner product"] = inner.Min(),
                [when] = changed,
                ["first g"] = g[0],
                ["last g"] = g[^1],
                ["first population loss"] = table.Column("population loss", "run", run)[0],
                ["first distance"] = distance[0],
                ["largest distance"] = distance.Max(),
            };
            findings.Add(new(
                $"sign-change-{name}",
                "The inner product <-grad L, W* - W> starts negative and turns positive, while g falls at every measurement before and the distance changes by less than 1 %.",
                inner[0] < 0 && change > 0 && Falls(g, change) && distance.All(x => Math.Abs(x - distance[0]) < 0.01 * distance[0]),
                numbers)
            {
                InWords = unchanged,
                Caveat = "The source prints neither its matrix nor the inner product's normalisation. With the true gradient (the printed one over pi) and this matrix no c gives both "
                    + "its sign change after about 15 iterations (c near 0.010) and a curve that starts at 25 (the loss is 20.6 at c = 0.0155, where the sign changes near 42).",
            });
            if (size.Dimension == 1500 && (c is 0.0105 or 0.0155))
            {
                var (low, high) = c == 0.0105 ? (16.0, 21.0) : (38.0, 46.0);
                findings.Add(new(
                    $"sign-change-iteration-{name}",
                    FormattableString.Invariant($"The sign change happens at iteration {low} to {high} (an independent run on other random draws: {(c == 0.0105 ? "17 or 18" : "about 42")})."),
                    change > 0 && iteration[change] >= low && iteration[change] <= high,
                    new Dictionary<string, double> { [when] = changed })
                {
                    InWords = unchanged,
                    Caveat = "The iteration is random: with this library's seeds 1 to 6 and c = 0.0105 it is 19, 18, 20, 19, 19, 18. Without the noise of the batches it would be 25: "
                        + "the noise lowers g too.",
                });
            }
        }

        if (size.LongRun > 0)
            findings.Add(LongRun(table, size.Starts.Count, Math.Min(1000, size.LongRun / 10)));
        return findings;
    }

    private static ExperimentFinding LongRun(Recording table, int run, long from)
    {
        var (iteration, inner, g, distance) =
            (table.Column("iteration", "run", run), table.Column("inner product", "run", run), table.Column("g", "run", run), table.Column("distance", "run", run));
        var second = Array.FindIndex(iteration, i => i >= from);
        return new ExperimentFinding(
            "second-phase",
            $"After iteration {from} the inner product is positive and g below 1 at every measurement, and the distance falls.",
            inner[second..].All(v => v > 0) && g[second..].All(v => Math.Abs(v) < 1) && distance[^1] < distance[second],
            new Dictionary<string, double>
            {
                ["smallest inner product"] = inner[second..].Min(),
                ["largest |g|"] = g[second..].Max(Math.Abs),
                ["last distance"] = distance[^1],
                ["last iteration"] = iteration[^1],
            });
    }

    private static bool Falls(double[] values, int count) => Enumerable.Range(1, Math.Max(0, count)).All(i => values[i] < values[i - 1]);
}
