using System.Numerics;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Data;

/// <summary>
/// Fills arrays with standard normals on several threads: fixed chunks, one substream each, so the numbers do not depend on the threads.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class GaussianSampler<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Chunk = 8192;

    private readonly WorkerTeam team;
    private readonly RandomStream[] streams;
    private readonly Action<int> work;
    private T[] target = [];
    private int count;
    private ulong stream;

    /// <summary>A sampler of the family <paramref name="seed"/>.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="team">The threads that fill.</param>
    public GaussianSampler(ulong seed, WorkerTeam team)
    {
        ArgumentNullException.ThrowIfNull(team);
        this.team = team;
        streams = Enumerable.Range(0, team.Count).Select(_ => new RandomStream(seed, 0)).ToArray();
        work = Run;
    }

    /// <summary>
    /// Fills the first <paramref name="length"/> elements of <paramref name="values"/> from the stream <paramref name="id"/>.
    /// </summary>
    /// <param name="id">The stream.</param>
    /// <param name="values">The array.</param>
    /// <param name="length">0 to the array's length.</param>
    public void Fill(ulong id, T[] values, int length)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)values.Length, nameof(length));
        (stream, target, count) = (id, values, length);
        team.Run(work);
    }

    private void Run(int worker)
    {
        var chunks = (count + Chunk - 1) / Chunk;
        var (first, end) = ((int)((long)worker * chunks / team.Count), (int)((long)(worker + 1) * chunks / team.Count));
        var source = streams[worker];
        for (var chunk = first; chunk < end; chunk++)
        {
            source.Restart(stream, (uint)chunk);
            Precision<T>.FillGaussian(source, target.AsSpan(chunk * Chunk, Math.Min(Chunk, count - (chunk * Chunk))));
        }
    }
}
