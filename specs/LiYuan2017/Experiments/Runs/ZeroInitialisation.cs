using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>The sizes of <see cref="ZeroInitialisation"/>.</summary>
/// <param name="Training">Most training images used.</param>
/// <param name="Test">Most test images used.</param>
/// <param name="Blocks">Blocks of linear layer, identity, ReLU.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="StepSize">eta.</param>
/// <param name="Epochs">Epochs with the identity mapping.</param>
/// <param name="PlainEpochs">Epochs without it.</param>
/// <param name="Repetitions">Runs per variant.</param>
/// <param name="Shrink">Pixels per side of the squares that become one pixel: 1 keeps the images.</param>
/// <param name="Tolerance">How far the error from zero may be above that from random weights and still count as the same.</param>
public sealed record ZeroInitialisationSizes(int Training, int Test, int Blocks, int Batch, double StepSize, int Epochs, int PlainEpochs, int Repetitions, int Shrink, double Tolerance)
{
    /// <summary>Section 5.4 of Li and Yuan (2017); the number of epochs is not printed.</summary>
    public static ZeroInitialisationSizes Full => new(60_000, 10_000, 5, 256, 0.1, 30, 30, 5, 1, 0.003);

    /// <summary>One run per variant on fewer images.</summary>
    public static ZeroInitialisationSizes Reduced => new(10_240, 5_000, 5, 128, 0.1, 5, 1, 1, 1, 0.02);

    /// <summary>Images of 7 x 7 pixels.</summary>
    public static ZeroInitialisationSizes Check => new(10_000, 3_000, 5, 32, 0.1, 8, 1, 5, 4, 0.02);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static ZeroInitialisationSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Section 5.4 of Li and Yuan (2017): blocks of a square linear layer with identity mapping and ReLU, started from zero or from random
/// weights of standard deviation 1/sqrt(d); then without the identity mapping. The source uses MNIST; this uses whatever IDX files are given,
/// Fashion-MNIST by default, whose errors are about ten times larger.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class ZeroInitialisation(ZeroInitialisationSizes? sizes = null) : IExperiment
{
    // Below the error of guessing by so much, a network has learnt something: 1,000 test images leave a standard error of 0.01.
    private const double Margin = 0.02;

    private static readonly string[] Variants = ["identity, zero", "identity, random", "no identity, zero", "no identity, random"];

    /// <inheritdoc/>
    public string Name => "zero-initialisation";

    /// <inheritdoc/>
    public string Source => "Li & Yuan 2017, section 5.4";

    /// <inheritdoc/>
    public string Summary => "With the identity mapping, starting from zero is as good as starting at random; without it, useless.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? ZeroInitialisationSizes.At(options.Scale);
        var images = ImageTask.Load(options, size.Training, size.Test, size.Batch, size.Shrink);
        var session = new RunSession(this, options, $"{size}, {images.Training.Fingerprint}");
        using var alone = new WorkerTeam(1);
        var runs = new TrainingRuns("curves", new StepSizes(size.StepSize, Decay: false), "test error");
        var plan = from repetition in Enumerable.Range(0, size.Repetitions)
                   from variant in Enumerable.Range(0, 4)
                   select new PlannedRun(variant, repetition, variant < 2 ? size.Epochs : size.PlainEpochs, images.StepsPerEpoch, () => images.Train(Create(variant, repetition), repetition));
        runs.Run([.. plan], session, options.Threads, options.Cancellation);

        session.Write("zero-initialisation.csv", runs.Curves.ToCsv());
        session.Write("zero-initialisation.svg", LinePlot.Figure(
            new LinePlot("Test error", "epoch", "share of wrong labels", [.. Variants.Select((v, i) => runs.Line(v, i, "test error"))]),
            new LinePlot("Training loss", "epoch", "cross entropy", [.. Variants.Select((v, i) => runs.Line(v, i, "loss"))])));
        return session.Finish(Findings(runs, size, images.Training.Classes));

        LayeredNetwork<float> Create(int variant, int repetition)
        {
            var stream = new RandomStream(options.Seed, 10 + (ulong)repetition);
            var (identity, random) = (variant < 2, variant % 2 == 1);
            var network = images.Network(alone);
            var deviation = random ? 1 / Math.Sqrt(network.Outputs) : 0;
            for (var block = 0; block < size.Blocks; block++)
            {
                network.AddLinear(network.Outputs, deviation, stream, identity);
                network.AddActivation(Activation.Relu);
            }

            network.AddLinear(images.Training.Classes, deviation, stream);
            return network;
        }
    }

    /// <summary>What the curves decide.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(TrainingRuns runs, ZeroInitialisationSizes size, int classes)
    {
        var errors = Enumerable.Range(0, 4).Select(v => runs.Last(v, "test error").Average()).ToArray();
        var numbers = Variants.Zip(errors).ToDictionary(p => p.First, p => p.Second);
        var chance = 1 - (1.0 / classes);
        return
        [
            new(
                "zero-as-good-as-random",
                FormattableString.Invariant($"With the identity mapping the test error from zero is within {100 * size.Tolerance} percentage points of that from random weights, on both sides: so is the 99 % interval of the paired difference of {size.Repetitions} runs. Both have learnt."),
                Learns(0) && Learns(1) ? PairedDifference.Of(runs.Last(0, "test error"), runs.Last(1, "test error")).IsWithin(size.Tolerance) : Outcome.Fails,
                numbers)
            {
                Caveat = "The source's 1.28 % and 1.27 % are for MNIST, which is not to be had here; the comparison, not the level, is reproduced.",
            },
            new(
                "zero-needs-identity",
                "Without the identity mapping, training from zero stays at the error of guessing; with it no run does.",
                errors[2] >= chance - Margin && Learns(0),
                numbers),
        ];

        bool Learns(int variant) => runs.Last(variant, "test error").All(e => e < chance - Margin);
    }
}
