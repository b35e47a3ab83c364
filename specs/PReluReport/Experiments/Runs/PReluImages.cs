using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Plots;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>
/// Stages 1 to 3 of section 5 of the PReLU report, Figure 3: one hidden layer as wide as the image and a linear layer, cross entropy; ReLU
/// against PReLU, with and without the identity mapping, from random weights of standard deviation 1/sqrt(d) or from zero; PReLU's slope is
/// trained with the weights, one for the layer. The report uses MNIST; this uses whatever IDX files are given, Fashion-MNIST by default.
/// </summary>
/// <param name="sizes">Sizes to use whatever the options say, or null for those of the scale.</param>
public sealed class PReluImages(PReluImagesSizes? sizes = null) : IExperiment
{
    internal const int Relu = 0, Plain = 1, Linked = 2, PlainZero = 3, LinkedZero = 4;
    internal static readonly string[] Variants = ["ReLU", "PReLU", "PReLU, identity", "PReLU, zero", "PReLU, identity, zero"];

    /// <inheritdoc/>
    public string Name => "prelu-images";

    /// <inheritdoc/>
    public string Source => "PReLU report, sections 5.1 to 5.3, Figure 3";

    /// <inheritdoc/>
    public string Summary => "ReLU against PReLU, with and without identity mapping, from random weights and from zero.";

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return PReluImagesFindings.Of(new TrainingRuns(run.Table), PReluImagesSizes.Full, classes: 10);
    }

    /// <inheritdoc/>
    public ExperimentResult Run(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var size = sizes ?? PReluImagesSizes.At(options.Scale);
        var images = ImageTask.Load(options, size.Training, size.Test, size.Batch, size.Shrink);
        var session = new RunSession(this, options, $"{size}, {images.Training.Fingerprint}");
        using var alone = new WorkerTeam(1);
        var runs = new TrainingRuns("curves", new StepSizes(size.StepSize, Decay: true), "test error");
        var plan = from repetition in Enumerable.Range(0, size.Repetitions)
                   from variant in Enumerable.Range(0, Variants.Length)
                   select new PlannedRun(
                       variant, repetition, size.Epochs, images.StepsPerEpoch, () => images.Train(Create(variant, repetition), repetition));
        runs.Run([.. plan], session, options.Threads, options.Cancellation);

        session.Write("prelu-images.csv", runs.Curves.ToCsv());
        session.Write("prelu-images.svg", LinePlot.Figure(
            Panel("(a) PReLU against ReLU", Relu, Plain), Panel("(b) Identity mapping", Plain, Linked),
            Panel("(c) Zero initialisation", PlainZero, LinkedZero, Linked)));
        return session.Finish(PReluImagesFindings.Of(runs, size, images.Training.Classes));

        LinePlot Panel(string title, params int[] variants) =>
            new(title, "epoch", "share of wrong labels", [.. variants.Select(v => runs.Line(Variants[v], v, "test error"))]);

        LayeredNetwork<float> Create(int variant, int repetition)
        {
            var stream = new RandomStream(options.Seed, 10 + (ulong)repetition);
            var network = images.Network(alone);
            var deviation = variant is PlainZero or LinkedZero ? 0 : 1 / Math.Sqrt(network.Outputs);
            network.AddLinear(network.Outputs, deviation, stream, identityLink: variant is Linked or LinkedZero);
            network.AddActivation(variant == Relu ? Activation.Relu : new(size.NegativeSlope), isSlopeTrained: variant != Relu);
            network.AddLinear(images.Training.Classes, deviation, stream);
            return network;
        }
    }
}
