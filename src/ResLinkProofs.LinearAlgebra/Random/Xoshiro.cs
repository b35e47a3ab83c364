using System.Runtime.CompilerServices;

namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// xoshiro256++ of Blackman and Vigna (2019), as many independent generators side by side as there are lanes.
/// </summary>
/// <typeparam name="T">The width.</typeparam>
internal struct Xoshiro<T>
    where T : struct, ISamplingLanes<T>
{
    private T a, b, c, d;

    /// <summary>
    /// Reads lanes [<paramref name="lane"/>, lane + T.Count) of a state stored word by word, <paramref name="lanes"/> lanes each.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Xoshiro(ReadOnlySpan<ulong> state, int lane, int lanes)
    {
        a = T.Load(in state[lane]);
        b = T.Load(in state[lanes + lane]);
        c = T.Load(in state[(2 * lanes) + lane]);
        d = T.Load(in state[(3 * lanes) + lane]);
    }

    /// <summary>Writes the state back where it was read from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Save(Span<ulong> state, int lane, int lanes)
    {
        T.Store(a, ref state[lane]);
        T.Store(b, ref state[lanes + lane]);
        T.Store(c, ref state[(2 * lanes) + lane]);
        T.Store(d, ref state[(3 * lanes) + lane]);
    }

    /// <summary>The next 64 random bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Next()
    {
        var sum = a + d;
        var result = ((sum << 23) | (sum >>> 41)) + a;
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 45) | (d >>> 19);
        return result;
    }
}
