using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>The sizes of <see cref="IdentityMapping"/>.</summary>
/// <param name="Training">Most training images used.</param>
/// <param name="Test">Most test images used.</param>
/// <param name="Depth">Linear layers in all, even and at least 4.</param>
/// <param name="Width">Units per hidden layer.</param>
/// <param name="Batch">Images per step.</param>
/// <param name="StepSize">eta, divided by ten in the last third of the epochs.</param>
/// <param name="Epochs">Epochs.</param>
/// <param name="Repetitions">Runs per network.</param>
public sealed record IdentityMappingSizes(int Training, int Test, int Depth, int Width, int Batch, double StepSize, int Epochs, int Repetitions)
{
    /// <summary>Depth and number of runs of section 5.1 of Li and Yuan (2017), scaled to fully connected layers on images of 28 x 28.</summary>
    public static IdentityMappingSizes Full => new(60_000, 10_000, 56, 64, 128, 0.1, 30, 5);

    /// <summary>Three runs per network, fewer images and epochs: under a minute.</summary>
    public static IdentityMappingSizes Reduced => new(20_000, 5_000, 56, 64, 128, 0.1, 4, 3);
}

/// <summary>
/// Section 5.1 of Li and Yuan (2017), Table 1, scaled: 56 layers with a skip over every two layers (ResNet), over every layer (single skip) and
/// without skips (vanilla). The source trains convolutions on CIFAR-10; this trains fully connected layers with batch normalisation on
/// Fashion-MNIST (or other IDX files), so only the ordering can be compared.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for the reduced or full ones.</param>
public sealed class IdentityMapping(IdentityMappingSizes? sizes = null) : IExperiment
{
    private static readonly string[] Variants = ["two-layer skip", "one-layer skip", "no skip"];

    /// <inheritdoc/>
    public string Name => "identity-mapping";

    /// <inheritdoc/>
    public string Source => "Li & Yuan 2017, section 5.1, Table 1";

    /// <inheritdoc/>
    public string Summary => "At 56 layers a one-layer skip already beats no skip, and a two-layer skip beats both.";

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? (options.Full ? IdentityMappingSizes.Full : IdentityMappingSizes.Reduced);
        var directory = options.DataDirectory ?? LabelledImages.FashionDirectory(options.ArtifactsDirectory, options.Progress);
        var training = LabelledImages.Load(directory, training: true).First(size.Training);
        var test = LabelledImages.Load(directory, training: false).First(size.Test);
        var session = new RunSession(this, options, $"{size}, {training.Fingerprint}");
        using var team = new WorkerTeam(options.Threads);
        var runs = new ClassifierRuns(training, test, size.Batch, options.Seed);
        var plan = from variant in Enumerable.Range(0, 3)
                   from repetition in Enumerable.Range(0, size.Repetitions)
                   select new ClassifierRun(variant, repetition, size.Epochs, () => Create(variant, repetition));
        runs.Run([.. plan], session, new StepSizes(size.StepSize, Decay: true));

        session.Write("identity-mapping.csv", runs.Curves.ToCsv());
        session.Write("identity-mapping.svg", LinePlot.Figure(
            new LinePlot("Test error", "epoch", "share of wrong labels", [.. Variants.Select((v, i) => new Series(v, runs.Mean(i, "test error").Epochs, runs.Mean(i, "test error").Values))]),
            new LinePlot("Training loss", "epoch", "cross entropy", [.. Variants.Select((v, i) => new Series(v, runs.Mean(i, "loss").Epochs, runs.Mean(i, "loss").Values))])));
        var errors = Enumerable.Range(0, 3).Select(runs.FinalError).ToArray();
        var numbers = Variants.Zip(errors).ToDictionary(p => p.First, p => p.Second);
        const string caveat = "The source's 6.97 %, 9.01 % and 12.04 % are for convolutional networks on CIFAR-10; only the ordering is comparable.";
        return session.Finish(
        [
            new("one-layer-skip-beats-none", "The test error with a one-layer skip is below that without skips.", errors[1] < errors[2], numbers) { Caveat = caveat },
            new("two-layer-skip-beats-one", "The test error with a two-layer skip is below that with a one-layer skip.", errors[0] < errors[1], numbers) { Caveat = caveat },
        ]);

        LayeredNetwork<float> Create(int variant, int repetition)
        {
            var stream = new RandomStream(options.Seed, 10 + (ulong)repetition);
            var network = new LayeredNetwork<float>(training.Pixels, size.Batch, team);
            Layer(training.Pixels, skip: -1);
            network.AddRelu();
            for (var pair = 0; pair < (size.Depth - 2) / 2; pair++)
            {
                var start = network.Depth;
                Layer(size.Width, variant == 1 ? start : -1);
                network.AddRelu();
                Layer(size.Width, variant == 0 ? start : variant == 1 ? network.Depth : -1);
                network.AddRelu();
            }

            network.AddLinear(training.Classes, 1 / Math.Sqrt(size.Width), stream);
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
}
