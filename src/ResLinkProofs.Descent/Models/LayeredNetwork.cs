using System.Numerics;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Descent.Models;

/// <summary>
/// A chain of linear, batch-normalisation and activation layers with optional skip connections, and its backward
/// pass. Layers are added in order with the Add methods, each of which takes the previous output as its input.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LayeredNetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TeamProduct<T> products;
    private readonly int capacity;
    private readonly List<(ILayer<T> Layer, int SkipFrom)> layers = [];
    private readonly List<T[]> values, gradients;
    private readonly List<(T[] Values, T[] Gradient)> parameters = [];

    /// <summary>An empty network: its output is its input.</summary>
    /// <param name="inputs">Columns of the input, at least 1.</param>
    /// <param name="capacity">Most rows per batch, at least 1.</param>
    /// <param name="team">The threads.</param>
    public LayeredNetwork(int inputs, int capacity, WorkerTeam team)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (products, this.capacity, Outputs) = (new(team), capacity, inputs);
        values = [new T[capacity * inputs]];
        gradients = [new T[capacity * inputs]];
    }

    /// <summary>Columns of the output of the last layer.</summary>
    public int Outputs { get; private set; }

    /// <summary>Number of layers so far: the index of the present output, for skip connections.</summary>
    public int Depth => layers.Count;

    /// <summary>Where to write a batch before <see cref="Forward"/>: capacity x inputs, row-major.</summary>
    public Span<T> Inputs => values[0];

    /// <summary>The output of the last <see cref="Forward"/>: capacity x Outputs, row-major.</summary>
    public ReadOnlySpan<T> Values => values[^1];

    /// <summary>Where to write the loss's derivative with respect to the output before <see cref="Backward"/>.</summary>
    public Span<T> OutputGradient => gradients[^1];

    /// <summary>Adds y = x W + b.</summary>
    /// <param name="outputs">Columns of y, at least 1.</param>
    /// <param name="initial">Standard deviation of the entries of W, from 0 for all zeros; b starts at 0.</param>
    /// <param name="stream">Gives the entries; not touched when <paramref name="initial"/> is 0.</param>
    /// <param name="identityLink">y = x (I + W) + b; then outputs must equal the present width.</param>
    /// <exception cref="ArgumentException">An identity link between different widths.</exception>
    public void AddLinear(int outputs, double initial, RandomStream stream, bool identityLink = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(initial);
        ArgumentNullException.ThrowIfNull(stream);
        if (identityLink && outputs != Outputs)
            throw new ArgumentException(
                $"An identity link needs equal widths; the input has {Outputs} columns, the output {outputs}.", nameof(outputs));
        var layer = new LinearLayer<T>(Outputs, outputs, identityLink, products);
        if (initial > 0)
        {
            for (var i = 0; i < layer.Weights.Length; i++)
                layer.Weights[i] = T.CreateChecked(initial * stream.NextGaussian());
        }

        Add(layer);
    }

    /// <summary>Adds batch normalisation.</summary>
    public void AddBatchNorm() => Add(new BatchNormLayer<T>(Outputs));

    /// <summary>Adds sigma(x).</summary>
    /// <param name="activation">sigma.</param>
    /// <param name="isSlopeTrained">Whether the slope for negative arguments is a parameter, one for the layer, as in PReLU.</param>
    public void AddActivation(Activation activation, bool isSlopeTrained = false)
    {
        ArgumentNullException.ThrowIfNull(activation);
        Add(new ActivationLayer<T>(Outputs, activation.NegativeSlope, isSlopeTrained));
    }

    /// <summary>Adds the output of an earlier layer to the present one.</summary>
    /// <param name="depth">What <see cref="Depth"/> was after that layer; 0 is the input.</param>
    /// <exception cref="ArgumentException">The widths differ, there is no layer yet, or the present layer has a skip already.</exception>
    public void AddSkip(int depth)
    {
        if (depth < 0 || depth >= Depth || values[depth].Length != values[^1].Length || layers[^1].SkipFrom >= 0)
            throw new ArgumentException(
                $"A skip must come from an earlier depth of the same width, once per layer; got {depth} at depth {Depth}.", nameof(depth));
        layers[^1] = (layers[^1].Layer, depth);
    }

    /// <summary>Evaluates the network on the first rows of <see cref="Inputs"/>.</summary>
    /// <param name="rows">1 to capacity.</param>
    /// <param name="training">Whether batch normalisation uses the batch's statistics.</param>
    public void Forward(int rows, bool training)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, capacity);
        for (var l = 0; l < layers.Count; l++)
        {
            var (layer, skip) = layers[l];
            layer.Forward(values[l], values[l + 1], rows, training);
            if (skip >= 0)
                RowMath.Add<T>(values[l + 1].AsSpan(0, rows * layer.Outputs), values[skip]);
        }
    }

    /// <summary>The sum of the last outputs of one row.</summary>
    /// <param name="row">0 to rows - 1.</param>
    public T RowSum(int row)
    {
        var sum = T.Zero;
        foreach (var value in values[^1].AsSpan(row * Outputs, Outputs))
            sum += value;
        return sum;
    }

    /// <summary>The scaled sum of the outputs for any number of inputs, with running averages in batch normalisation.</summary>
    /// <param name="inputs">sums.Length x d, row-major.</param>
    /// <param name="sums">Receives one sum per input.</param>
    /// <param name="scale">Multiplies every sum.</param>
    public void EvaluateSums(ReadOnlySpan<T> inputs, Span<T> sums, double scale)
    {
        var d = inputs.Length / sums.Length;
        var factor = T.CreateChecked(scale);
        for (var first = 0; first < sums.Length; first += capacity)
        {
            var rows = Math.Min(capacity, sums.Length - first);
            inputs.Slice(first * d, rows * d).CopyTo(values[0]);
            Forward(rows, training: false);
            for (var b = 0; b < rows; b++)
                sums[first + b] = factor * RowSum(b);
        }
    }

    /// <summary>
    /// From <see cref="OutputGradient"/>: the gradient of every parameter. Follows a training <see cref="Forward"/> of the same rows.
    /// </summary>
    /// <param name="rows">As in the forward pass.</param>
    public void Backward(int rows)
    {
        // A layer overwrites its input's gradient; skips into that place are added afterwards, so they are kept until then.
        for (var l = layers.Count - 1; l >= 0; l--)
        {
            layers[l].Layer.Backward(values[l], gradients[l + 1], l == 0 ? null : gradients[l], rows);
            for (var s = l; s < layers.Count && l > 0; s++)
            {
                if (layers[s].SkipFrom == l)
                    RowMath.Add<T>(gradients[l].AsSpan(0, rows * layers[s].Layer.Outputs), gradients[s + 1]);
            }
        }
    }

    /// <summary>Subtracts <paramref name="stepSize"/> times its gradient from every parameter.</summary>
    /// <param name="stepSize">eta, finite.</param>
    public void Update(double stepSize)
    {
        var factor = T.CreateChecked(-stepSize);
        foreach (var (parameter, gradient) in parameters)
            RowMath.AddScaled<T>(parameter, factor, gradient);
    }

    /// <summary>Stores parameters and running averages.</summary>
    /// <param name="checkpoint">Receives the blocks.</param>
    public void Save(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        foreach (var (name, block) in State())
            checkpoint.Put<T>(name, block);
    }

    /// <summary>Takes parameters and running averages back.</summary>
    /// <param name="checkpoint">Written by a network of the same layers.</param>
    public void Restore(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        foreach (var (name, block) in State())
            checkpoint.Get(name, block.AsSpan());
    }

    /// <summary>The parameters with their gradients, in layer order, for gradient checks.</summary>
    internal IReadOnlyList<(T[] Values, T[] Gradient)> Parameters => parameters;

    private IEnumerable<(string Name, T[] Block)> State() => layers.SelectMany((l, i) =>
        l.Layer.Parameters.Select(p => p.Values).Concat(l.Layer.Buffers).Select((block, j) => ($"layer {i}.{j}", block)));

    private void Add(ILayer<T> layer)
    {
        layers.Add((layer, -1));
        parameters.AddRange(layer.Parameters);
        values.Add(new T[capacity * layer.Outputs]);
        gradients.Add(new T[capacity * layer.Outputs]);
        Outputs = layer.Outputs;
    }
}
