using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// A portable source of random numbers, a function of (seed, stream, substream) alone: the same numbers for every vector width,
/// thread count and platform.
/// <para>
/// The generator is eight xoshiro256++ lanes whose 256-bit states are the Philox4x32-10 images of (stream, substream, word) under the key
/// seed. Any stream can therefore be opened directly: a computation that gives every step (or worker, or chunk) its own stream
/// needs only the step number to resume.
/// </para>
/// <para>
/// Fill methods consume whole blocks (8 words, 16 float64 normals or 32 float32 normals); what is left of the last block is dropped.
/// Two fills of 10 numbers therefore differ from one fill of 20, and this is part of the contract. Not safe for concurrent use.
/// </para>
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is the standard term; it is no System.IO.Stream.")]
public sealed class RandomStream
{
    private const int Lanes = 8;
    private const int NormalBlock = 2 * Lanes;

    private readonly ulong[] state = new ulong[4 * Lanes];
    private readonly ulong[] words = new ulong[Lanes];
    private readonly double[] normals = new double[NormalBlock];
    private readonly VectorWidth width;
    private readonly ulong seed;
    private int wordsLeft, normalsLeft;

    /// <summary>Opens the stream <paramref name="stream"/> of the family <paramref name="seed"/>.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="stream">Any value; different values give independent streams.</param>
    public RandomStream(ulong seed, ulong stream)
        : this(seed, stream, 0)
    {
    }

    /// <summary>Opens a substream, for instance one per chunk of an array that several threads fill.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="stream">Any value.</param>
    /// <param name="substream">Any value.</param>
    /// <param name="width">The register width to use, or null for the widest; it does not change the numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is not one of the named values.</exception>
    public RandomStream(ulong seed, ulong stream, uint substream, VectorWidth? width = null)
    {
        if (width is { } named && !Enum.IsDefined(named))
            throw new ArgumentOutOfRangeException(nameof(width), width, "The vector width must be Scalar, Bits128, Bits256 or Bits512.");
        this.width = width ?? VectorWidths.Widest;
        this.seed = seed;
        Restart(stream, substream);
    }

    /// <summary>Moves to the start of another stream of the same seed. Allocates nothing.</summary>
    /// <param name="stream">Any value.</param>
    /// <param name="substream">Any value.</param>
    public void Restart(ulong stream, uint substream = 0)
    {
        for (uint i = 0; i < 2 * Lanes; i++)
        {
            var (x0, x1, x2, x3) = Philox.Permute(((uint)stream, (uint)(stream >> 32), substream, i), ((uint)seed, (uint)(seed >> 32)));
            var (lane, word) = ((int)(i / 2), (int)(i % 2) * 2);
            state[(word * Lanes) + lane] = ((ulong)x1 << 32) | x0;
            state[((word + 1) * Lanes) + lane] = ((ulong)x3 << 32) | x2;
        }

        (wordsLeft, normalsLeft) = (0, 0);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        if (wordsLeft == 0)
        {
            FillWords(words);
            wordsLeft = Lanes;
        }

        return words[Lanes - wordsLeft--];
    }

    /// <summary>Uniform on the multiples of 2^-52 in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 12) * (1.0 / (1UL << 52));

    /// <summary>Uniform on {0, ..., <paramref name="bound"/> - 1}, without bias (Lemire's rejection).</summary>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var high = Math.BigMul(NextUInt64(), range, out ulong low);
        if (low < range)
        {
            var threshold = (0UL - range) % range;
            while (low < threshold)
                high = Math.BigMul(NextUInt64(), range, out low);
        }

        return (int)high;
    }

    /// <summary>
    /// Fills <paramref name="order"/> with a uniformly random permutation of 0, ..., Length - 1 (Fisher and Yates, inside out).
    /// </summary>
    /// <param name="order">Any length.</param>
    public void Permute(Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var j = NextInt32(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /// <summary>A standard normal.</summary>
    public double NextGaussian()
    {
        if (normalsLeft == 0)
        {
            FillGaussian(normals);
            normalsLeft = NormalBlock;
        }

        return normals[NormalBlock - normalsLeft--];
    }

    /// <summary>Fills <paramref name="target"/> with independent standard normals.</summary>
    /// <param name="target">Any length.</param>
    public void FillGaussian(Span<double> target)
    {
        var whole = target.Length / NormalBlock * NormalBlock;
        Dispatch<double, Gaussian64>(target[..whole]);
        if (whole < target.Length)
        {
            Span<double> last = stackalloc double[NormalBlock];
            Dispatch<double, Gaussian64>(last);
            last[..(target.Length - whole)].CopyTo(target[whole..]);
        }
    }

    /// <summary>Fills <paramref name="target"/> with independent standard normals (not the roundings of the float64 ones).</summary>
    /// <param name="target">Any length.</param>
    public void FillGaussian(Span<float> target)
    {
        const int block = 2 * NormalBlock;
        var whole = target.Length / block * block;
        Dispatch<float, Gaussian32>(target[..whole]);
        if (whole < target.Length)
        {
            Span<float> last = stackalloc float[block];
            Dispatch<float, Gaussian32>(last);
            last[..(target.Length - whole)].CopyTo(target[whole..]);
        }
    }

    /// <summary>Fills <paramref name="target"/> with numbers uniform on the multiples of 2^-52 in [0, 1).</summary>
    /// <param name="target">Any length.</param>
    public void FillUniform(Span<double> target)
    {
        var whole = target.Length / Lanes * Lanes;
        Dispatch<double, Uniform64>(target[..whole]);
        if (whole < target.Length)
        {
            Span<double> last = stackalloc double[Lanes];
            Dispatch<double, Uniform64>(last);
            last[..(target.Length - whole)].CopyTo(target[whole..]);
        }
    }

    private void FillWords(Span<ulong> target) => Dispatch<ulong, Words>(target);

    // A narrow register takes the eight lanes group by group; the numbers stay where the lane puts them.
    private void Dispatch<TElement, TLoop>(Span<TElement> target)
        where TElement : unmanaged
        where TLoop : struct, ISamplingLoop<TElement>
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                TLoop.Run<Lanes512>(state, 0, target);
                break;
            case VectorWidth.Bits256:
                for (var lane = 0; lane < Lanes; lane += Lanes256.Count)
                    TLoop.Run<Lanes256>(state, lane, target);
                break;
            default:
                for (var lane = 0; lane < Lanes; lane += Lanes128.Count)
                    TLoop.Run<Lanes128>(state, lane, target);
                break;
        }
    }
}
