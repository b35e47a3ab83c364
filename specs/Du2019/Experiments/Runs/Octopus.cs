using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="Octopus"/>.</summary>
/// <param name="Curvatures">L, in units of gamma.</param>
/// <param name="LargestDimension">d runs from 1 to it.</param>
/// <param name="Runs">Starts for each L and d.</param>
/// <param name="StepShare">eta L; 1/4 in section 7.5.</param>
/// <param name="Most">Steps after which a run is given up.</param>
public sealed record OctopusSizes(double[] Curvatures, int LargestDimension, int Runs, double StepShare, long Most)
{
    /// <summary>Section 7.5 of Du (2019): up to the ten dimensions of Figure 7.4.</summary>
    public static OctopusSizes Full => new([1, 1.5, 2, 3], 10, 3, 0.25, 2_000_000_000);

    /// <summary>Eight dimensions.</summary>
    public static OctopusSizes Reduced => new([1, 1.5, 2, 3], 8, 5, 0.25, 100_000_000);

    /// <summary>Seven dimensions.</summary>
    public static OctopusSizes Check => new([1.5, 2], 7, 5, 0.25, 10_000_000);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static OctopusSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"L {string.Join(' ', Curvatures)}, d 1 to {LargestDimension}, {Runs} runs, eta {StepShare}/L, {Most} steps");
}

/// <summary>
/// Section 7.5 of Du (2019), Figures 7.3 and 7.4: gradient descent and perturbed gradient descent (Algorithm 2) on the octopus function, from uniform starts in [-1, 1]^d until all
/// coordinates have passed their saddles. t_thres = 1, g_thres = gamma e/100, r = e/100.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class Octopus(OctopusSizes? sizes = null) : IExperiment
{
    private const double GradientThreshold = OctopusWalk.Gamma * Math.E / 100, Radius = Math.E / 100;
    private const int TimeThreshold = 1;

    /// <inheritdoc/>
    public string Name => "octopus";

    /// <inheritdoc/>
    public string Source => "Du 2019, section 7.5, Figures 7.3 and 7.4";

    /// <inheritdoc/>
    public string Summary => "Gradient descent takes exponential time to pass d saddles, perturbed gradient descent does not.";

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return OctopusFindings.Of(run.Table);
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
        OctopusSizes size = sizes ?? OctopusSizes.At(options.Scale);
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "L", "d", "run", "steps", "escaped", "perturbed steps", "perturbed escaped", "left");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (double L, int D, int Run)[] units =
            [.. from l in size.Curvatures from d in Enumerable.Range(1, size.LargestDimension) from run in Enumerable.Range(0, size.Runs) select (l, d, run)];
        foreach ((double l, int d, int run) in units.Skip(table.Rows))
        {
            // The starts of a run agree in their first coordinates, whatever L and d.
            var start = new double[d];
            new RandomStream(options.Seed, (ulong)run).FillUniform(start);
            for (int i = 0; i < d; i++)
            {
                start[i] = (2 * start[i]) - 1;
            }

            var noise = new RandomStream(options.Seed, (ulong)run, (uint)d);
            (long steps, OctopusWalk walk) = Descend(l, size, start, null);
            (long perturbed, OctopusWalk other) = Descend(l, size, start, noise);
            table.Add(l, d, run, steps, walk.Escaped, perturbed, other.Escaped, walk.HasLeft || other.HasLeft ? 1 : 0);
            session.Tick(table.Rows, units.Length, "runs", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table));
        return session.Finish(OctopusFindings.Of(table));
    }

    private static (long Steps, OctopusWalk Walk) Descend(double l, OctopusSizes size, double[] start, RandomStream? noise)
    {
        var walk = new OctopusWalk(l, size.StepShare / l, start);
        var vector = new double[start.Length];
        long lastNoise = -TimeThreshold - 1, t = 0;
        for (; t < size.Most && walk.Escaped < start.Length; t++)
        {
            if (noise is not null && t - lastNoise > TimeThreshold && walk.GradientNorm() <= GradientThreshold)
            {
                FillBall(noise, vector);
                walk.Perturb(vector);
                lastNoise = t;
            }

            walk.Step();
        }

        return (t, walk);
    }

    private static void FillBall(RandomStream noise, double[] vector)
    {
        noise.FillGaussian(vector);
        double scale = Radius * Math.Pow(noise.NextDouble(), 1.0 / vector.Length) / Math.Sqrt(vector.Sum(x => x * x));
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= scale;
        }
    }

    private static string Draw(Recording table)
    {
        double[] dimensions = [.. table.Column("d").Distinct().Order()];
        return LinePlot.Figure(Panel("Gradient descent", "steps"), Panel("Perturbed gradient descent", "perturbed steps"));

        LinePlot Panel(string title, string column) => new(
            title,
            "d",
            "steps past all saddles, mean",
            [.. table.Column("L").Distinct().Select(l => new Series(
                FormattableString.Invariant($"L = {l}"), dimensions, [.. dimensions.Select(d => OctopusFindings.Mean(table, column, l, d))]))])
        {
            LogarithmicY = true,
        };
    }
}
