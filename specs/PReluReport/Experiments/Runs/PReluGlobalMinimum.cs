using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>
/// Stage 4 of section 5 of the PReLU report, Figure 4: SGD on a fixed training set labelled by a teacher of the same structure, with and
/// without the identity link, with W* and W_0 bounded (0.1 times an orthogonal matrix) or of independent
/// normal entries of variance 1/d. The report's pair |W*|_2 = 0.1 and |W*|_F = 1 is impossible at d =
/// 10; only the first is kept. It gives no batch size, so several are run, the smallest first.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for the report's.</param>
public sealed class PReluGlobalMinimum(PReluGlobalMinimumSizes? sizes = null) : IExperiment
{
    internal static readonly string[] Settings =
    [
        "identity, bounded", "identity, unbounded", "no identity, bounded", "no identity, unbounded",
    ];

    /// <inheritdoc/>
    public string Name => "prelu-global-minimum";

    /// <inheritdoc/>
    public string Source => "PReLU report, section 5.4, Figure 4";

    /// <inheritdoc/>
    public string Summary => "With identity and a small W* SGD finds W*; without one of them it ends at a permutation of it, later.";

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return PReluGlobalMinimumFindings.Of(new TrainingRuns(run.Table), PReluGlobalMinimumSizes.Full);
    }

    /// <inheritdoc/>
    public string Draw(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Draw(new TrainingRuns(run.Table), PReluGlobalMinimumSizes.Full);
    }

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? PReluGlobalMinimumSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        using var alone = new WorkerTeam(1);
        var runs = new TrainingRuns(
            "prelu-global-minimum", new StepSizes(size.StepSize, Decay: false), "test", "distance", "modulo permutations");
        var plan = from batch in Enumerable.Range(0, size.Batches.Count)
                   from setting in Enumerable.Range(0, Settings.Length)
                   from repetition in Enumerable.Range(0, size.Repetitions)
                   select new PlannedRun(
                       Variant(batch, setting), repetition, size.Epochs, size.Training / size.Batches[batch],
                       e => e <= 2 * PReluGlobalMinimumSizes.PrintedEpochs || e % size.LaterStride == 0,
                       () => new PReluStudent(size, size.Batches[batch], setting < 2, setting % 2 == 0, options.Seed, repetition, alone));
        runs.Run([.. plan], session, options.Threads, options.Cancellation);

        session.Write("prelu-global-minimum.csv", runs.Curves.ToCsv());
        session.Write("prelu-global-minimum.svg", Draw(runs, size));
        return session.Finish(PReluGlobalMinimumFindings.Of(runs, size));
    }

    internal static int Variant(int batch, int setting) => (batch * Settings.Length) + setting;

    private static string Draw(TrainingRuns runs, PReluGlobalMinimumSizes size) =>
        LinePlot.Figure([.. size.Batches.SelectMany((b, i) => Panels(runs, b, i))]);

    private static IEnumerable<LinePlot> Panels(TrainingRuns runs, int batch, int index)
    {
        yield return new LinePlot(
            $"Loss, batch {batch}", "epoch", "squared test loss", [.. Settings.Select((s, i) => runs.Line(s, Variant(index, i), "test"))])
        {
            LogarithmicY = true,
        };
        yield return new LinePlot(
            $"Distance, batch {batch}",
            "epoch",
            "|W - W*|, spectral",
            [
                .. Settings.Select((s, i) => runs.Line(s, Variant(index, i), "distance")),
                .. Settings.Select((s, i) => runs.Line(s + ", modulo permutations", Variant(index, i), "modulo permutations") with
                {
                    Dashed = true,
                    Colour = i,
                }),
            ])
        {
            LogarithmicY = true,
        };
    }
}
