using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="RandomStarts"/>.</summary>
/// <param name="Draws">Draws of an event whose draws are small; at least 20 of any.</param>
public sealed record RandomStartsSizes(int Draws)
{
    /// <summary>Two thousand draws.</summary>
    public static RandomStartsSizes Full => new(2000);

    /// <summary>A fifth of them.</summary>
    public static RandomStartsSizes Reduced => new(400);

    /// <summary>A hundred.</summary>
    public static RandomStartsSizes Check => new(100);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static RandomStartsSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// The probabilistic statements of chapters 2 to 4 of Du (2019): how often an event over the random start of a network occurs, with exact binomial intervals, beside a control in which it must occur
/// less often.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
/// <param name="names">The events to draw, or null for all.</param>
public sealed class RandomStarts(RandomStartsSizes? sizes = null, string[]? names = null) : IExperiment
{
    private const double Level = 0.999;
    private const int Fewest = 40;

    private static readonly bool[] Kinds = [false, true];
    private static readonly InitialEvent[] Known = [.. ShallowStarts.All(), .. DeepStarts.All()];

    /// <inheritdoc/>
    public string Name => "random-starts";

    /// <inheritdoc/>
    public string Source => "Du 2019, chapters 2 to 4, statements over the random start";

    /// <inheritdoc/>
    public string Summary => "How often the events over the random start occur that the lemmas on initialisation speak of.";

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
        RandomStartsSizes size = sizes ?? RandomStartsSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "event", "control", "draws", "occurred");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (int Event, bool IsControl)[] units = [.. from e in Enumerable.Range(0, Known.Length) where names is null || names.Contains(Known[e].Name) from control in Kinds select (e, control)];
        foreach ((int e, bool isControl) in units.Skip(table.Rows))
        {
            InitialEvent known = Known[e];
            var stream = new RandomStream(options.Seed, (ulong)e, isControl ? 1u : 0);
            int draws = Math.Max(Math.Min(size.Draws, Fewest), (int)(known.DrawsShare * size.Draws));
            table.Add(e, isControl ? 1 : 0, draws, Enumerable.Range(0, draws).Count(_ => isControl ? known.ControlOccurs(stream) : known.Occurs(stream)));
            session.Tick(table.Rows, units.Length, "events", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the table decides.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] events = table.Column("event"), control = table.Column("control"), draws = table.Column("draws"), occurred = table.Column("occurred");
        return [.. events.Distinct().Select(e =>
        {
            InitialEvent known = Known[(int)e];
            int own = Row(e, 0), other = Row(e, 1);
            (double low, double high) = BinomialInterval.Of(occurred[own], draws[own], Level);
            (double _, double otherHigh) = BinomialInterval.Of(occurred[other], draws[other], Level);
            return new ExperimentFinding(
                known.Name,
                FormattableString.Invariant($"{known.Statement}, with a probability of at least {known.Least:0.####}; but of less than {known.ControlLeast:0.####} in the control ({known.Control}); {Level:P1} Clopper–Pearson intervals."),
                // Both undecided where the interval holds the probability that is claimed.
                high < known.Least ? Outcome.Fails : low >= known.Least && otherHigh < known.ControlLeast ? Outcome.Holds : otherHigh >= known.ControlLeast && low >= known.Least ? Outcome.Fails : Outcome.Undecided,
                new Dictionary<string, double>
                {
                    ["draws"] = draws[own],
                    ["occurred"] = occurred[own],
                    ["lower end"] = low,
                    ["draws of the control"] = draws[other],
                    ["occurred in the control"] = occurred[other],
                    ["upper end in the control"] = otherHigh,
                });
        })];

        int Row(double e, int kind) => Enumerable.Range(0, table.Rows).Single(r => events[r] == e && control[r] == kind);
    }

    private static string Draw(Recording table)
    {
        double[] events = table.Column("event"), control = table.Column("control"), draws = table.Column("draws"), occurred = table.Column("occurred");
        double[] distinct = [.. events.Distinct()], places = [.. distinct.Select((_, i) => (double)i + 1)];
        return LinePlot.Figure(new LinePlot(
            "Events over the random start",
            "event, in the order of the statements",
            "how often it occurs",
            [
                Of("as stated", 0), Of("control", 1),
                new Series("claimed", places, [.. distinct.Select(e => Known[(int)e].Least)]) { Dashed = true },
            ]));

        Series Of(string label, int kind) => new(
            label, places, [.. distinct.Select(e => Enumerable.Range(0, table.Rows).Where(r => events[r] == e && control[r] == kind).Select(r => occurred[r] / draws[r]).Single())]);
    }
}
