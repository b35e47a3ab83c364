using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Descent.Ensembles;

/// <summary>
/// Mini-batch SGD on fresh Gaussian samples, from one fixed pair (W_0, W*). A run yields |W_T - W*|^2, which has no bound.
/// </summary>
public sealed class BatchNetworkDescent : Ensemble
{
    // What a sample costs in a small dimension in steps of a single number.
    private const long SampleCost = 20;
    private readonly TeacherStudent _start;
    private readonly int _batchSize;
    private readonly double _stepSize;
    private readonly int _steps;

    /// <summary>Describes the runs.</summary>
    /// <param name="start">W_0 and W*, with ReLU.</param>
    /// <param name="batchSize">Samples per step, at least 1.</param>
    /// <param name="stepSize">eta, positive.</param>
    /// <param name="steps">T, at least 1.</param>
    public BatchNetworkDescent(TeacherStudent start, int batchSize, double stepSize, int steps)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (start.Activation != Activation.Relu)
        {
            throw new ArgumentException($"The batches are those of ReLU networks, not of {start.Activation}.", nameof(start));
        }

        (_start, _batchSize, _stepSize, _steps) = (start, batchSize, stepSize, steps);
    }

    /// <summary>The symbol of the one quantity, |W_T - W*|^2.</summary>
    public static string Symbol => "‖W_T-W*‖²_F";

    /// <inheritdoc/>
    public override IReadOnlyList<EnsembleQuantity> Quantities { get; } = [new(Symbol, null)];

    /// <inheritdoc/>
    public override long Cost => _steps * _batchSize * SampleCost * Math.Max(1, _start.Dimension * _start.Dimension / 100);

    /// <inheritdoc/>
    public override void Run(RandomStream stream, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double[] weights = _start.Student.Weights.Values.ToArray();
        using var team = new WorkerTeam(1);
        var teacher = new LinkNetwork<double>(_start.Teacher.Weights.Values.ToArray(), _start.Dimension, identityLink: true);
        var student = new LinkNetwork<double>(weights, _start.Dimension, identityLink: true);
        var descent = new StochasticDescent<double>(
            student, new FreshGaussianBatches<double>(stream.NextUInt64(), _batchSize, teacher, team), team);
        for (int t = 0; t < _steps; t++)
        {
            descent.Advance(_stepSize);
        }

        double square = 0;
        ReadOnlySpan<double> target = _start.Teacher.Weights.Values;
        for (int k = 0; k < weights.Length; k++)
        {
            square += (target[k] - weights[k]) * (target[k] - weights[k]);
        }

        values[0] = square;
    }
}
