using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="DeepDescent"/>.</summary>
/// <param name="Width">m.</param>
/// <param name="Runs">Data sets and starts for each architecture.</param>
/// <param name="Steps">Steps of gradient descent.</param>
/// <param name="Every">Steps between two rows.</param>
/// <param name="StepShare">A factor to all step sizes; 1 for those of the claims.</param>
public sealed record DeepDescentSizes(int Width, int Runs, int Steps, int Every, double StepShare = 1)
{
    /// <summary>A hundred runs of width 60.</summary>
    public static DeepDescentSizes Full => new(60, 100, 120, 20);

    /// <summary>Twenty runs.</summary>
    public static DeepDescentSizes Reduced => new(60, 20, 120, 20);

    /// <summary>Four runs of width 30.</summary>
    public static DeepDescentSizes Check => new(30, 4, 60, 20);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static DeepDescentSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Theorems 3.1 to 3.3 of Du (2019): gradient descent in all layers of the three architectures with softplus, H = 3 and unit inputs, against the rate 1 - ηλ/2 with λ the least eigenvalue of K⁽ᴴ⁾
/// (corrected) for the data of the run. Controls: no step at all, a step up the gradient, and two equal inputs with labels 1 and -1, of which no network can lose more than the mean.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class DeepDescent(DeepDescentSizes? sizes = null) : IExperiment
{
    private const double Level = 0.999, Probability = 0.9, MostGradientError = 1e-6;
    private const double HopelessLoss = 1e6;
    private const int MostControls = 20;
    private const int Trained = 0, Still = 1, Ascent = 2, EqualInputs = 3;

    private static readonly int[] Variants = [Trained, Still, Ascent, EqualInputs];

    private static readonly (string Name, string Theorem, DeepShape Shape, int Inputs, int Dimension, double StepSize)[] Cases =
    [
        ("fully-connected", "Theorem 3.1", new(Architecture.FullyConnected, SmoothActivation.Softplus, 3, 1, 1), 4, 6, 0.05),
        ("residual", "Theorem 3.2", new(Architecture.Residual, SmoothActivation.Softplus, 3, 0.5, 1), 4, 6, 0.05),
        ("convolutional", "Theorem 3.3", new(Architecture.Convolutional, SmoothActivation.Softplus, 3, 0.5, 4), 3, 2, 0.02),
    ];

    /// <inheritdoc/>
    public string Name => "deep-descent";

    /// <inheritdoc/>
    public string Source => "Du 2019, Theorems 3.1 to 3.3";

    /// <inheritdoc/>
    public string Summary => "Gradient descent in all layers of deep networks converges at the rate of the last Gram matrix.";

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
        DeepDescentSizes size = sizes ?? DeepDescentSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "architecture", "variant", "run", "epoch", "eigenvalue", "step size", "loss", "worst share of the bound", "gradient error");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (int Case, int Variant, int Run)[] units =
            [.. from c in Enumerable.Range(0, Cases.Length) from variant in Variants from run in Enumerable.Range(0, variant == Trained ? size.Runs : Math.Min(size.Runs, MostControls)) select (c, variant, run)];
        int rows = (size.Steps / size.Every) + 1, done = table.Rows / rows;
        foreach ((int c, int variant, int run) in units.Skip(done))
        {
            Descend(table, size, c, variant, run, options.Seed);
            session.Tick(++done, units.Length, "runs", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(Findings(table));
    }

    /// <summary>What the table decides.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] architecture = table.Column("architecture"), variant = table.Column("variant"), runs = table.Column("run"), epoch = table.Column("epoch"), loss = table.Column("loss");
        double[] eigenvalue = table.Column("eigenvalue"), eta = table.Column("step size"), worst = table.Column("worst share of the bound"), error = table.Column("gradient error");
        double last = epoch.Max();
        return [.. Cases.Select((own, c) =>
        {
            int all = RunsOf(c, Trained).Count(), kept = RunsOf(c, Trained).Count(Keeps);
            double low = BinomialInterval.Of(kept, all, Level).Low;
            int stillKept = RunsOf(c, Still).Count(Keeps), ascentKept = RunsOf(c, Ascent).Count(Keeps);
            bool hasGradient = Enumerable.Range(0, table.Rows).Where(r => architecture[r] == c).All(r => error[r] <= MostGradientError);
            bool isStuck = RunsOf(c, EqualInputs).All(run => run.All(r => loss[r] >= 1));
            return new ExperimentFinding(
                own.Name + "-linear-rate",
                $"{own.Theorem}: with a probability of at least {Probability} ({Level:P1} Clopper–Pearson), L(θ(k)) ≤ (1 - ηλ/2)^k L(θ(0)) at every step k, λ > 0 the least eigenvalue of K^(H). Without steps and up the gradient "
                    + $"no run keeps the bound, with equal inputs labelled 1 and -1 no loss falls below 1, and all gradients agree with differences to {MostGradientError} of their length.",
                low >= Probability && stillKept == 0 && ascentKept == 0 && isStuck && hasGradient,
                new Dictionary<string, double>
                {
                    ["runs"] = all,
                    ["runs that keep the bound"] = kept,
                    ["lower end for the probability"] = low,
                    ["median share of the loss left"] = Median(RunsOf(c, Trained).Select(run => loss[run[^1]] / loss[run[0]])),
                    ["median share that the bound allows"] = Median(RunsOf(c, Trained).Select(run => Bound(run[^1]))),
                    ["runs without steps that keep it"] = stillKept,
                    ["runs up the gradient that keep it"] = ascentKept,
                    ["largest error of a gradient"] = Enumerable.Range(0, table.Rows).Where(r => architecture[r] == c).Max(r => error[r]),
                });
        })];

        IEnumerable<int[]> RunsOf(int c, int kind) =>
            Enumerable.Range(0, table.Rows).Where(r => architecture[r] == c && variant[r] == kind).GroupBy(r => runs[r]).Select(g => g.ToArray());

        double Bound(int r) => Math.Pow(1 - (eta[r] * eigenvalue[r] / 2), epoch[r]);

        // The column has the worst of all steps so far; the losses that are listed are held against the bound once more.
        bool Keeps(int[] run) => epoch[run[^1]] == last && eigenvalue[run[0]] > 0 && worst[run[^1]] <= 1 && run.All(r => loss[r] <= Bound(r) * loss[run[0]]);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }

