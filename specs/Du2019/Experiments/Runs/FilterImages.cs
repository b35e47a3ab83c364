using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The sizes of <see cref="FilterImages"/>. Section 6.4 prints none: they were fixed before the first run.</summary>
/// <param name="Images">Training images.</param>
/// <param name="Shrink">Pixels per side of the squares that become one pixel.</param>
/// <param name="FilterSide">Pixels per side of a filter: p is its square.</param>
/// <param name="Stride">Pixels from a patch to the next.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="Epochs">Passes over the images.</param>
/// <param name="Runs">Directions of starts for each filter.</param>
public sealed record FilterImagesSizes(int Images, int Shrink, int FilterSide, int Stride, int Batch, int Epochs, int Runs)
{
    /// <summary>Six thousand images of 28 x 28 pixels.</summary>
    public static FilterImagesSizes Full => new(6000, 1, 5, 2, 50, 20, 10);

    /// <summary>Images of 14 x 14 pixels.</summary>
    public static FilterImagesSizes Reduced => new(3000, 2, 5, 2, 50, 20, 10);

    /// <summary>A thousand of them.</summary>
    public static FilterImagesSizes Check => new(1000, 2, 5, 2, 50, 10, 5);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static FilterImagesSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Figure 6.3 (c) and (d) of Du (2019): SGD on a filter with ReLU and average pooling, f(w, Z) = the mean of max((w, Z_i), 0), over patches of images, with labels from a random filter and from a
/// Gabor filter; the starts are w* plus rho |w*| in a random direction, rho = 0.3, 0.6, 0.9. The thesis uses MNIST; this uses whatever IDX files are given, Fashion-MNIST by default.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class FilterImages(FilterImagesSizes? sizes = null) : IExperiment
{
    internal const int Random = 0, Gabor = 1;
    internal static readonly double[] Starts = [0.3, 0.6, 0.9];
    private static readonly string[] Filters = ["random", "Gabor"];

    /// <inheritdoc/>
    public string Name => "filter-images";

    /// <inheritdoc/>
    public string Source => "Du 2019, section 6.4, Figure 6.3 (c) and (d)";

    /// <inheritdoc/>
    public string Summary => "Better starts make SGD on a filter over image patches faster, for a random filter and for a Gabor filter.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FilterImagesSizes size = sizes ?? FilterImagesSizes.At(options.Scale);
        string directory = ImageTask.Directory(options);

        // A filter is at most as large as an image, and a batch as all of them.
        LabelledImages images = LabelledImages.Load(directory, training: true).First(size.Images).Shrink(size.Shrink);
        size = size with { FilterSide = Math.Min(size.FilterSide, Math.Min(images.Height, images.Width)), Batch = Math.Min(size.Batch, images.Count) };
        var session = new RunSession(this, options, $"{size}, {images.Fingerprint}");
        var table = new Recording(Name, "filter", "start", "run", "epoch", "relative loss");
        if (session.Resumed is { } saved)
        {
            table.Restore(saved);
        }

        var patches = new ImagePatches(images, size.FilterSide, size.Stride);
        (int Filter, int Run, double Start)[] units =
            [.. from filter in new[] { Random, Gabor } from run in Enumerable.Range(0, size.Runs) from start in Starts select (filter, run, start)];
        int done = table.Rows / (size.Epochs + 1);
        foreach ((int filter, int run, double start) in units.Skip(done))
        {
            // The same filter, direction and order of images whatever the start: curves of a run differ by the distance alone.
            var stream = new RandomStream(options.Seed, (ulong)((100 * run) + filter));
            Train(table, patches, filter, run, start, size, stream);
            session.Tick(++done, units.Length, "curves", table.Save);
        }

        session.Write(Name + ".csv", table.ToCsv());
        session.Write(Name + ".svg", Draw(table, size));
        return session.Finish(Findings(table));
    }

