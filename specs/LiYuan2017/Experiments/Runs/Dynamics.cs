using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.Descent.Trajectories;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>
/// Section 5.3 of Li and Yuan (2017), Figure 8: from a constructed W_0 with W* = 0 the gradient first points away from W*, the potential g
/// falls, the inner product turns positive, and then the distance falls. The source does not print its matrix; this is a circulant Hilbert
/// transform minus c I (see <see cref="HilbertMatrix"/>), for two values of c.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class Dynamics(DynamicsSizes? sizes = null) : IExperiment
{
    private const string EntireProcess = "entire-process";

    /// <inheritdoc/>
    public string Name => "dynamics";

    /// <inheritdoc/>
    public string Source => "Li & Yuan 2017, section 5.3, Figure 8";

    /// <inheritdoc/>
    public string Summary => "The gradient points the wrong way at first; SGD lowers g until it does not, then approaches W*.";

    /// <inheritdoc/>
    public IReadOnlyList<string> Parts => [EntireProcess];

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return DynamicsFindings.Of(run.Table, SizesOf(run));
    }

    /// <inheritdoc/>
    public string Draw(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Draw(run.Table, SizesOf(run));
    }

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? DynamicsSizes.At(options.Scale);
        if (options.Without.Contains(EntireProcess))
            size = size with { LongRun = 0 };
        var session = new RunSession(this, options, size.ToString());
        using var team = new WorkerTeam(options.Threads);
        var table = new Recording(
            "dynamics", "run", "c", "iteration", "batch loss", "population loss", "distance", "g", "s", "inner product");
        var runs = Plan(size);
        var current = 0;
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
            current = (int)saved.Get<long>("run")[0];
        }

        var (d, total) = (size.Dimension, runs.Sum(r => (double)r.Iterations));
        var target = DenseMatrix.Zero(d, d);
        for (var resumed = session.Resumed; current < runs.Count; current++, resumed = null)
        {
            var (index, run, before) = (current, runs[current], runs.Take(current).Sum(r => (double)r.Iterations));
            var network = new LinkNetwork<double>(HilbertMatrix.Create(d, run.C, size.FrobeniusNorm), d, identityLink: true);
            var source = new FreshGaussianBatches<double>(options.Seed + (ulong)index, size.Batch, new(new double[d * d], d, true), team);
            var descent = new StochasticDescent<double>(network, source, team);
            if (resumed is not null)
                descent.Restore(resumed);
            Observer measure = new(run.Stride, p => table.Add(
                index, run.C, p.Step, p.Loss, p.PopulationLoss, p.Distance, p.Potential, p.DisplacementNorm, p.InnerProduct));
            Trajectory.Run(
                descent, target, StepSchedule.Constant(size.StepSize), run.Iterations, [measure], null,
                options.Threads, now => session.Tick(before + now.Step, total, "iterations", Save));

            void Save(Checkpoint checkpoint)
            {
                descent.Save(checkpoint);
                table.Save(checkpoint);
                checkpoint.Put<long>("run", [index]);
            }
        }

        session.Write("dynamics.csv", table.ToCsv());
        session.Write("dynamics.svg", Draw(table, size));
        return session.Finish(DynamicsFindings.Of(table, size));
    }

    private static DynamicsSizes SizesOf(RecordedRun run) =>
        run.Without.Contains(EntireProcess) ? DynamicsSizes.Full with { LongRun = 0 } : DynamicsSizes.Full;

    private static List<(double C, long Iterations, long Stride)> Plan(DynamicsSizes size)
    {
        var runs = size.Starts.Select(s => (s.C, Iterations: (long)s.Iterations, Stride: (long)s.Stride)).ToList();
        if (size.LongRun > 0)
            runs.Add((size.Starts[0].C, size.LongRun, size.LongStride));
        return runs;
    }

    private static string Draw(Recording table, DynamicsSizes size) =>
        LinePlot.Figure([.. Plan(size).Select((r, i) => Draw(table, i, r.C, r.Iterations))]);

    // What the figure is about is where the inner product turns positive: zero and that point are drawn.
    private static LinePlot Draw(Recording table, int run, double c, long iterations)
    {
        double[] x = table.Column("iteration", "run", run), inner = table.Column("inner product", "run", run);
        int change = Array.FindIndex(inner, v => v > 0);
        return new LinePlot(
            FormattableString.Invariant($"c = {c}: {(iterations > 1000 ? "entire process" : "first iterations")}"), "iteration", "",
            [
                new("loss", x, table.Column("population loss", "run", run)),
                new("inner product", x, inner),
                new("potential g", x, table.Column("g", "run", run)),
                new("distance", x, table.Column("distance", "run", run)),
            ])
        {
            ZeroLine = true,
            Marks = change > 0 ? [new(FormattableString.Invariant($"sign change at {x[change]}"), x[change], inner[change])] : [],
        };
    }
}
