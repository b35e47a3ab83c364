using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>
/// Stage 4 of section 5 of the PReLU report, Figure 4: SGD on a fixed training set labelled by a teacher of the same structure, with and
/// without the identity link, with W* and W_0 bounded (0.1 times an orthogonal matrix) or of independent normal entries of variance 1/d. The
/// report's pair |W*|_2 = 0.1 and |W*|_F = 1 is impossible at d = 10; only the first is kept. It gives no batch size, so several are run, the smallest first.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for the report's.</param>
public sealed class PReluGlobalMinimum(PReluGlobalMinimumSizes? sizes = null) : IExperiment
{
    private static readonly string[] Settings = ["identity, bounded", "identity, unbounded", "no identity, bounded", "no identity, unbounded"];

    /// <inheritdoc/>
    public string Name => "prelu-global-minimum";

    /// <inheritdoc/>
    public string Source => "PReLU report, section 5.4, Figure 4";

    /// <inheritdoc/>
    public string Summary => "With identity and a small W* SGD finds W*; without one of them it does not.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? PReluGlobalMinimumSizes.Full;
        var session = new RunSession(this, options, size.ToString());
        using var alone = new WorkerTeam(1);
        var runs = new TrainingRuns("prelu-global-minimum", new StepSizes(size.StepSize, Decay: false), "test", "distance");
        var plan = from batch in Enumerable.Range(0, size.Batches.Count)
                   from setting in Enumerable.Range(0, Settings.Length)
                   from repetition in Enumerable.Range(0, size.Repetitions)
                   select new PlannedRun(
                       Variant(batch, setting), repetition, size.Epochs, size.Training / size.Batches[batch],
                       () => new PReluStudent(size, size.Batches[batch], setting < 2, setting % 2 == 0, options.Seed, repetition, alone));
        runs.Run([.. plan], session, options.Threads, options.Cancellation);

        session.Write("prelu-global-minimum.csv", runs.Curves.ToCsv());
        session.Write("prelu-global-minimum.svg", LinePlot.Figure([.. size.Batches.SelectMany((b, i) => Panels(runs, b, i))]));
        return session.Finish(Findings(runs, size));
    }

    private static int Variant(int batch, int setting) => (batch * Settings.Length) + setting;

    private static IEnumerable<LinePlot> Panels(TrainingRuns runs, int batch, int index)
    {
        yield return new LinePlot($"Loss, batch {batch}", "epoch", "squared loss, mean over runs", [.. Settings.Select((s, i) => runs.Line(s, Variant(index, i), "test"))]) { LogarithmicY = true };
        yield return new LinePlot($"Distance, batch {batch}", "epoch", "|W - W*|, spectral, mean over runs", [.. Settings.Select((s, i) => runs.Line(s, Variant(index, i), "distance"))]) { LogarithmicY = true };
    }

    // A run that diverges ends with a distance that is no number: it has not found W*.
    private static List<Finding> Findings(TrainingRuns runs, PReluGlobalMinimumSizes size)
    {
        var stable = size.Batches.Skip(1).ToArray();
        var found = Enumerable.Range(0, size.Batches.Count).Select(b => runs.Last(Variant(b, 0), "distance").Count(d => d < size.Bound / 10)).ToArray();
        List<Finding> findings =
        [
            new(
                "converges-with-both",
                $"With {Settings[0]} W*, at batch sizes {string.Join(" and ", stable)} and in every run, |W - W*|_2 ends below a tenth of |W*|_2.",
                found.Skip(1).All(f => f == size.Repetitions),
                Numbers(runs, size, 0)),
            new(
                "converges-mostly-at-small-batch",
                $"With {Settings[0]} W*, at batch size {size.Batches[0]} and in more than half of the runs, |W - W*|_2 ends below a tenth of |W*|_2.",
                2 * found[0] > size.Repetitions,
                Numbers(runs, size, 0))
            {
                Caveat = "At batch 10 the step of 0.1 is at the edge of stability: of 40 runs with this library's seeds 0 to 7, 33 converged and 7 diverged.",
            },
        ];
        foreach (var setting in new[] { 1, 2, 3 })
        {
            var variants = Enumerable.Range(1, stable.Length).Select(b => Variant(b, setting)).ToArray();
            var distances = variants.SelectMany(v => runs.Last(v, "distance")).ToArray();
            var trained = variants.All(v => runs.Last(v, "test").Zip(runs.First(v, "test")).All(p => p.First < p.Second));
            findings.Add(new(
                "lost-" + Settings[setting].Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-'),
                $"With {Settings[setting]} W*, at batch sizes {string.Join(" and ", stable)} and in every run, SGD lowers the test loss and |W - W*|_2 ends above {size.Bound}; a run that diverges leaves it open.",
                distances.Any(d => d <= size.Bound) ? Outcome.Fails : !distances.All(double.IsFinite) ? Outcome.Undecided : trained ? Outcome.Holds : Outcome.Fails,
                Numbers(runs, size, setting))
            {
                Caveat = "The distance is to W* itself: without the identity mapping every permutation of its columns is as good, and longer runs end at one of them.",
            });
        }

        return findings;
    }

    private static Dictionary<string, double> Numbers(TrainingRuns runs, PReluGlobalMinimumSizes size, int setting)
    {
        var numbers = new Dictionary<string, double>();
        for (var batch = 0; batch < size.Batches.Count; batch++)
        {
            var (loss, distance) = (runs.Last(Variant(batch, setting), "test"), runs.Last(Variant(batch, setting), "distance"));
            numbers[$"batch {size.Batches[batch]}: mean loss"] = loss.Average();
            numbers[$"batch {size.Batches[batch]}: mean distance"] = distance.Average();
            numbers[$"batch {size.Batches[batch]}: diverged"] = distance.Count(d => !double.IsFinite(d));
        }

        return numbers;
    }
}
