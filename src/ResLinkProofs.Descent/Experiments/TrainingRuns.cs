using System.Diagnostics;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>
/// Trains the networks of a plan, as many side by side as there are threads, each on one thread: networks of these sizes lose more by
/// waiting for a second thread within a step than they gain. Pausing for a checkpoint after any step, and any number of threads, give
/// the same bits.
/// </summary>
public sealed class TrainingRuns
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);
    private readonly StepSizes stepSizes;

    /// <summary>Runs that record the given measures.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="stepSizes">eta by epoch.</param>
    /// <param name="measures">What <see cref="ITrainee.Measure"/> returns.</param>
    public TrainingRuns(string name, StepSizes stepSizes, params string[] measures)
    {
        this.stepSizes = stepSizes;
        Curves = new(name, ["variant", "repetition", "epoch", "loss", .. measures]);
    }

    /// <summary>Runs that were made and recorded.</summary>
    /// <param name="curves">What <see cref="Curves"/> held.</param>
    public TrainingRuns(Recording curves) => Curves = curves;

    /// <summary>
    /// After <see cref="Run"/>: columns variant, repetition, epoch, loss (mean over the epoch) and the measures, in the order of the plan.
    /// </summary>
    public Recording Curves { get; }

    /// <summary>Runs what the session has not done yet.</summary>
    /// <param name="plan">The networks.</param>
    /// <param name="session">Resumes, saves and reports.</param>
    /// <param name="threads">How many are trained side by side.</param>
    /// <param name="cancellation">Ends every slice after its first step when asked to end.</param>
    public void Run(IReadOnlyList<PlannedRun> plan, RunSession session, int threads, CancellationToken cancellation)
    {
        var runs = new TrainingRun?[plan.Count];
        var finished = new IReadOnlyList<double>?[plan.Count];
        var started = 0;
        if (session.Resumed is { } saved)
        {
            started = (int)saved.Get<long>("started")[0];
            for (var i = 0; i < started; i++)
            {
                if (saved.Has($"finished {i}"))
                    finished[i] = saved.Get<double>($"finished {i}");
                else
                    runs[i] = new(plan[i], stepSizes, saved.Part($"run {i}: "));
            }
        }

        var total = plan.Sum(r => (double)r.Steps);
        while (true)
        {
            for (; started < plan.Count && runs.Count(r => r is not null) < threads; started++)
                runs[started] = new(plan[started], stepSizes, null);
            var active = runs.OfType<TrainingRun>().ToArray();
            if (active.Length == 0)
                break;
            var clock = Stopwatch.StartNew();
            Workers.Run(
                threads, active.Length, (_, i) => active[i].Advance(() => cancellation.IsCancellationRequested || clock.Elapsed >= Slice));
            for (var i = 0; i < started; i++)
            {
                if (runs[i] is { IsDone: true } done)
                    (finished[i], runs[i]) = (done.Rows, null);
            }

            var steps = Enumerable.Range(0, started).Sum(i => runs[i]?.Step ?? (double)plan[i].Steps);
            session.Tick(steps, total, "steps", checkpoint =>
            {
                checkpoint.Put<long>("started", [started]);
                for (var i = 0; i < started; i++)
                {
                    if (finished[i] is { } rows)
                        checkpoint.Put<double>($"finished {i}", rows.ToArray());
                    runs[i]?.Save(checkpoint.Part($"run {i}: "));
                }
            });
        }

        foreach (var rows in finished)
        {
            for (var r = 0; r < rows!.Count; r += Curves.Columns.Count)
                Curves.Add([.. rows.Skip(r).Take(Curves.Columns.Count)]);
        }
    }

    /// <summary>A measure after the last epoch of every repetition of a variant.</summary>
    public double[] Last(int variant, string column)
    {
        var epochs = Curves.Column("epoch", "variant", variant);
        return [.. epochs.Zip(Curves.Column(column, "variant", variant)).Where(p => p.First == epochs.Max()).Select(p => p.Second)];
    }

    /// <summary>A measure before the first epoch of every repetition of a variant.</summary>
    public double[] First(int variant, string column) =>
        [
            .. Curves.Column("epoch", "variant", variant).Zip(Curves.Column(column, "variant", variant))
                .Where(p => p.First == 0).Select(p => p.Second),
        ];

    /// <summary>A measure after a given epoch of every repetition of a variant.</summary>
    public double[] At(int variant, string column, int epoch) =>
        [.. Curves.Column(
            "epoch", "variant", variant).Zip(Curves.Column(column, "variant", variant)).Where(p => p.First == epoch).Select(p => p.Second)];

    /// <summary>A measure by epoch of one repetition of a variant.</summary>
    public double[] OfRepetition(int variant, double repetition, string column) =>
        [
            .. Curves.Column("repetition", "variant", variant).Zip(Curves.Column(column, "variant", variant))
                .Where(p => p.First == repetition).Select(p => p.Second),
        ];

    /// <summary>
    /// A measure by epoch for a plot: the median over the repetitions of a variant that are still
    /// finite, and the range of these as its band.
    /// </summary>
    public Series Line(string label, int variant, string column)
    {
        var groups = Curves.Column("epoch", "variant", variant).Zip(Curves.Column(column, "variant", variant))
            .GroupBy(p => p.First, p => p.Second)
            .OrderBy(g => g.Key).Select(g => (Epoch: g.Key, Values: g.Where(double.IsFinite).Order().ToArray())).ToList();
        return new(label, [.. groups.Select(g => g.Epoch)], [.. groups.Select(g => Median(g.Values))])
        {
            Band = groups.Any(g => g.Values.Length > 1)
                ? new(
                    [.. groups.Select(g => g.Values.FirstOrDefault(double.NaN))],
                    [.. groups.Select(g => g.Values.LastOrDefault(double.NaN))])
                : null,
        };
    }

    private static double Median(double[] sorted) =>
        sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
