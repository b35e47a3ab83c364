using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="Balance"/>.</summary>
/// <param name="Runs">Starts of each kind.</param>
/// <param name="Steps">Steps of the factorisations with constant steps; a tenth of them with decaying ones.</param>
/// <param name="StepShare">A factor to all step sizes; 1 for those of the claims.</param>
public sealed record BalanceSizes(int Runs, int Steps, double StepShare = 1)
{
    /// <summary>Twenty starts, 4000 steps.</summary>
    public static BalanceSizes Full => new(20, 4000);

    /// <summary>Five starts.</summary>
    public static BalanceSizes Reduced => new(5, 4000);

    /// <summary>Two starts.</summary>
    public static BalanceSizes Check => new(2, 4000);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static BalanceSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Chapter 4 of Du (2019) along runs of f(U, V) = |UVᵀ - M*|²/2 with |M*|_F = 1: Figure 4.1, descent with a constant step from N(0, 0.01²) with and without the term |UᵀU - VᵀV|²/8; and Lemma 4.1,
/// decaying steps √(ε/r)/(100(t+1)) from the boundary of its hypotheses.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class Balance(BalanceSizes? sizes = null) : IExperiment
{
    private const int Rows = 10, Columns = 8, Rank = 2;
    private const double ConstantStep = 0.05, Converged = 1e-6, MostChangeOfRatio = 0.01, Epsilon = 0.5;
    private const int Plain = 0, Regularised = 1, Decaying = 2;

    private static readonly int[] Variants = [Plain, Regularised, Decaying];

    /// <inheritdoc/>
    public string Name => "balance";

    /// <inheritdoc/>
    public string Source => "Du 2019, Figure 4.1 and Lemma 4.1";

    /// <inheritdoc/>
    public string Summary => "Gradient descent keeps the factors of a matrix balanced, with or without a term that asks for it.";

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
        BalanceSizes size = sizes ?? BalanceSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "variant", "run", "epoch", "loss", "norm of U", "norm of V", "imbalance", "worst imbalance", "largest growth");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (int Variant, int Run)[] units = [.. from variant in Variants from run in Enumerable.Range(0, size.Runs) select (variant, run)];
        int done = table.Rows == 0 ? 0 : (int)((table.Column("variant")[^1] * size.Runs) + table.Column("run")[^1] + 1);
        foreach ((int variant, int run) in units.Skip(done))
        {
            Descend(table, size, variant, run, new RandomStream(options.Seed, (ulong)run));
            session.Tick(++done, units.Length, "runs", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the table decides.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] variant = table.Column("variant"), runs = table.Column("run"), epoch = table.Column("epoch"), loss = table.Column("loss");
        double[] u = table.Column("norm of U"), v = table.Column("norm of V"), worst = table.Column("worst imbalance"), growth = table.Column("largest growth");
        int[][] plain = Of(Plain), regularised = Of(Regularised), decaying = Of(Decaying);
        double[] changes = [.. plain.Select(run => Late(run).Max(r => u[r] / v[r]) / Late(run).Min(r => u[r] / v[r]))];
        return
        [
            new(
                "converges-without-regularisation",
                $"With and without the term all losses fall to {Converged} of their start or less.",
                plain.Length > 0 && plain.Concat(regularised).All(run => loss[run[^1]] <= Converged * loss[run[0]]),
                new Dictionary<string, double> { ["runs"] = plain.Length, ["largest share left without"] = Share(plain), ["largest share left with"] = Share(regularised) }),
            new(
                "ratio-of-norms-stays",
                $"Without the term |U|_F/|V|_F changes by at most {MostChangeOfRatio:P0} in the second half of the run, and is between ½ and 2 at its end, where the norms have grown tenfold.",
                plain.Length > 0 && changes.All(c => c <= 1 + MostChangeOfRatio)
                    && plain.All(run => u[run[^1]] / v[run[^1]] is >= 0.5 and <= 2 && u[run[^1]] >= 10 * u[run[0]] && v[run[^1]] >= 10 * v[run[0]]),
                new Dictionary<string, double> { ["largest change of the ratio"] = changes.DefaultIfEmpty(double.NaN).Max() }),
            new(
                "invariants-with-decaying-steps",
                "With decaying steps |UᵀU - VᵀV|_F ≤ ε, |U|², |V|² ≤ 5√r|M*| and f does not grow, f ≤ 2|M*|², at every step; f has fallen at the end.",
                decaying.Length > 0 && decaying.All(run => worst[run[^1]] <= Epsilon && growth[run[^1]] <= 0 && loss[run[^1]] < loss[run[0]] && loss[run[0]] <= 2
                    && run.All(r => u[r] * u[r] <= 5 * Math.Sqrt(Rank) && v[r] * v[r] <= 5 * Math.Sqrt(Rank))),
                new Dictionary<string, double> { ["runs"] = decaying.Length, ["largest imbalance over ε"] = decaying.Select(run => worst[run[^1]] / Epsilon).DefaultIfEmpty(double.NaN).Max() }),
        ];

        int[][] Of(int kind) => [.. Enumerable.Range(0, table.Rows).Where(r => variant[r] == kind).GroupBy(r => runs[r]).Select(g => g.ToArray())];

        IEnumerable<int> Late(int[] run) => run.Where(r => epoch[r] >= epoch[run[^1]] / 2);

        double Share(int[][] all) => all.Select(run => loss[run[^1]] / loss[run[0]]).DefaultIfEmpty(double.NaN).Max();
    }

