using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>A training and a test set of images, and the training of classifiers on them.</summary>
public sealed class ImageTask
{
    private readonly ulong seed;
    private readonly int batch;

    private ImageTask(LabelledImages training, LabelledImages test, int batch, ulong seed) =>
        (Training, Test, this.batch, this.seed) = (training, test, batch, seed);

    /// <summary>The training images.</summary>
    public LabelledImages Training { get; }

    /// <summary>The test images.</summary>
    public LabelledImages Test { get; }

    /// <summary>Whole batches per epoch.</summary>
    public int StepsPerEpoch => Training.Count / batch;

    /// <summary>Reads the images of the options' directory, or Fashion-MNIST, fetched when absent.</summary>
    /// <param name="options">Directories and seed.</param>
    /// <param name="training">Most training images.</param>
    /// <param name="test">Most test images.</param>
    /// <param name="batch">Images per step.</param>
    /// <param name="shrink">Every square of this many pixels a side becomes one pixel, their mean.</param>
    public static ImageTask Load(ExperimentOptions options, int training, int test, int batch, int shrink = 1)
    {
        var directory = Directory(options);
        return new(
            LabelledImages.Load(directory, training: true).First(training).Shrink(shrink),
            LabelledImages.Load(directory, training: false).First(test).Shrink(shrink), batch, options.Seed);
    }

    /// <summary>Where the options say that images are.</summary>
    public static string Directory(ExperimentOptions options) =>
        options.DataDirectory ?? LabelledImages.FashionDirectory(options.ArtifactsDirectory, options.Progress);

    /// <summary>An empty network for these images, for one thread.</summary>
    public LayeredNetwork<float> Network(WorkerTeam alone) => new(Training.Pixels, batch, alone);

    /// <summary>The training of a network whose outputs are class scores; it records the test error.</summary>
    /// <param name="network">From <see cref="Network"/>.</param>
    /// <param name="repetition">Fixes, with the seed, the order of the images.</param>
    public ITrainee Train(LayeredNetwork<float> network, int repetition) =>
        new Classifier(network, new(network, Training, batch, seed + (ulong)repetition), Test, batch);

    private sealed class Classifier(LayeredNetwork<float> network, ImageClassifier descent, LabelledImages test, int batch) : ITrainee
    {
        public long Step => descent.Step;

        public double Advance(double stepSize) => descent.Advance(stepSize);

        public double[] Measure() => [ImageClassifier.ErrorRate(network, test, batch)];

        public void Save(Checkpoint checkpoint) => descent.Save(checkpoint);

        public void Restore(Checkpoint checkpoint) => descent.Restore(checkpoint);
    }
}
