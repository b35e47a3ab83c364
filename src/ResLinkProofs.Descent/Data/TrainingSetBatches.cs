using System.Numerics;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Data;

/// <summary>
/// A fixed training set visited in epochs, each in its own random order (a function of seed and epoch). What is left over after the last
/// whole batch of an epoch is skipped in that epoch.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainingSetBatches<T> : IBatchSource<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] inputs, targets;
    private readonly int[] order;
    private readonly RandomStream stream;
    private long ordered = -1;

    /// <summary>Batches over a training set.</summary>
    /// <param name="inputs">count x d, row-major; kept, not copied.</param>
    /// <param name="targets">count; kept, not copied.</param>
    /// <param name="batchSize">1 to count.</param>
    /// <param name="seed">Any value.</param>
    /// <exception cref="ArgumentException"><paramref name="inputs"/> has not a multiple of count elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is outside 1..count.</exception>
    public TrainingSetBatches(T[] inputs, T[] targets, int batchSize, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batchSize, targets.Length);
        if (inputs.Length == 0 || inputs.Length % targets.Length != 0)
            throw new ArgumentException(
                $"inputs has {inputs.Length} elements, which {targets.Length} targets do not divide.", nameof(inputs));
        (this.inputs, this.targets, BatchSize) = (inputs, targets, batchSize);
        Dimension = inputs.Length / targets.Length;
        order = new int[targets.Length];
        stream = new(seed, 0);
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public int BatchSize { get; }

    /// <summary>Steps per epoch.</summary>
    public int StepsPerEpoch => targets.Length / BatchSize;

    /// <inheritdoc/>
    public void Fill(long step, T[] inputs, T[] targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        Order(step / StepsPerEpoch);
        var first = (int)(step % StepsPerEpoch) * BatchSize;
        for (var b = 0; b < BatchSize; b++)
        {
            var source = order[first + b];
            this.inputs.AsSpan(source * Dimension, Dimension).CopyTo(inputs.AsSpan(b * Dimension));
            targets[b] = this.targets[source];
        }
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
