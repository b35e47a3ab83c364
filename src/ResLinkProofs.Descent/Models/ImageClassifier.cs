using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Models;

/// <summary>
/// SGD on the cross entropy of a layered network whose outputs are class scores, over a fixed training set in epochs, in float32.
/// </summary>
public sealed class ImageClassifier
{
    private readonly LayeredNetwork<float> network;
    private readonly LabelledImages images;
    private readonly int batch;
    private readonly int[] order;
    private readonly RandomStream stream;
    private long ordered = -1;

    /// <summary>A run that starts from the network's present parameters.</summary>
    /// <param name="network">Trained in place; one output per class.</param>
    /// <param name="images">The training set.</param>
    /// <param name="batch">1 to the number of images.</param>
    /// <param name="seed">Fixes the order of the images.</param>
    public ImageClassifier(LayeredNetwork<float> network, LabelledImages images, int batch, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch, images.Count);
        (this.network, this.images, this.batch) = (network, images, batch);
        order = new int[images.Count];
        stream = new(seed, 0);
    }

    /// <summary>Steps taken so far.</summary>
    public long Step { get; private set; }

    /// <summary>Whole batches per epoch; what is left over is skipped in that epoch.</summary>
    public int StepsPerEpoch => images.Count / batch;

    /// <summary>Takes one step and returns the batch's mean cross entropy before it.</summary>
    /// <param name="stepSize">eta, finite.</param>
    public double Advance(double stepSize)
    {
        Order(Step / StepsPerEpoch);
        var chosen = order.AsSpan((int)(Step % StepsPerEpoch) * batch, batch);
        for (var b = 0; b < batch; b++)
            images.Values.AsSpan(chosen[b] * images.Pixels, images.Pixels).CopyTo(network.Inputs[(b * images.Pixels)..]);
        network.Forward(batch, training: true);
        double loss = 0;
        for (var b = 0; b < batch; b++)
            loss += CrossEntropy(
                network.Values.Slice(b * network.Outputs, network.Outputs),
                network.OutputGradient.Slice(b * network.Outputs, network.Outputs), images.Labels[chosen[b]], batch);
        network.Backward(batch);
        network.Update(stepSize);
        Step++;
        return loss / batch;
    }

    /// <summary>The share of images whose largest score is another class than the label, in [0, 1]; ties count as errors.</summary>
    /// <param name="network">The network.</param>
    /// <param name="images">The images.</param>
    /// <param name="batch">Images evaluated at a time, at most the network's capacity.</param>
    public static double ErrorRate(LayeredNetwork<float> network, LabelledImages images, int batch)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        var errors = 0;
        for (var first = 0; first < images.Count; first += batch)
        {
            var rows = Math.Min(batch, images.Count - first);
            images.Values.AsSpan(first * images.Pixels, rows * images.Pixels).CopyTo(network.Inputs);
            network.Forward(rows, training: false);
            for (var b = 0; b < rows; b++)
            {
                var scores = network.Values.Slice(b * network.Outputs, network.Outputs);
                var label = images.Labels[first + b];
                for (var c = 0; c < scores.Length; c++)
                {
                    if (c != label && !(scores[c] < scores[label]))
                    {
                        errors++;
                        break;
                    }
                }
            }
        }

        return (double)errors / images.Count;
    }

    /// <summary>Stores the state.</summary>
    /// <param name="checkpoint">Receives the blocks.</param>
    public void Save(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        checkpoint.Put<long>("step", [Step]);
        network.Save(checkpoint);
    }

    /// <summary>Takes the state back.</summary>
    /// <param name="checkpoint">Written by <see cref="Save"/>.</param>
    public void Restore(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        network.Restore(checkpoint);
        Step = checkpoint.Get<long>("step")[0];
    }

    /// <summary>-ln softmax(scores)[label]; its gradient over <paramref name="batch"/> goes to <paramref name="gradient"/>.</summary>
    internal static double CrossEntropy(ReadOnlySpan<float> scores, Span<float> gradient, int label, int batch)
    {
        double top = scores[0], sum = 0;
        foreach (var score in scores)
            top = Math.Max(top, score);
        Span<double> weights = stackalloc double[scores.Length];
        for (var c = 0; c < scores.Length; c++)
            sum += weights[c] = PortableExponential.Exp(scores[c] - top);
        for (var c = 0; c < scores.Length; c++)
            gradient[c] = (float)(((weights[c] / sum) - (c == label ? 1 : 0)) / batch);
        return top - scores[label] + PortableExponential.Log(sum);
    }

    private void Order(long epoch)
    {
        if (epoch == ordered)
            return;
        stream.Restart((ulong)epoch);
        stream.Permute(order);
        ordered = epoch;
    }
}
