using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="WideGram"/>.</summary>
/// <param name="Width">m.</param>
/// <param name="Runs">Networks of each kind, at least 2.</param>
public sealed record WideGramSizes(int Width, int Runs)
{
    /// <summary>Width 100,000, sixty networks of each kind: twenty, as chosen first, told the printed recursion of the error function from the corrected one by 4.8 standard errors only.</summary>
    public static WideGramSizes Full => new(100_000, 60);

    /// <summary>A tenth of the width.</summary>
    public static WideGramSizes Reduced => new(10_000, 20);

    /// <summary>Width 2000.</summary>
    public static WideGramSizes Check => new(2000, 20);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static WideGramSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Definitions 3.1 to 3.3 of Du (2019): Gram matrices of wide random networks, drawn row by row, against the recursions for infinite width. Means over independent networks have to lie within five
/// standard errors of the corrected recursion, and the printed one has to be missed.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class WideGram(WideGramSizes? sizes = null) : IExperiment
{
    private const double Most = 5;
    private const int OfFeatures = 0, OfLast = 1;

    /// <inheritdoc/>
    public string Name => "wide-gram";

    /// <inheritdoc/>
    public string Source => "Du 2019, Definitions 3.1 to 3.3";

    /// <inheritdoc/>
    public string Summary => "Gram matrices of wide random networks against the recursions for infinite width.";

    /// <summary>The networks, with the Gram matrices of two inputs each. Inputs are of length 1, except those of the last residual network.</summary>
    internal static IReadOnlyList<(DeepShape Shape, double[,] Inputs)> Networks { get; } =
    [
        (new(Architecture.FullyConnected, SmoothActivation.Sine, 3, 1, 1), Pair(1, 1, 0.5)),
        (new(Architecture.FullyConnected, SmoothActivation.Cosine, 2, 1, 1), Pair(1, 1, 0)),
        (new(Architecture.FullyConnected, SmoothActivation.ErrorFunction, 3, 1, 1), Pair(1, 1, 0.5)),
        (new(Architecture.FullyConnected, SmoothActivation.Softplus, 3, 1, 1), Pair(1, 1, 0)),
        (new(Architecture.Residual, SmoothActivation.Cosine, 3, 0.9, 1), Pair(1, 1, 0.5)),
        (new(Architecture.Residual, SmoothActivation.Softplus, 4, 0.9, 1), Pair(1, 4.25, 0.5)),
        (new(Architecture.Convolutional, SmoothActivation.Cosine, 3, 0.8, 3), Outer([0.6, 0, 0.8, 0, 1, 0])),
        (new(Architecture.Convolutional, SmoothActivation.Softplus, 3, 0.8, 3), Outer([0.6, 0, 0.8, 0, 1, 0])),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Findings(run.Table);
    }

    /// <inheritdoc/>
    public string Draw(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Draw(run.Table);
    }

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WideGramSizes size = sizes ?? WideGramSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "network", "run", "width", "kind", "row", "column", "value");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        int done = table.Rows == 0 ? 0 : (int)((table.Column("network")[^1] * size.Runs) + table.Column("run")[^1] + 1);
        (int Network, int Run)[] units = [.. from network in Enumerable.Range(0, Networks.Count) from run in Enumerable.Range(0, size.Runs) select (network, run)];
        foreach ((int network, int run) in units.Skip(done))
        {
            var drawn = new RowSampledNetwork(Networks[network].Shape, Networks[network].Inputs, size.Width, new RandomStream(options.Seed, (ulong)network, (uint)run));
            Add(OfFeatures, drawn.Layers[^1]);
            Add(OfLast, drawn.Last);
            session.Tick(++done, units.Length, "networks", table.Save);

            void Add(int kind, double[,] gram)
            {
                for (int row = 0; row < gram.GetLength(0); row++)
                {
                    for (int column = 0; column <= row; column++)
                    {
                        table.Add(network, run, size.Width, kind, row, column, gram[row, column]);
                    }
                }
            }
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the table decides.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        IReadOnlyList<Entry> entries = Entries(table);
        return
        [
            Agreement("fully-connected", "Definition 3.1, corrected", Architecture.FullyConnected),
            Agreement("residual", "Definition 3.2, corrected", Architecture.Residual),
            Agreement("convolutional", "Definition 3.3, corrected", Architecture.Convolutional),
            Difference("fully-connected", "Definition 3.1", Architecture.FullyConnected),
            Difference("residual", "Definition 3.2", Architecture.Residual),
            Difference("convolutional", "Definition 3.3", Architecture.Convolutional),
        ];

        ExperimentFinding Agreement(string name, string definition, Architecture architecture)
        {
            Entry[] own = [.. entries.Where(e => Networks[e.Network].Shape.Architecture == architecture)];
            double worst = own.Max(e => Math.Abs(e.Mean - e.Limit) / e.Error);
            return new(
                name + "-gram-matrices",
                $"{definition}: all means of entries of the Gram matrices of layers H - 1 and H lie within {Most} standard errors of the recursion, and every standard error is below a hundredth of the largest entry.",
                own.Length > 0 && own.All(e => Math.Abs(e.Mean - e.Limit) <= Most * e.Error && e.Error <= 0.01 * own.Where(o => o.Network == e.Network && o.Kind == e.Kind).Max(o => Math.Abs(o.Limit))),
                new Dictionary<string, double> { ["entries"] = own.Length, ["largest difference in standard errors"] = worst, ["width"] = table.Column("width").Max() });
        }

        // Every network of the kind has an entry of G⁽ᴴ⁾ that the printed recursion misses.
        ExperimentFinding Difference(string name, string definition, Architecture architecture)
        {
            IGrouping<int, Entry>[] networks = [.. entries.Where(e => e.Kind == OfLast && Networks[e.Network].Shape.Architecture == architecture).GroupBy(e => e.Network)];
            double[] worst = [.. networks.Select(n => n.Max(e => Math.Abs(e.Mean - e.Printed) / e.Error))];
            return new(
                name + "-printed-recursion",
                $"{definition} as printed: in every network it misses an entry of the last Gram matrix by more than {Most} standard errors.",
                worst.Length > 0 && networks.All(n => n.Any(e => e.Error > 0)) && worst.All(w => w > Most),
                new Dictionary<string, double> { ["networks"] = worst.Length, ["least of the largest differences in standard errors"] = worst.DefaultIfEmpty(0).Min() });
        }
    }

