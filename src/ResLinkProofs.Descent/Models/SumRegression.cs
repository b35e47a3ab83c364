using System.Numerics;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Models;

/// <summary>SGD on E (f(x) - y)^2 where f(x) is the scaled sum of a layered network's outputs.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SumRegression<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayeredNetwork<T> network;
    private readonly IBatchSource<T> source;
    private readonly T scale;
    private readonly T[] inputs, targets;

    /// <summary>A run that starts from the network's present parameters.</summary>
    /// <param name="network">Trained in place.</param>
    /// <param name="source">Gives each step its inputs and targets.</param>
    /// <param name="scale">f(x) is this times the sum of the outputs.</param>
    public SumRegression(LayeredNetwork<T> network, IBatchSource<T> source, double scale)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        (this.network, this.source, this.scale) = (network, source, T.CreateChecked(scale));
        (inputs, targets) = (new T[source.BatchSize * source.Dimension], new T[source.BatchSize]);
    }

    /// <summary>Steps taken so far.</summary>
    public long Step { get; private set; }

    /// <summary>Takes one step and returns the batch's loss before it.</summary>
    /// <param name="stepSize">eta, finite.</param>
    public double Advance(double stepSize)
    {
        var rows = source.BatchSize;
        source.Fill(Step, inputs, targets);
        inputs.CopyTo(network.Inputs);
        network.Forward(rows, training: true);
        double loss = 0;
        var factor = T.CreateChecked(2.0 / rows) * scale;
        for (var b = 0; b < rows; b++)
        {
            var residual = (scale * network.RowSum(b)) - targets[b];
            loss += double.CreateChecked(residual) * double.CreateChecked(residual);
            network.OutputGradient.Slice(b * network.Outputs, network.Outputs).Fill(factor * residual);
        }

        network.Backward(rows);
        network.Update(stepSize);
        Step++;
        return loss / rows;
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
}
