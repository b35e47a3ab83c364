using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="SpuriousMinimum"/>.</summary>
/// <param name="Draws">Starts for each cell of the table.</param>
/// <param name="StepShare">eta in units of pi/(k + pi - 1).</param>
/// <param name="Most">Steps after which a descent counts as open.</param>
public sealed record SpuriousMinimumSizes(int Draws, double StepShare, int Most)
{
    /// <summary>The 5000 draws of Table 5.1.</summary>
    public static SpuriousMinimumSizes Full => new(5000, 0.9, 100_000);

    /// <summary>A fifth of them.</summary>
    public static SpuriousMinimumSizes Reduced => new(1000, 0.9, 100_000);

    /// <summary>Two hundred draws.</summary>
    public static SpuriousMinimumSizes Check => new(200, 0.9, 100_000);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static SpuriousMinimumSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Table 5.1 of Du (2019): how often gradient descent from a random start finds the global minimum, by k and (1^T a*)^2/|a*|^2, with p = 6. v is uniform on the sphere; a is uniform in a ball:
/// that of Theorem 5.4, of radius |1^T a*|/sqrt(k), and one of radius |1^T a*|. Of a* only the two numbers matter.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class SpuriousMinimum(SpuriousMinimumSizes? sizes = null) : IExperiment
{
    private const int FilterSize = 6;
    private const double Near = 0.05, Level = 0.999, Rounding = 0.005, MostOpen = 0.02;
    private static readonly int[] Ratios = [0, 1, 4, 9, 16, 25];
    private static readonly bool[] Kinds = [false, true];

    private static readonly (int K, double[] Global)[] Printed =
    [
        (25, [0.50, 0.55, 0.73, 1, 1, 1]),
        (36, [0.50, 0.53, 0.66, 0.89, 1, 1]),
        (49, [0.50, 0.53, 0.61, 0.78, 1, 1]),
        (64, [0.50, 0.51, 0.59, 0.71, 0.89, 1]),
        (81, [0.50, 0.53, 0.57, 0.66, 0.81, 0.97]),
        (100, [0.50, 0.50, 0.57, 0.63, 0.75, 0.90]),
    ];

    /// <inheritdoc/>
    public string Name => "spurious-minimum";

    /// <inheritdoc/>
    public string Source => "Du 2019, section 5.5.2, Table 5.1";

    /// <inheritdoc/>
    public string Summary => "How often gradient descent finds the global minimum of the convolutional network, and not the spurious one.";

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
        SpuriousMinimumSizes size = sizes ?? SpuriousMinimumSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "wide", "k", "ratio", "draws", "global", "open");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (bool IsWide, int K, int Ratio)[] cells = [.. from wide in Kinds from row in Printed from ratio in Ratios select (wide, row.K, ratio)];
        foreach ((bool isWide, int k, int ratio) in cells.Skip(table.Rows))
        {
            (int global, int open) = Count(isWide, k, ratio, size, new RandomStream(options.Seed, (ulong)((100 * k) + ratio)));
            table.Add(isWide ? 1 : 0, k, ratio, size.Draws, global, open);
            session.Tick(table.Rows, cells.Length, "cells", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the table decides.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] wide = table.Column("wide"), ks = table.Column("k"), ratios = table.Column("ratio"), draws = table.Column("draws");
        double[] global = table.Column("global"), open = table.Column("open");
        int[] own = [.. Enumerable.Range(0, table.Rows).Where(r => wide[r] == 0)];
        int[] certain = [.. own.Where(r => ratios[r] >= Threshold(ks[r]))], caught = [.. own.Where(r => 2 * ratios[r] <= Threshold(ks[r]))];
        return
        [
            Agreement("printed-probabilities", "Starts as in Theorem 5.4: each printed probability agrees", 0, 0),
            Agreement(
                "printed-probabilities-from-wider-starts",
                "Starts with a in the ball of radius |1ᵀa*|, √k times as wide as in Theorem 5.4: all printed probabilities but one agree",
                1,
                1),
            new(
                "no-spurious-minimum-above-the-threshold",
                "Where (1ᵀa*)²/|a*|² is at least (k+π-1)/π the second stationary point is no minimum, and every draw ends at the global one.",
                certain.Length > 0 && certain.All(r => global[r] == draws[r]),
                new Dictionary<string, double> { ["cells"] = certain.Length, ["draws elsewhere"] = certain.Sum(r => draws[r] - global[r]) }),
            new(
                "some-draws-are-caught",
                "Where it is at most half of that, at least one in ten draws ends at the spurious minimum, and at least one in ten at the global one.",
                caught.All(r => global[r] >= 0.1 * draws[r] && global[r] + open[r] <= 0.9 * draws[r]),
                new Dictionary<string, double> { ["cells"] = caught.Length, ["largest share of global"] = caught.Max(r => global[r] / draws[r]) }),
        ];

        ExperimentFinding Agreement(string name, string statement, int kind, int most)
        {
            int[] rows = [.. Enumerable.Range(0, table.Rows).Where(r => wide[r] == kind)];
            double[] gaps = [.. rows.Select(Gap)];
            return new(
                name,
                $"{statement} with the one found here; {Level:P1} Clopper–Pearson intervals, that of the printed one widened by its rounding.",
                rows.All(r => open[r] <= MostOpen * draws[r]) && gaps.Count(g => g > 0) <= most,
                new Dictionary<string, double>
                {
                    ["cells"] = rows.Length,
                    ["cells that disagree"] = gaps.Count(g => g > 0),
                    ["largest difference"] = rows.Max(r => Math.Abs((global[r] / draws[r]) - PrintedAt(r))),
                });
        }

        double PrintedAt(int r) => Printed.Single(p => p.K == (int)ks[r]).Global[Array.IndexOf(Ratios, (int)ratios[r])];

        // Negative where the intervals meet. A draw that is open may still end at either minimum.
        double Gap(int r)
        {
            (double low, double high) = (Interval(global[r], draws[r]).Low, Interval(global[r] + open[r], draws[r]).High);
            (double printedLow, double printedHigh) = Interval(Math.Round(PrintedAt(r) * 5000), 5000);
            return Math.Max(low - printedHigh, printedLow - high) - Rounding;
        }
    }