    private static IReadOnlyList<Entry> Entries(Recording table)
    {
        double[] network = table.Column("network"), kind = table.Column("kind"), row = table.Column("row"), column = table.Column("column"), value = table.Column("value");
        (WideLimit Limit, double[,] Printed)[] limits = [.. Networks.Select(n => (WideLimit.Of(n.Shape, n.Inputs), WideLimit.PrintedLast(n.Shape, n.Inputs)))];
        return
        [
            .. Enumerable.Range(0, table.Rows)
                .GroupBy(r => (Network: (int)network[r], Kind: (int)kind[r], Row: (int)row[r], Column: (int)column[r]))
                .Select(group =>
                {
                    double[] values = [.. group.Select(r => value[r])];
                    double mean = values.Average(), variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
                    (int n, int k, int i, int j) = group.Key;
                    double[,] limit = k == OfLast ? limits[n].Limit.Last : limits[n].Limit.Features;
                    return new Entry(n, k, mean, Math.Sqrt(variance / values.Length), limit[i, j], k == OfLast ? limits[n].Printed[i, j] : double.NaN);
                }),
        ];
    }

    private static double[,] Pair(double first, double second, double inner) => new[,] { { first, inner }, { inner, second } };

    // One channel: pixels of all inputs in a row.
    private static double[,] Outer(double[] pixels)
    {
        var gram = new double[pixels.Length, pixels.Length];
        for (int a = 0; a < pixels.Length; a++)
        {
            for (int b = 0; b < pixels.Length; b++)
            {
                gram[a, b] = pixels[a] * pixels[b];
            }
        }

        return gram;
    }

    private static string Draw(Recording table)
    {
        IReadOnlyList<Entry> entries = Entries(table);
        return LinePlot.Figure(new LinePlot(
            "Wide networks against the recursions",
            "entry",
            "difference in standard errors",
            [.. entries.GroupBy(e => e.Network).Select(group =>
            {
                Entry[] own = [.. group];
                DeepShape shape = Networks[group.Key].Shape;
                return new Series(
                    $"{shape.Architecture switch { Architecture.FullyConnected => "fully connected", Architecture.Residual => "residual", _ => "convolutional" }}, {shape.Activation.Name}",
                    [.. own.Select((_, i) => (double)i)],
                    [.. own.Select(e => (e.Mean - e.Limit) / e.Error)]);
            })])
        {
            ZeroLine = true,
        });
    }

    private sealed record Entry(int Network, int Kind, double Mean, double Error, double Limit, double Printed);
}
