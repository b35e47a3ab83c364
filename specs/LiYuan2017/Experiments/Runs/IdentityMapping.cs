using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>The sizes of <see cref="IdentityMapping"/>.</summary>
/// <param name="Training">Most training images used.</param>
/// <param name="Test">Most test images used.</param>
/// <param name="Depth">Linear layers in all, even and at least 4.</param>
/// <param name="Width">Units per hidden layer.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="StepSize">eta, divided by ten in the last third of the epochs.</param>
/// <param name="Epochs">Epochs.</param>
/// <param name="Repetitions">Runs per network.</param>
public sealed record IdentityMappingSizes(
    int Training, int Test, int Depth, int Width, int Batch, double StepSize, int Epochs, int Repetitions)
{
    /// <summary>
    /// Depth and number of runs of section 5.1 of Li and Yuan (2017), scaled to fully connected layers on images of 28 x 28.
    /// </summary>
    public static IdentityMappingSizes Full => new(60_000, 10_000, 56, 64, 128, 0.1, 30, 5);

    /// <summary>Narrower layers, fewer images and epochs.</summary>
    public static IdentityMappingSizes Reduced => new(10_000, 4_000, 56, 32, 64, 0.1, 8, 5);

    /// <summary>Still 56 layers, with fewer and smaller steps.</summary>
    public static IdentityMappingSizes Check => new(4_000, 2_000, 56, 16, 32, 0.1, 3, 4);

    /// <summary>The sizes of a scale.</summary>
    /// <param name="scale">The scale.</param>
    public static IdentityMappingSizes At(ExperimentScale scale) => scale switch
    {
        ExperimentScale.Full => Full,
        ExperimentScale.Reduced => Reduced,
        _ => Check,
    };
}

/// <summary>
/// Section 5.1 of Li and Yuan (2017), Table 1, scaled: 56 layers with a skip over every two layers (ResNet), over every layer (single skip)
/// and without skips (vanilla). The source trains convolutions on CIFAR-10; this trains fully connected layers with batch normalisation on
/// Fashion-MNIST (or other IDX files), so only the ordering can be compared.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class IdentityMapping(IdentityMappingSizes? sizes = null) : IExperiment
{
    private static readonly string[] Variants = ["two-layer skip", "one-layer skip", "no skip"];

    /// <inheritdoc/>
    public string Name => "identity-mapping";

    /// <inheritdoc/>
    public string Source => "Li & Yuan 2017, section 5.1, Table 1";

    /// <inheritdoc/>
    public string Summary => "At 56 layers a one-layer skip already beats no skip and comes close to a two-layer skip.";

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Findings(new TrainingRuns(run.Table));
    }

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? IdentityMappingSizes.At(options.Scale);
        var images = ImageTask.Load(options, size.Training, size.Test, size.Batch);
        var session = new RunSession(this, options, $"{size}, {images.Training.Fingerprint}");
        using var alone = new WorkerTeam(1);
        var runs = new TrainingRuns("curves", new StepSizes(size.StepSize, Decay: true), "test error");
        var plan = from repetition in Enumerable.Range(0, size.Repetitions)
                   from variant in Enumerable.Range(0, 3)
                   select new PlannedRun(
                       variant, repetition, size.Epochs, images.StepsPerEpoch, () => images.Train(Create(variant, repetition), repetition));
        runs.Run([.. plan], session, options.Threads, options.Cancellation);

        session.Write("identity-mapping.csv", runs.Curves.ToCsv());
        session.Write("identity-mapping.svg", LinePlot.Figure(
            new LinePlot("Test error", "epoch", "share of wrong labels", [.. Variants.Select((v, i) => runs.Line(v, i, "test error"))]),
            new LinePlot("Training loss", "epoch", "cross entropy", [.. Variants.Select((v, i) => runs.Line(v, i, "loss"))])));
        return session.Finish(Findings(runs));

        LayeredNetwork<float> Create(int variant, int repetition)
        {
            var stream = new RandomStream(options.Seed, 10 + (ulong)repetition);
            var network = images.Network(alone);
            Layer(network.Outputs, skip: -1);
            network.AddActivation(Activation.Relu);
            for (var pair = 0; pair < (size.Depth - 2) / 2; pair++)
            {
                var start = network.Depth;
                Layer(size.Width, variant == 1 ? start : -1);
                network.AddActivation(Activation.Relu);
                Layer(size.Width, variant == 0 ? start : variant == 1 ? network.Depth : -1);
                network.AddActivation(Activation.Relu);
            }

            network.AddLinear(images.Training.Classes, 1 / Math.Sqrt(size.Width), stream);
            return network;

            void Layer(int inputs, int skip)
            {
                network.AddLinear(size.Width, Math.Sqrt(2.0 / inputs), stream);
                network.AddBatchNorm();
                if (skip >= 0)
                    network.AddSkip(skip);
            }
        }
    }

    /// <summary>What the curves decide.</summary>
    internal static IReadOnlyList<ExperimentFinding> Findings(TrainingRuns runs)
    {
        var errors = Enumerable.Range(0, 3).Select(v => MeanInterval.Of(runs.Last(v, "test error"))).ToArray();
        var numbers = new Dictionary<string, double>();
        foreach (var (variant, error) in Variants.Zip(errors))
            (numbers[variant], numbers[variant + " +-"]) = (error.Mean, error.HalfWidth);
        const string caveat =
            "The source's 6.97 %, 9.01 % and 12.04 % are for convolutional networks on CIFAR-10; only the ordering is comparable.";
        return
        [
            new("one-layer-skip-beats-none", "The mean test error with a one-layer skip is below that without skips: "
                + "the 99 % interval of the paired difference is below zero.", Paired(1, 2).IsNegative, numbers) { Caveat = caveat },
            new("two-layer-skip-beats-none", "The mean test error with a two-layer skip is below that without skips: "
                + "the 99 % interval of the paired difference is below zero.", Paired(0, 2).IsNegative, numbers) { Caveat = caveat },
            new(
                "one-layer-skip-comes-close",
                "The mean test errors with one-layer and two-layer skips differ by "
                    + "less than a fifth of what the one-layer skip gains over no skip.",
                Math.Abs(errors[0].Mean - errors[1].Mean) < (errors[2].Mean - errors[1].Mean) / 5,
                numbers) { Caveat = caveat },
            new("two-layer-skip-beats-one", "The mean test error with a two-layer skip is below that with a one-layer skip: "
                + "the 99 % interval of the paired difference is below zero.", Paired(0, 1).IsNegative, numbers)
            {
                Caveat = caveat + " Fully connected networks learn faster with one-layer skips and end about equal: "
                    + "after 12 epochs on 60,000 images one run of each gave 12.0 % and 12.3 %.",
            },
        ];

        PairedDifference Paired(int first, int second) =>
            PairedDifference.Of(runs.Last(first, "test error"), runs.Last(second, "test error"));
    }
}