    private static double Threshold(double k) => (k + Math.PI - 1) / Math.PI;

    private static (double Low, double High) Interval(double successes, double draws) => BinomialInterval.Of(successes, draws, Level);

    // |a*| = 1: a* has the sum sqrt(ratio), the rest of its length in one direction across 1.
    private static (int Global, int Open) Count(bool isWide, int k, int ratio, SpuriousMinimumSizes size, RandomStream stream)
    {
        double total = Math.Sqrt(ratio), across = Math.Sqrt(Math.Max(1 - (total * total / k), 0)), radius = isWide ? total : total / Math.Sqrt(k);
        var descent = new FilterDescent(k, 1, total, size.StepShare * Math.PI / (k + Math.PI - 1));
        var v = new double[FilterSize];
        var a = new double[k];
        (int global, int open) = (0, 0);
        for (int draw = 0; draw < size.Draws; draw++)
        {
            stream.FillGaussian(v);
            stream.FillGaussian(a);
            double length = Math.Sqrt(a.Sum(x => x * x)), scale = radius * Math.Pow(stream.NextDouble(), 1.0 / k) / length;
            double sum = a.Sum() * scale, signal = (total / k * sum) + (across * (a[0] - a[1]) * scale / Math.Sqrt(2));
            descent.Start(Math.Acos(v[0] / Math.Sqrt(v.Sum(x => x * x))), signal, sum, length * length * scale * scale);
            int t = 0;
            while (t < size.Most && descent.Angle > Near && descent.Angle < Math.PI - Near)
            {
                descent.Step();
                t++;
            }

            global += descent.Angle <= Near ? 1 : 0;
            open += descent.Angle > Near && descent.Angle < Math.PI - Near ? 1 : 0;
        }

        return (global, open);
    }

    private static string Draw(Recording table)
    {
        double[] x = [.. Ratios.Select(r => (double)r)], wide = table.Column("wide"), ks = table.Column("k"), global = table.Column("global"), draws = table.Column("draws");
        return LinePlot.Figure(Panel("Starts of Theorem 5.4", 0), Panel("Starts √k times as wide", 1));

        LinePlot Panel(string title, int kind) => new(
            title,
            "(1ᵀa*)²/|a*|²",
            "how often the global minimum is found",
            [
                .. Printed.SelectMany((p, i) => new Series[]
                {
                    new($"k = {p.K}", x, [.. Enumerable.Range(0, table.Rows).Where(r => wide[r] == kind && ks[r] == p.K).Select(r => global[r] / draws[r])]) { Colour = i },
                    new($"k = {p.K}, printed", x, p.Global) { Colour = i, Dashed = true },
                }),
            ]);
    }
}