    /// <summary>What the curves decide.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(Recording table)
    {
        double last = table.Column("epoch").DefaultIfEmpty(0).Max();
        return [.. new[] { Random, Gabor }.SelectMany(filter => new[] { Order(filter, fromStart: false), Order(filter, fromStart: true) })];

        ExperimentFinding Order(int filter, bool fromStart)
        {
            double[][] values = [.. Starts.Select(start => Values(filter, start, fromStart))];
            PairedDifference[] differences = [.. values.Zip(values.Skip(1)).Select(p => PairedDifference.Of(p.First, p.Second))];
            Outcome[] outcomes = [.. differences.Select(d => d.IsNegative)];
            Outcome all = last == 0 || outcomes.Contains(Outcome.Fails) ? Outcome.Fails : outcomes.Contains(Outcome.Undecided) ? Outcome.Undecided : Outcome.Holds;
            string what = fromStart ? "the relative loss falls by the larger factor from the first epoch's start to the end" : "the relative loss at the end is the smaller";
            return new(
                $"{(fromStart ? "better-starts-fall-faster" : "better-starts-end-lower")}-{Filters[filter].ToLowerInvariant()}",
                $"{Filters[filter]} filter: {what}, the nearer the start, 0.3, 0.6, 0.9 of |w*| away; 99 % intervals of the paired differences of its logarithm.",
                all,
                Starts.Zip(values).ToDictionary(p => FormattableString.Invariant($"log10, start at {p.First}"), p => p.Second.Average()));
        }

        double[] Values(int filter, double start, bool fromStart)
        {
            double[] ends = At(filter, start, last), starts = At(filter, start, 0);
            return fromStart ? [.. ends.Zip(starts).Select(p => p.First - p.Second)] : ends;
        }

        double[] At(int filter, double start, double epoch)
        {
            double[] filters = table.Column("filter"), distances = table.Column("start"), epochs = table.Column("epoch"), losses = table.Column("relative loss");
            return [.. Enumerable.Range(0, table.Rows).Where(r => filters[r] == filter && distances[r] == start && epochs[r] == epoch).Select(r => Math.Log10(Math.Max(losses[r], 1e-30)))];
        }
    }

    private static void Train(Recording table, ImagePatches patches, int filter, int run, double start, FilterImagesSizes size, RandomStream stream)
    {
        int p = size.FilterSide * size.FilterSide;
        double[] teacher = filter == Random ? new double[p] : GaborFilter(size.FilterSide), direction = new double[p];
        if (filter == Random)
        {
            stream.FillGaussian(teacher);
        }

        stream.FillGaussian(direction);
        double scale = start * Length(teacher) / Length(direction);
        double[] w = [.. teacher.Select((value, i) => value + (scale * direction[i]))];
        double[] labels = [.. Enumerable.Range(0, patches.Count).Select(i => patches.Value(i, teacher))];

        // Half the inverse of the mean square of the average patch, which bounds the curvature where every patch is active.
        double step = 0.5 / patches.MeanSquareOfAverage, mean = labels.Average();
        int[] order = [.. Enumerable.Range(0, patches.Count)];
        var slope = new double[p];
        table.Add(filter, start, run, 0, Loss());
        for (int epoch = 1; epoch <= size.Epochs; epoch++)
        {
            stream.Permute(order);
            for (int first = 0; first + size.Batch <= order.Length; first += size.Batch)
            {
                Array.Clear(slope);
                foreach (int image in order.AsSpan(first, size.Batch))
                {
                    patches.AddSlope(image, w, labels[image], slope);
                }

                for (int i = 0; i < p; i++)
                {
                    w[i] -= step / size.Batch * slope[i];
                }
            }

            table.Add(filter, start, run, epoch, Loss());
        }

        // The squared error over the square of the mean label.
        double Loss()
        {
            double sum = 0;
            for (int i = 0; i < patches.Count; i++)
            {
                double gap = patches.Value(i, w) - labels[i];
                sum += gap * gap;
            }

            return sum / patches.Count / (mean * mean);
        }
    }

    // A plane wave along the diagonal, one period across the filter, under a Gaussian.
    private static double[] GaborFilter(int side)
    {
        double middle = (side - 1) / 2.0;
        return [.. Enumerable.Range(0, side * side).Select(i =>
        {
            double x = ((i % side) - middle) / side, y = ((i / side) - middle) / side;
            return Math.Exp(-8 * ((x * x) + (y * y))) * Math.Cos(2 * Math.PI * (x + y) / Math.Sqrt(2));
        })];
    }

    private static double Length(double[] x) => Math.Sqrt(x.Sum(value => value * value));

    private static string Draw(Recording table, FilterImagesSizes size)
    {
        double[] time = [.. Enumerable.Range(0, size.Epochs + 1).Select(t => (double)t)];
        double[] filters = table.Column("filter"), starts = table.Column("start"), epochs = table.Column("epoch"), losses = table.Column("relative loss");
        return LinePlot.Figure(Panel("Random filter", Random), Panel("Gabor filter", Gabor));

        LinePlot Panel(string title, int filter) => new(
            title, "epoch", "relative loss, geometric mean", [.. Starts.Select(start => new Series(FormattableString.Invariant($"start at {start}|w*|"), time, Curve(filter, start)))])
        {
            LogarithmicY = true,
        };

        double[] Curve(int filter, double start) => [.. time.Select(t => Math.Exp(
            Enumerable.Range(0, table.Rows).Where(r => filters[r] == filter && starts[r] == start && epochs[r] == t).Average(r => Math.Log(Math.Max(losses[r], 1e-30)))))];
    }
}
