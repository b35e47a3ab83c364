using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="Width"/>.</summary>
/// <param name="Inputs">n.</param>
/// <param name="Dimension">d.</param>
/// <param name="Widths">m, ascending.</param>
/// <param name="Runs">Data sets and starts.</param>
/// <param name="Epochs">Steps of gradient descent.</param>
/// <param name="StepSize">eta.</param>
public sealed record WidthSizes(int Inputs, int Dimension, int[] Widths, int Runs, int Epochs, double StepSize)
{
    /// <summary>Section 2.4 of Du (2019): n = d = 1000 and 100 epochs. Widths and step size are not printed.</summary>
    public static WidthSizes Full => new(1000, 1000, [500, 1000, 2000, 4000], 2, 100, 0.2);

    /// <summary>n = d = 100.</summary>
    public static WidthSizes Reduced => new(100, 100, [50, 200, 800, 3200], 5, 100, 0.2);

    /// <summary>n = d = 20.</summary>
    public static WidthSizes Check => new(20, 20, [25, 100, 400, 1600], 8, 100, 0.2);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static WidthSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"n {Inputs}, d {Dimension}, m {string.Join(' ', Widths)}, {Runs} runs, {Epochs} epochs, eta {StepSize}");
}

/// <summary>
/// Section 2.4 of Du (2019), Figure 2.1: gradient descent on the first layer of a ReLU network, with uniform unit inputs and Gaussian labels, by width: the loss, the share of patterns that have
/// changed, and the largest distance of a neuron from its start.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class Width(WidthSizes? sizes = null) : IExperiment
{
    /// <inheritdoc/>
    public string Name => "width";

    /// <inheritdoc/>
    public string Source => "Du 2019, section 2.4, Figure 2.1";

    /// <inheritdoc/>
    public string Summary => "The wider the network, the faster it learns, the fewer patterns change, the less neurons move.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WidthSizes size = sizes ?? WidthSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "m", "run", "epoch", "loss", "changed patterns", "distance");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (int M, int Run)[] units = [.. from m in size.Widths from run in Enumerable.Range(0, size.Runs) select (m, run)];
        int done = table.Rows / (size.Epochs + 1);
        foreach ((int m, int run) in units.Skip(done))
        {
            var data = new RandomStream(options.Seed, (ulong)run);
            var network = new WideReluNetwork(size.Inputs, size.Dimension, m, data, new RandomStream(options.Seed, (ulong)run, (uint)m), options.Threads);
            for (int epoch = 0; epoch <= size.Epochs; epoch++)
            {
                table.Add(m, run, epoch, network.Loss, network.ChangedPatterns, network.Distance);
                if (epoch < size.Epochs)
                {
                    network.Step(size.StepSize);
                }
            }

            session.Tick(++done, units.Length, "runs", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the curves decide.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] widths = [.. table.Column("m").Distinct().Order()];
        double[][] losses = Ends("loss"), patterns = Ends("changed patterns"), distances = Ends("distance");
        double[][] rates = [.. losses.Select((l, i) => l.Zip(Starts(widths[i]), (end, start) => Math.Log(end / start)).ToArray())];
        return
        [
            new(
                "wider-is-faster",
                "Over the same data, the logarithm of the share of the loss that is left is smaller for the widest network than for the narrowest (99 %, in pairs).",
                PairedDifference.Of(rates[^1], rates[0]).IsNegative,
                Medians("median share of the loss left", [.. rates.Select(r => r.Select(Math.Exp).ToArray())])),
            new(
                "wider-changes-fewer-patterns",
                "In every run the share of changed patterns falls from each width to the next, and none is zero.",
                Falls(patterns) && patterns.All(p => p.All(x => x > 0)),
                Medians("median share of changed patterns", patterns)),
            new(
                "wider-moves-less",
                "In every run the largest distance of a neuron from its start falls from each width to the next, and is never zero.",
                Falls(distances) && distances.All(p => p.All(x => x > 0)),
                Medians("median of the largest distance", distances)),
        ];

        double[][] Ends(string column)
        {
            double last = table.Column("epoch").Max();
            double[] m = table.Column("m"), epoch = table.Column("epoch"), values = table.Column(column);
            return [.. widths.Select(w => Enumerable.Range(0, table.Rows).Where(r => m[r] == w && epoch[r] == last).Select(r => values[r]).ToArray())];
        }

        double[] Starts(double width)
        {
            double[] m = table.Column("m"), epoch = table.Column("epoch"), values = table.Column("loss");
            return [.. Enumerable.Range(0, table.Rows).Where(r => m[r] == width && epoch[r] == 0).Select(r => values[r])];
        }

        static bool Falls(double[][] byWidth) => byWidth.Zip(byWidth.Skip(1)).All(p => p.First.Zip(p.Second).All(q => q.Second < q.First));

        Dictionary<string, double> Medians(string name, double[][] byWidth) =>
            widths.Zip(byWidth).ToDictionary(p => FormattableString.Invariant($"{name}, m = {p.First}"), p => p.Second.Order().ElementAt(p.Second.Length / 2));
    }

    private static string Draw(Recording table)
    {
        return LinePlot.Figure(Panel("Loss", "loss"), Panel("Changed patterns", "changed patterns"), Panel("Largest distance from the start", "distance"));

        LinePlot Panel(string title, string column)
        {
            double[] m = table.Column("m"), run = table.Column("run"), epoch = table.Column("epoch"), values = table.Column(column);
            return new LinePlot(title, "epoch", title.ToLowerInvariant(), [.. m.Distinct().Select(width =>
            {
                int[] rows = [.. Enumerable.Range(0, table.Rows).Where(r => m[r] == width && run[r] == 0)];
                return new Series(FormattableString.Invariant($"m = {width}"), [.. rows.Select(r => epoch[r])], [.. rows.Select(r => values[r])]);
            })])
            {
                LogarithmicY = column == "loss",
            };
        }
    }
}