    // M* = P diag(σ) Qᵀ of rank 2 and Frobenius norm 1, from Gaussian factors.
    private static void Descend(Recording table, BalanceSizes size, int variant, int run, RandomStream stream)
    {
        DenseMatrix target = Gaussian(Rows, Rank, 1, stream).Multiply(Gaussian(Columns, Rank, 1, stream).Transpose());
        target = target.Scale(1 / target.FrobeniusNorm());
        DenseMatrix u = Gaussian(Rows, Rank, 0.01, stream), v = Gaussian(Columns, Rank, 0.01, stream);
        if (variant == Decaying)
        {
            (u, v) = (u.Scale(Math.Sqrt(Epsilon) / u.FrobeniusNorm()), v.Scale(Math.Sqrt(Epsilon) / v.FrobeniusNorm()));
            double ratio = Math.Min(1, Math.Sqrt(Epsilon / 2 / Difference(u, v).FrobeniusNorm()));
            (u, v) = (u.Scale(ratio), v.Scale(ratio));
        }

        int steps = variant == Decaying ? size.Steps / 10 : size.Steps, every = Math.Max(1, steps / 20);
        double worst = 0, growth = double.NegativeInfinity, before = double.PositiveInfinity;
        for (int t = 0; t <= steps; t++)
        {
            DenseMatrix rest = u.Multiply(v.Transpose()).Subtract(target), difference = Difference(u, v);
            double loss = rest.InnerProduct(rest) / 2;
            (worst, growth, before) = (Math.Max(worst, difference.FrobeniusNorm()), Math.Max(growth, loss - before), loss);
            if (t % every == 0)
            {
                table.Add(variant, run, t, loss, u.FrobeniusNorm(), v.FrobeniusNorm(), difference.FrobeniusNorm(), worst, growth);
            }

            double eta = size.StepShare * (variant == Decaying ? Math.Sqrt(Epsilon / Rank) / (100.0 * (t + 1)) : ConstantStep);
            DenseMatrix du = rest.Multiply(v), dv = rest.Transpose().Multiply(u);
            if (variant == Regularised)
            {
                (du, dv) = (du.Add(u.Multiply(difference).Scale(0.5)), dv.Subtract(v.Multiply(difference).Scale(0.5)));
            }

            (u, v) = (u.Subtract(du.Scale(eta)), v.Subtract(dv.Scale(eta)));
        }
    }

    private static DenseMatrix Difference(DenseMatrix u, DenseMatrix v) => u.Transpose().Multiply(u).Subtract(v.Transpose().Multiply(v));

    private static DenseMatrix Gaussian(int rows, int columns, double deviation, RandomStream stream)
    {
        var values = new double[rows * columns];
        stream.FillGaussian(values);
        return DenseMatrix.FromRows(rows, columns, values).Scale(deviation);
    }

    private static string Draw(Recording table)
    {
        double[] variant = table.Column("variant"), run = table.Column("run"), epoch = table.Column("epoch");
        return LinePlot.Figure(
            new LinePlot("Loss", "step", "loss", [Line("plain", Plain, "loss"), Line("regularised", Regularised, "loss")]) { LogarithmicY = true },
            new LinePlot("Norms", "step", "norm", [Line("|U|", Plain, "norm of U"), Line("|V|", Plain, "norm of V"), Line("|U|, regularised", Regularised, "norm of U"), Line("|V|, regularised", Regularised, "norm of V")]));

        Series Line(string label, int kind, string column)
        {
            double[] values = table.Column(column);
            int[] rows = [.. Enumerable.Range(0, table.Rows).Where(r => variant[r] == kind && run[r] == 0)];
            return new Series(label, [.. rows.Select(r => epoch[r])], [.. rows.Select(r => values[r])]);
        }
    }
}
