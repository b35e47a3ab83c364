using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>Fills whole blocks of an array from lanes [lane, lane + T.Count) of the eight-lane state.</summary>
/// <typeparam name="TElement">Element type of the array.</typeparam>
internal interface ISamplingLoop<TElement>
{
    static abstract void Run<T>(Span<ulong> state, int lane, Span<TElement> target)
        where T : struct, ISamplingLanes<T>;
}

// The loops must stay methods of their own: inlined into their callers they exhaust the inliner's budget, the lane operations stay
// calls, and sampling was measured to become 18 times slower.

/// <summary>64 random bits per lane: block of 8.</summary>
internal readonly struct Words : ISamplingLoop<ulong>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T>(Span<ulong> state, int lane, Span<ulong> target)
        where T : struct, ISamplingLanes<T>
    {
        var generator = new Xoshiro<T>(state, lane, 8);
        ref var start = ref MemoryMarshal.GetReference(target);
        for (var i = lane; i < target.Length; i += 8)
            T.Store(generator.Next(), ref Unsafe.Add(ref start, i));
        generator.Save(state, lane, 8);
    }
}

/// <summary>Uniform float64 on multiples of 2^-52: block of 8.</summary>
internal readonly struct Uniform64 : ISamplingLoop<double>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T>(Span<ulong> state, int lane, Span<double> target)
        where T : struct, ISamplingLanes<T>
    {
        var generator = new Xoshiro<T>(state, lane, 8);
        ref var start = ref MemoryMarshal.GetReference(target);
        var one = T.Broadcast(1.0);
        for (var i = lane; i < target.Length; i += 8)
            T.Store(T.SubtractDouble((generator.Next() >>> 12) | one, one), ref Unsafe.Add(ref start, i));
        generator.Save(state, lane, 8);
    }
}

/// <summary>Float64 normals: block of 16, eight sines then eight cosines.</summary>
internal readonly struct Gaussian64 : ISamplingLoop<double>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T>(Span<ulong> state, int lane, Span<double> target)
        where T : struct, ISamplingLanes<T>
    {
        var generator = new Xoshiro<T>(state, lane, 8);
        ref var start = ref MemoryMarshal.GetReference(target);
        for (var i = lane; i < target.Length; i += 16)
        {
            var first = generator.Next();
            var (sine, cosine) = NormalTransform.Doubles(first, generator.Next());
            T.Store(sine, ref Unsafe.Add(ref start, i));
            T.Store(cosine, ref Unsafe.Add(ref start, i + 8));
        }

        generator.Save(state, lane, 8);
    }
}

/// <summary>Float32 normals: block of 32, sixteen sines then sixteen cosines.</summary>
internal readonly struct Gaussian32 : ISamplingLoop<float>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T>(Span<ulong> state, int lane, Span<float> target)
        where T : struct, ISamplingLanes<T>
    {
        var generator = new Xoshiro<T>(state, lane, 8);
        ref var start = ref MemoryMarshal.GetReference(target);
        for (var i = 2 * lane; i < target.Length; i += 32)
        {
            var first = generator.Next();
            var (sine, cosine) = NormalTransform.Singles(first, generator.Next());
            T.Store(sine, ref Unsafe.Add(ref start, i));
            T.Store(cosine, ref Unsafe.Add(ref start, i + 16));
        }

        generator.Save(state, lane, 8);
    }
}