    private static void Descend(Recording table, DeepDescentSizes size, int c, int variant, int run, ulong seed)
    {
        (_, _, DeepShape shape, int n, int d, double stepSize) = Cases[c];
        var stream = new RandomStream(seed, (ulong)c, (uint)run);
        DenseMatrix inputs = Inputs(stream, n, d, shape.Pixels, isEqual: variant == EqualInputs);
        double[] labels = [.. Enumerable.Range(0, n).Select(_ => (2 * stream.NextDouble()) - 1)];
        if (variant == EqualInputs)
        {
            (labels[0], labels[1]) = (1, -1);
        }

        double eigenvalue = LeastEigenvalue(WideLimit.Of(shape, Gram(inputs)).Last), eta = stepSize * size.StepShare;
        var network = new DeepTrainee(shape, inputs, labels, size.Width, stream);
        double error = network.GradientError(stream), start = network.Loss, worst = 0;
        for (int k = 0; k <= size.Steps; k++)
        {
            worst = Math.Max(worst, network.Loss / start / Math.Pow(1 - (eta * eigenvalue / 2), k));
            if (k % size.Every == 0)
            {
                table.Add(c, variant, run, k, eigenvalue, eta, network.Loss, worst, error);
            }

            // Up the gradient the loss would overflow; it is beyond the bound for good.
            if (variant != Still && network.Loss <= HopelessLoss * start)
            {
                network.Step(variant == Ascent ? -eta : eta);
            }
        }
    }

    // Pixels in columns, input by input, each input with |x|_F = 1.
    private static DenseMatrix Inputs(RandomStream stream, int n, int d, int pixels, bool isEqual)
    {
        var values = new double[d * n * pixels];
        var input = new double[d * pixels];
        for (int i = 0; i < n; i++)
        {
            if (!(isEqual && i == 1))
            {
                stream.FillGaussian(input);
                double length = Math.Sqrt(input.Sum(x => x * x));
                for (int entry = 0; entry < input.Length; entry++)
                {
                    input[entry] /= length;
                }
            }

            for (int entry = 0; entry < input.Length; entry++)
            {
                values[(entry / pixels * n * pixels) + (i * pixels) + (entry % pixels)] = input[entry];
            }
        }

        return DenseMatrix.FromRows(d, n * pixels, values);
    }

    private static double[,] Gram(DenseMatrix inputs)
    {
        DenseMatrix product = inputs.Transpose().Multiply(inputs);
        var gram = new double[inputs.Columns, inputs.Columns];
        for (int a = 0; a < inputs.Columns; a++)
        {
            for (int b = 0; b < inputs.Columns; b++)
            {
                gram[a, b] = product[a, b];
            }
        }

        return gram;
    }

    private static double LeastEigenvalue(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[] values = [.. from a in Enumerable.Range(0, size) from b in Enumerable.Range(0, size) select (matrix[a, b] + matrix[b, a]) / 2];
        return SymmetricEigenvalues.Decompose(values, size).Values.Min();
    }

    private static string Draw(Recording table)
    {
        double[] architecture = table.Column("architecture"), variant = table.Column("variant"), run = table.Column("run"), epoch = table.Column("epoch"), loss = table.Column("loss");
        double[] bound = [.. table.Column("eigenvalue").Zip(table.Column("step size"), (l, eta) => 1 - (eta * l / 2)).Zip(epoch, Math.Pow)];
        return LinePlot.Figure([.. Cases.Select((own, c) => new LinePlot(
            own.Theorem,
            "step",
            "share of the loss",
            [.. new[] { ("descent", Trained), ("no steps", Still), ("equal inputs", EqualInputs) }.Select(v => Line(v.Item1, c, v.Item2, false)), Line("bound", c, Trained, true)])
        {
            LogarithmicY = true,
        })]);

        Series Line(string label, int c, int kind, bool isBound)
        {
            int[] rows = [.. Enumerable.Range(0, table.Rows).Where(r => architecture[r] == c && variant[r] == kind && run[r] == 0)];
            return new Series(label, [.. rows.Select(r => epoch[r])], [.. rows.Select(r => isBound ? bound[r] : loss[r] / loss[rows[0]])]) { Dashed = isBound };
        }
    }
}
