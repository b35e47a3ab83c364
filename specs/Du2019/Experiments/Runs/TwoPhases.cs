using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="TwoPhases"/>.</summary>
/// <param name="Patches">k.</param>
/// <param name="FilterSize">p.</param>
/// <param name="Runs">Random teachers and starts.</param>
/// <param name="StepShare">eta in units of pi/(k + pi - 1).</param>
/// <param name="End">Loss, in units of |a*|^2, at which a run ends.</param>
/// <param name="Most">Steps after which a run ends in any case.</param>
public sealed record TwoPhasesSizes(int Patches, int FilterSize, int Runs, double StepShare, double End, int Most)
{
    /// <summary>Section 5.5.1 of Du (2019): k = 20, p = 25. Step size and start are not printed.</summary>
    public static TwoPhasesSizes Printed => new(20, 25, 20, 0.9, 1e-12, 100_000);
}

/// <summary>
/// Figure 5.2 of Du (2019): the angle, |a - a*|, |1^T a - 1^T a*| and the loss along gradient descent on the population loss. a* is Gaussian; of the four starts (v, a), (-v, a), (v, -a),
/// (-v, -a) the one is taken that Theorem 5.4 speaks of, with an acute angle and (a, a*) positive.
/// </summary>
/// <param name="sizes">Sizes to use, or null for those of the source.</param>
public sealed class TwoPhases(TwoPhasesSizes? sizes = null) : IExperiment
{
    private const int First = 10;

    /// <inheritdoc/>
    public string Name => "two-phases";

    /// <inheritdoc/>
    public string Source => "Du 2019, section 5.5.1, Figure 5.2";

    /// <inheritdoc/>
    public string Summary => "The sum of the second layer first, then a slow phase, then a fast linear one.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        TwoPhasesSizes size = sizes ?? TwoPhasesSizes.Printed;
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "run", "iteration", "angle", "distance", "sum", "loss");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        int done = (int)table.Column("run").DefaultIfEmpty(-1).Max() + 1;
        for (int run = done; run < size.Runs; run++)
        {
            Record(table, run, size, new RandomStream(options.Seed, (ulong)run));
            session.Tick(run + 1, size.Runs, "runs", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the curves decide.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] drops = [], gains = [];
        foreach (double run in table.Column("run").Distinct())
        {
            double[] sum = table.Column("sum", "run", run), loss = table.Column("loss", "run", run), angle = table.Column("angle", "run", run);
            if (loss.Length <= 4 * First)
            {
                (drops, gains) = ([.. drops, double.PositiveInfinity], [.. gains, 0]);
                continue;
            }

            drops = [.. drops, sum[First] / sum[0]];

            // Slow: until the angle has halved. Fast: the last third of the rest.
            int half = Array.FindIndex(angle, x => x <= angle[0] / 2), end = angle.Length - 1, late = end - ((end - half) / 3);
            double slow = Math.Log(angle[0] / angle[Math.Max(half, 1)]) / Math.Max(half, 1), fast = Math.Log(angle[late] / angle[end]) / (end - late);
            gains = [.. gains, half < 0 ? 0 : fast / slow];
        }

        return
        [
            new(
                "the-sum-first",
                $"Within {First} iterations |1ᵀa - 1ᵀa*| falls to a fifth or less, in every run.",
                drops.All(x => x <= 0.2),
                new Dictionary<string, double> { ["largest share left"] = drops.Max() }),
            new(
                "slow-then-fast",
                "The logarithm of the angle falls faster per iteration at the end than until the angle has halved, in every run.",
                gains.All(x => x > 1),
                new Dictionary<string, double> { ["least gain"] = gains.Min(), ["median gain"] = gains.Order().ElementAt(gains.Length / 2) }),
        ];
    }

    private static void Record(Recording table, int run, TwoPhasesSizes size, RandomStream stream)
    {
        var (teacher, a, v) = (new double[size.Patches], new double[size.Patches], new double[size.FilterSize]);
        stream.FillGaussian(teacher);
        stream.FillGaussian(a);
        stream.FillGaussian(v);
        double total = teacher.Sum(), square = teacher.Sum(x => x * x), length = Math.Sqrt(a.Sum(x => x * x));
        double scale = Math.Abs(total) / Math.Sqrt(size.Patches) * Math.Pow(stream.NextDouble(), 1.0 / size.Patches) / length;
        double signal = scale * a.Zip(teacher, (x, y) => x * y).Sum(), sum = scale * a.Sum();
        var descent = new FilterDescent(size.Patches, square, total, size.StepShare * Math.PI / (size.Patches + Math.PI - 1));
        descent.Start(Math.Acos(Math.Abs(v[0]) / Math.Sqrt(v.Sum(x => x * x))), Math.Abs(signal), Math.Sign(signal) * sum, length * length * scale * scale);
        for (int t = 0; t <= size.Most; t++)
        {
            table.Add(run, t, descent.Angle, descent.Distance, Math.Abs(descent.Sum - total), descent.Loss);
            if (descent.Loss <= size.End * square)
            {
                return;
            }

            descent.Step();
        }
    }

    private static string Draw(Recording table)
    {
        double[] time = table.Column("iteration", "run", 0);
        return LinePlot.Figure(new LinePlot(
            "Gradient descent on the population loss, first run",
            "iteration",
            "",
            [.. new[] { ("angle", "angle"), ("|a - a*|", "distance"), ("|1ᵀa - 1ᵀa*|", "sum"), ("loss", "loss") }
                .Select(c => new Series(c.Item1, time, [.. table.Column(c.Item2, "run", 0).Select(x => Math.Max(x, 1e-12))]))])
        {
            LogarithmicY = true,
        });
    }
}
