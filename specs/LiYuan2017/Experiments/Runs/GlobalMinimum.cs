using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>
/// Section 5.2 of Li and Yuan (2017), Figure 7: SGD on a fixed training set with the identity link (ResLink), without it (Vanilla), and for
/// a deeper student (3-Block). The matrices have equally spaced singular values, because no Gaussian matrix has the printed pair of norms.
/// Vanilla's teacher is I + W*, the same function as ResLink's; its student starts at W_0, as footnote 3 describes.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class GlobalMinimum(GlobalMinimumSizes? sizes = null) : IExperiment
{
    private static readonly string[] Networks = ["ResLink", "Vanilla", "3-Block"];

    private const string ThreeBlock = "3-block";

    /// <inheritdoc/>
    public string Name => "global-minimum";

    /// <inheritdoc/>
    public string Source => "Li & Yuan 2017, section 5.2, Figure 7";

    /// <inheritdoc/>
    public string Summary => "With the identity link SGD finds the teacher; without it, or with a deeper student, it does not.";

    /// <inheritdoc/>
    public IReadOnlyList<string> Parts => [ThreeBlock];

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var size = GlobalMinimumSizes.Full;
        return GlobalMinimumFindings.Of(
            new TrainingRuns(run.Table), run.Without.Contains(ThreeBlock) ? size with { BlockTrials = 0 } : size);
    }

    /// <inheritdoc/>
    public string Draw(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Draw(new TrainingRuns(run.Table));
    }

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? GlobalMinimumSizes.At(options.Scale);
        if (options.Without.Contains(ThreeBlock))
            size = size with { BlockTrials = 0 };
        var session = new RunSession(this, options, size.ToString());
        using var alone = new WorkerTeam(1);
        var runs = new TrainingRuns("global-minimum", new StepSizes(size.StepSize, Decay: false), "test", "distance");
        var scene = new GlobalMinimumScene(size, options.Seed, alone);
        runs.Run([.. Plan(size, scene)], session, options.Threads, options.Cancellation);

        session.Write("global-minimum.csv", runs.Curves.ToCsv());
        session.Write("global-minimum.svg", Draw(runs));
        return session.Finish(GlobalMinimumFindings.Of(runs, size));
    }

    // Longest runs first, so that they do not end alone on one of several threads.
    private static IEnumerable<PlannedRun> Plan(GlobalMinimumSizes size, GlobalMinimumScene scene) =>
        from run in new (int Network, int Epochs, int Trials)[]
        {
            (2, size.BlockEpochs, size.BlockTrials), (0, size.Epochs, size.Trials), (1, size.VanillaEpochs, size.Trials),
        }
        from trial in Enumerable.Range(0, run.Trials)
        select new PlannedRun(run.Network, trial, run.Epochs, size.Training / size.Batch, () => scene.Student(run.Network, trial));

    private static string Draw(TrainingRuns runs)
    {
        List<Series> errors = [], distances = [];
        for (var network = 0; network < Networks.Length; network++)
        {
            errors.Add(runs.Line($"{Networks[network]} test", network, "test"));
            errors.Add(runs.Line($"{Networks[network]} train", network, "loss") with { Dashed = true });
            if (network < 2)
                distances.Add(runs.Line(Networks[network], network, "distance"));
        }

        return LinePlot.Figure(
            new LinePlot("(a) Test error, training error", "epoch", "squared loss, mean over trials", errors) { LogarithmicY = true },
            new LinePlot("(b) Distance to the teacher", "epoch", "Frobenius norm, mean over trials", distances));
    }
}
