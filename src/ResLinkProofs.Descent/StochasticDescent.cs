using System.Numerics;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent;

/// <summary>
/// Mini-batch SGD on the squared loss of a link network: W = W - eta (2/B) sum_b (f(x_b) - y_b) x_b gate(x_b)^T, the unbiased estimate of
/// the gradient of E (f(x) - y)^2. Every element is a fixed chain of fused multiply-adds over the batch, so the bits depend neither on
/// threads nor on vector width. A step allocates nothing.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class StochasticDescent<T> : IDescent
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LinkNetwork<T> network;
    private readonly IBatchSource<T> source;
    private readonly WorkerTeam team;
    private readonly NetworkForward<T> forward;
    private readonly T[] inputs, targets, units, residuals;
    private readonly Action<int> gate;
    private readonly T slope;
    private T factor;

    /// <summary>A run that starts from the network's present weights.</summary>
    /// <param name="network">Trained in place.</param>
    /// <param name="source">Gives each step its inputs and targets; of the network's dimension.</param>
    /// <param name="team">The threads.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public StochasticDescent(LinkNetwork<T> network, IBatchSource<T> source, WorkerTeam team)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(team);
        if (source.Dimension != network.Dimension)
            throw new ArgumentException($"The source has dimension {source.Dimension}, the network {network.Dimension}.", nameof(source));
        (this.network, this.source, this.team) = (network, source, team);
        forward = new(team);
        slope = T.CreateChecked(network.Activation.NegativeSlope);
        var size = source.BatchSize * source.Dimension;
        (inputs, units) = (new T[size], new T[size]);
        (targets, residuals) = (new T[source.BatchSize], new T[source.BatchSize]);
        gate = Gate;
    }

    /// <inheritdoc/>
    public long Step { get; private set; }

    /// <inheritdoc/>
    public double Advance(double stepSize)
    {
        var rows = source.BatchSize;
        source.Fill(Step, inputs, targets);
        forward.Units(network, inputs, units, rows);
        factor = T.CreateChecked(-2 * stepSize / rows);
        team.Run(gate);
        double loss = 0;
        foreach (var r in residuals)
            loss += double.CreateChecked(r) * double.CreateChecked(r);
        forward.Accumulate(network, inputs, units, rows);
        Step++;
        return loss / rows;
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<double> target)
    {
        var weights = network.Weights;
        for (var i = 0; i < weights.Length; i++)
            target[i] = double.CreateChecked(weights[i]);
    }

    /// <inheritdoc/>
    public void Save(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        checkpoint.Put<long>("step", [Step]);
        checkpoint.Put<T>("weights", network.Weights);
    }

    /// <inheritdoc/>
    public void Restore(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        checkpoint.Get("weights", network.Weights.AsSpan());
        Step = checkpoint.Get<long>("step")[0];
    }

    // Rows of the batch are independent: each worker takes a share of them.
    private void Gate(int worker)
    {
        var (rows, d) = (source.BatchSize, source.Dimension);
        var (first, end) = (worker * rows / team.Count, (worker + 1) * rows / team.Count);
        for (var b = first; b < end; b++)
        {
            var row = units.AsSpan(b * d, d);
            residuals[b] = ActivationRows.Sum<T>(row, slope) - targets[b];
            ActivationRows.Gate(row, factor * residuals[b], slope);
        }
    }
}
