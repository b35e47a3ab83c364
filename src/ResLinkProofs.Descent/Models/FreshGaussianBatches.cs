using System.Numerics;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Models;

/// <summary>New standard normal inputs at every step, labelled by a teacher: SGD on the population loss itself.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class FreshGaussianBatches<T> : IBatchSource<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LinkNetwork<T> teacher;
    private readonly NetworkForward<T> forward;
    private readonly GaussianSampler<T> sampler;
    private readonly T[] units;

    /// <summary>Batches of the family <paramref name="seed"/>.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="batchSize">At least 1.</param>
    /// <param name="teacher">Gives the targets; with W* = 0 and the identity link they cost no
    /// product. Its weights must not change.</param>
    /// <param name="team">The threads.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public FreshGaussianBatches(ulong seed, int batchSize, LinkNetwork<T> teacher, WorkerTeam team)
    {
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        this.teacher = teacher;
        BatchSize = batchSize;
        forward = new(team);
        sampler = new(seed, team);
        units = new T[teacher.IdentityLink && teacher.IsZero ? 0 : batchSize * teacher.Dimension];
    }

    /// <inheritdoc/>
    public int Dimension => teacher.Dimension;

    /// <inheritdoc/>
    public int BatchSize { get; }

    /// <inheritdoc/>
    public void Fill(long step, T[] inputs, T[] targets)
    {
        sampler.Fill((ulong)step, inputs, BatchSize * Dimension);
        if (units.Length == 0)
            forward.ActivatedSums(teacher, inputs, targets, BatchSize);
        else
            forward.Outputs(teacher, inputs, units, targets, BatchSize);
    }
}
