using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="FilterAngles"/>.</summary>
/// <param name="Samples">Inputs in the population: that many angles.</param>
/// <param name="Steps">Steps of gradient descent.</param>
/// <param name="StepSize">eta.</param>
public sealed record FilterAnglesSizes(int Samples, int Steps, double StepSize)
{
    /// <summary>A population of 20,000 inputs; section 6.4 prints no sizes.</summary>
    public static FilterAnglesSizes Default => new(20_000, 200, 0.5);
}

/// <summary>
/// Figure 6.3 (a) and (b) of Du (2019), with unit patches in the plane: gradient descent on one neuron under inputs whose angle to w* is half the time a Gaussian of deviation sigma around 0
/// and half the time around pi, each cut at a right angle; and on a convolution of two patches at Gaussian angles from a common direction.
/// </summary>
/// <param name="sizes">Sizes to use, or null for the default ones.</param>
public sealed class FilterAngles(FilterAnglesSizes? sizes = null) : IExperiment
{
    private static readonly double[] Smoothness = [0.3, 0.6, 1, 2, 10], Spread = [0.1, 0.3, 0.6, 1];

    /// <inheritdoc/>
    public string Name => "filter-angles";

    /// <inheritdoc/>
    public string Source => "Du 2019, section 6.4, Figure 6.3 (a) and (b)";

    /// <inheritdoc/>
    public string Summary => "Smoother inputs and closer patches make gradient descent on a filter faster.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FilterAnglesSizes size = sizes ?? FilterAnglesSizes.Default;
        var session = new RunSession(this, options, size.ToString());
        var table = new Recording(Name, "patches", "sigma", "iteration", "distance");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        (int Patches, double Sigma)[] units = [.. Smoothness.Select(s => (1, s)), .. Spread.Select(s => (2, s))];
        int done = table.Rows / (size.Steps + 1);
        foreach ((int patches, double sigma) in units.Skip(done))
        {
            // The same draws whatever sigma: curves differ by sigma alone.
            var stream = new RandomStream(options.Seed, (ulong)patches);
            Descend(table, patches, sigma, size, Inputs(patches, sigma, size.Samples, stream));
            session.Tick(++done, units.Length, "curves", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table, size));
        return session.Finish(Findings(table));
    }

    /// <summary>What the curves decide.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double[] smooth = Ends(1), close = Ends(2);
        return
        [
            new(
                "smoother-is-faster",
                "One patch, at angles ±N(0, σ²) cut at ±π/2, half of them turned by π: the distance from w* at the end falls from each σ to the next larger one.",
                smooth.Zip(smooth.Skip(1)).All(p => p.Second < p.First),
                Numbers(Smoothness, smooth)),
            new(
                "closer-is-faster",
                "Two patches at angles N(0, σ²) from a common direction: the distance from w* at the end grows from each σ to the next larger one.",
                close.Zip(close.Skip(1)).All(p => p.Second > p.First),
                Numbers(Spread, close)),
        ];

        double[] Ends(int patches) => [.. (patches == 1 ? Smoothness : Spread).Select(s => Curve(table, patches, s)[^1])];

        static Dictionary<string, double> Numbers(double[] sigmas, double[] ends) =>
            sigmas.Zip(ends).ToDictionary(p => FormattableString.Invariant($"distance, σ = {p.First}"), p => p.Second);
    }

    private static double[] Curve(Recording table, int patches, double sigma)
    {
        double[] ks = table.Column("patches"), sigmas = table.Column("sigma"), distances = table.Column("distance");
        return [.. Enumerable.Range(0, table.Rows).Where(r => ks[r] == patches && sigmas[r] == sigma).Select(r => distances[r])];
    }

    // The angles of the patches of each input to w*, one input after the other.
    private static double[] Inputs(int patches, double sigma, int samples, RandomStream stream)
    {
        var angles = new double[samples * patches];
        for (int i = 0; i < samples; i++)
        {
            double angle;
            do
            {
                angle = stream.NextGaussian() * (patches == 1 ? sigma : 1);
            }
            while (Math.Abs(angle) > Math.PI / 2);

            angle += i % 2 == 0 ? 0 : Math.PI;
            for (int k = 0; k < patches; k++)
            {
                angles[(i * patches) + k] = angle + (patches == 1 ? 0 : sigma * stream.NextGaussian());
            }
        }

        return angles;
    }

    // f(w, Z) = the mean of max((w, Z_i), 0); the teacher is w* = (1, 0).
    private static void Descend(Recording table, int patches, double sigma, FilterAnglesSizes size, double[] angles)
    {
        double[] cosines = [.. angles.Select(Math.Cos)], sines = [.. angles.Select(Math.Sin)];
        (double x, double y) = (0.5, 0.6);
        for (int t = 0; t <= size.Steps; t++)
        {
            table.Add(patches, sigma, t, Math.Sqrt(((x - 1) * (x - 1)) + (y * y)));
            (double slopeX, double slopeY) = (0, 0);
            for (int i = 0; i < angles.Length; i += patches)
            {
                (double gap, double alongX, double alongY) = (0, 0, 0);
                for (int k = i; k < i + patches; k++)
                {
                    double value = (x * cosines[k]) + (y * sines[k]);
                    gap += Math.Max(value, 0) - Math.Max(cosines[k], 0);
                    if (value >= 0)
                    {
                        alongX += cosines[k];
                        alongY += sines[k];
                    }
                }

                slopeX += gap * alongX;
                slopeY += gap * alongY;
            }

            double step = size.StepSize / (patches * patches * (double)(angles.Length / patches));
            x -= step * slopeX;
            y -= step * slopeY;
        }
    }

    private static string Draw(Recording table, FilterAnglesSizes size)
    {
        double[] time = [.. Enumerable.Range(0, size.Steps + 1).Select(t => (double)t)];
        return LinePlot.Figure(Panel("One patch", 1, Smoothness), Panel("Two patches", 2, Spread));

        LinePlot Panel(string title, int patches, double[] sigmas) => new(
            title, "iteration", "|w - w*|", [.. sigmas.Select(s => new Series(FormattableString.Invariant($"σ = {s}"), time, [.. Curve(table, patches, s).Select(x => Math.Max(x, 1e-16))]))])
        {
            LogarithmicY = true,
        };
    }
}
