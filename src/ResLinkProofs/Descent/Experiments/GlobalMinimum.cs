using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>
/// Section 5.2 of Li and Yuan (2017), Figure 7: SGD on a fixed training set with the identity link (ResLink), without it (Vanilla), and for
/// a deeper student (3-Block). The matrices have equally spaced singular values, because no Gaussian matrix has the printed pair of norms.
/// Vanilla's teacher is I + W*, the same function as ResLink's; its student starts at W_0, as footnote 3 describes.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for the reduced or full ones.</param>
public sealed class GlobalMinimum(GlobalMinimumSizes? sizes = null) : IExperiment
{
    private const double TeacherSpectral = 0.6, TeacherFrobenius = 5.7, StartFrobenius = 5.0;
    private static readonly string[] Networks = ["ResLink", "Vanilla", "3-Block"];

    /// <inheritdoc/>
    public string Name => "global-minimum";

    /// <inheritdoc/>
    public string Source => "Li & Yuan 2017, section 5.2, Figure 7";

    /// <inheritdoc/>
    public string Summary => "With the identity link SGD finds the teacher; without it, or with a deeper student, it does not.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? (options.Full ? GlobalMinimumSizes.Full : GlobalMinimumSizes.Reduced);
        var session = new RunSession(this, options, size.ToString());
        using var team = new WorkerTeam(options.Threads);
        using var alone = new WorkerTeam(1);
        var curves = new Recording("global-minimum", "network", "trial", "epoch", "train", "test", "distance");
        var plan = Plan(size);
        var current = 0;
        if (session.Resumed is { } saved)
        {
            curves.Restore(saved);
            current = (int)saved.Get<long>("run")[0];
        }

        var scene = new GlobalMinimumScene(size, options.Seed, team, alone);
        var stepsPerEpoch = size.Training / size.Batch;
        var total = plan.Sum(p => (double)p.Epochs) * stepsPerEpoch;
        for (var resumed = session.Resumed; current < plan.Count; current++, resumed = null)
        {
            var (network, trial, epochs) = plan[current];
            var student = scene.Student(network, trial);
            double[] epochLoss = [0];
            if (resumed is not null)
            {
                student.Restore(resumed);
                resumed.Get("epoch loss", epochLoss.AsSpan());
            }
            else
            {
                curves.Add(network, trial, 0, double.NaN, student.TestLoss(), student.Distance());
            }

            var before = plan.Take(current).Sum(p => (double)p.Epochs) * stepsPerEpoch;
            while (student.Step < (long)epochs * stepsPerEpoch)
            {
                epochLoss[0] += student.Advance(size.StepSize);
                if (student.Step % stepsPerEpoch == 0)
                {
                    curves.Add(network, trial, student.Step / stepsPerEpoch, epochLoss[0] / stepsPerEpoch, student.TestLoss(), student.Distance());
                    epochLoss[0] = 0;
                }

                session.Tick(before + student.Step, total, "steps", checkpoint =>
                {
                    student.Save(checkpoint);
                    curves.Save(checkpoint);
                    checkpoint.Put<long>("run", [current]);
                    checkpoint.Put<double>("epoch loss", epochLoss);
                });
            }
        }

        session.Write("global-minimum.csv", curves.ToCsv());
        session.Write("global-minimum.svg", Draw(curves));
        return session.Finish(GlobalMinimumFindings.Of(curves, size));
    }

    private static List<(int Network, int Trial, int Epochs)> Plan(GlobalMinimumSizes size) =>
    [
        .. Enumerable.Range(0, size.Trials).Select(t => (0, t, size.Epochs)),
        .. Enumerable.Range(0, size.Trials).Select(t => (1, t, size.VanillaEpochs)),
        .. Enumerable.Range(0, size.BlockTrials).Select(t => (2, t, size.BlockEpochs)),
    ];

    private static string Draw(Recording curves)
    {
        List<Series> errors = [], distances = [];
        for (var network = 0; network < Networks.Length; network++)
        {
            var (epoch, test) = Mean(curves, network, "test");
            errors.Add(new($"{Networks[network]} test", epoch, test));
            errors.Add(new($"{Networks[network]} train", epoch, Mean(curves, network, "train").Values) { Dashed = true });
            if (network < 2)
                distances.Add(new(Networks[network], epoch, Mean(curves, network, "distance").Values));
        }

        return LinePlot.Figure(
            new LinePlot("(a) Test error, training error", "epoch", "squared loss, mean over trials", errors) { LogarithmicY = true },
            new LinePlot("(b) Distance to the teacher", "epoch", "Frobenius norm, mean over trials", distances));
    }

    private static (double[] Epochs, double[] Values) Mean(Recording curves, int network, string column)
    {
        var epochs = curves.Column("epoch", "network", network);
        var values = curves.Column(column, "network", network);
        var groups = epochs.Zip(values).GroupBy(p => p.First, p => p.Second).OrderBy(g => g.Key).ToList();
        return ([.. groups.Select(g => g.Key)], [.. groups.Select(g => g.Average())]);
    }
}
