using System.Runtime.CompilerServices;

namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// The Box-Muller map from two random words to two independent standard normals, sqrt(-2 ln u) (sin, cos)(angle), with only
/// correctly rounded operations: + - * sqrt and fused multiply-add. ln, sin and cos are polynomials of this file (relative error
/// below 4e-16 in float64 and 4e-8 in float32), because the platform's own functions differ between platforms.
/// </summary>
internal static class NormalTransform
{
    private const ulong OneBits = 0x3FF0000000000000;
    private const uint OneBits32 = 0x3F800000;

    /// <summary>
    /// Two normals per 64-bit lane. The radius uses the top 52 bits of <paramref name="first"/> (u in (0, 1], so the largest normal
    /// is 8.49); the angle uses the top 52 bits of <paramref name="second"/> within a quarter turn and its two lowest bits for the quarter.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Sine, T Cosine) Doubles<T>(T first, T second)
        where T : struct, ISamplingLanes<T>
    {
        var oneBits = T.Broadcast(OneBits);
        var u = T.SubtractDouble(T.Broadcast(2.0), (first >>> 12) | oneBits);

        // u = 2^k m with m in [2/3, 4/3): shifting the bit pattern by (one - 2/3) makes the exponent field tick over at 4/3.
        var biased = (u + T.Broadcast(OneBits - BitConverter.DoubleToUInt64Bits(2.0 / 3.0))) >>> 52;
        var f = T.SubtractDouble(u - (biased << 52) + T.Broadcast(1023UL << 52), T.Broadcast(1.0));
        var k = T.SubtractDouble(biased | T.Broadcast(0x4330000000000000UL), T.Broadcast(4503599627370496.0 + 1023.0));
        var log = T.FusedDouble(k, T.Broadcast(-1.3862943611198906), T.MultiplyDouble(f, LogDouble(f)));
        var radius = T.SqrtDouble(log);

        var w = T.SubtractDouble((second >>> 12) | oneBits, T.Broadcast(1.5));
        var square = T.MultiplyDouble(w, w);
        var sine = T.MultiplyDouble(T.MultiplyDouble(w, SineDouble(square)), radius);
        var cosine = T.MultiplyDouble(CosineDouble(square), radius) ^ ((second & T.Broadcast(2UL)) << 62);
        var swap = (sine ^ cosine) & (T.Broadcast(0UL) - (second & T.Broadcast(1UL)));
        return (sine ^ swap, cosine ^ swap);
    }

    /// <summary>
    /// Two float32 normals per 32-bit lane. The radius uses the top 31 bits of each half of <paramref name="first"/> (largest normal 6.66);
    /// the angle uses the top 23 bits of each half of <paramref name="second"/> within a quarter turn
    /// and its two lowest bits for the quarter.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Sine, T Cosine) Singles<T>(T first, T second)
        where T : struct, ISamplingLanes<T>
    {
        var u = T.FusedSingle(
            T.SingleFromInt32(T.ShiftRight32(first, 1)), T.Broadcast(4.656612873077393e-10f), T.Broadcast(2.3283064365386963e-10f));
        var biased = T.ShiftRight32(T.Add32(u, Pair(OneBits32 - BitConverter.SingleToUInt32Bits(2f / 3f))), 23);
        var f = T.SubtractSingle(T.Add32(T.Subtract32(u, T.ShiftLeft32(biased, 23)), Pair(OneBits32)), T.Broadcast(1f));
        var k = T.SubtractSingle(biased | Pair(0x4B000000), T.Broadcast(8388608f + 127f));
        var log = T.FusedSingle(k, T.Broadcast(-1.3862943649291992f), T.MultiplySingle(f, LogSingle(f)));
        var radius = T.SqrtSingle(log);

        var w = T.SubtractSingle(T.ShiftRight32(second, 9) | Pair(OneBits32), T.Broadcast(1.5f));
        var square = T.MultiplySingle(w, w);
        var sine = T.MultiplySingle(T.MultiplySingle(w, SineSingle(square)), radius);
        var cosine = T.MultiplySingle(CosineSingle(square), radius) ^ T.ShiftLeft32(second & Pair(2), 30);
        var swap = (sine ^ cosine) & T.Subtract32(T.Broadcast(0UL), second & Pair(1));
        return (sine ^ swap, cosine ^ swap);

        static T Pair(uint value) => T.Broadcast(((ulong)value << 32) | value);
    }

    /// <summary>
    /// -2 ln(1 + f) / f on |f| &lt;= 1/3, interpolated at Chebyshev nodes; the constant term is exact so that u near 1 keeps its digits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogDouble<T>(T f)
        where T : struct, ISamplingLanes<T>
    {
        var square = T.MultiplyDouble(f, f);
        var even = T.Broadcast(-0.1731970192809564);
        even = T.FusedDouble(even, square, T.Broadcast(-0.10110975911944801));
        even = T.FusedDouble(even, square, T.Broadcast(-0.13543430872811377));
        even = T.FusedDouble(even, square, T.Broadcast(-0.15369044394998863));
        even = T.FusedDouble(even, square, T.Broadcast(-0.18182509094050595));
        even = T.FusedDouble(even, square, T.Broadcast(-0.22222204315260688));
        even = T.FusedDouble(even, square, T.Broadcast(-0.2857142882186923));
        even = T.FusedDouble(even, square, T.Broadcast(-0.3999999999841245));
        even = T.FusedDouble(even, square, T.Broadcast(-0.6666666666666962));
        even = T.FusedDouble(even, square, T.Broadcast(-2.0));
        var odd = T.Broadcast(0.18234513012584452);
        odd = T.FusedDouble(odd, square, T.Broadcast(0.10766573028867947));
        odd = T.FusedDouble(odd, square, T.Broadcast(0.1450589790265544));
        odd = T.FusedDouble(odd, square, T.Broadcast(0.1665034984671482));
        odd = T.FusedDouble(odd, square, T.Broadcast(0.20000723958700134));
        odd = T.FusedDouble(odd, square, T.Broadcast(0.2499998123735061));
        odd = T.FusedDouble(odd, square, T.Broadcast(0.3333333359573406));
        odd = T.FusedDouble(odd, square, T.Broadcast(0.4999999999833666));
        odd = T.FusedDouble(odd, square, T.Broadcast(1.0000000000000309));
        return T.FusedDouble(odd, f, even);
    }

    /// <summary>sin(pi w / 2) / w as a polynomial in w^2 &lt;= 1/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SineDouble<T>(T square)
        where T : struct, ISamplingLanes<T>
    {
        var value = T.Broadcast(5.633933781537854e-08);
        value = T.FusedDouble(value, square, T.Broadcast(-3.59864335298231e-06));
        value = T.FusedDouble(value, square, T.Broadcast(0.0001604411507421909));
        value = T.FusedDouble(value, square, T.Broadcast(-0.004681754132340976));
        value = T.FusedDouble(value, square, T.Broadcast(0.07969262624604301));
        value = T.FusedDouble(value, square, T.Broadcast(-0.6459640975062443));
        value = T.FusedDouble(value, square, T.Broadcast(1.5707963267948966));
        return value;
    }

    /// <summary>cos(pi w / 2) as a polynomial in w^2 &lt;= 1/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CosineDouble<T>(T square)
        where T : struct, ISamplingLanes<T>
    {
        var value = T.Broadcast(-6.321256869628588e-09);
        value = T.FusedDouble(value, square, T.Broadcast(4.710609726757823e-07));
        value = T.FusedDouble(value, square, T.Broadcast(-2.520203677046026e-05));
        value = T.FusedDouble(value, square, T.Broadcast(0.0009192602741831558));
        value = T.FusedDouble(value, square, T.Broadcast(-0.02086348076331121));
        value = T.FusedDouble(value, square, T.Broadcast(0.2536695079010467));
        value = T.FusedDouble(value, square, T.Broadcast(-1.2337005501361697));
        value = T.FusedDouble(value, square, T.Broadcast(1.0));
        return value;
    }

    /// <summary>
    /// -2 ln(1 + f) / f on |f| &lt;= 1/3, interpolated at Chebyshev nodes; the constant term is exact so that u near 1 keeps its digits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogSingle<T>(T f)
        where T : struct, ISamplingLanes<T>
    {
        var square = T.MultiplySingle(f, f);
        var even = T.Broadcast(-0.27496618032455444f);
        even = T.FusedSingle(even, square, T.Broadcast(-0.281116247177124f));
        even = T.FusedSingle(even, square, T.Broadcast(-0.40014466643333435f));
        even = T.FusedSingle(even, square, T.Broadcast(-0.6666654348373413f));
        even = T.FusedSingle(even, square, T.Broadcast(-2.0f));
        var odd = T.Broadcast(0.30788543820381165f);
        odd = T.FusedSingle(odd, square, T.Broadcast(0.3282904028892517f));
        odd = T.FusedSingle(odd, square, T.Broadcast(0.5001586079597473f));
        odd = T.FusedSingle(odd, square, T.Broadcast(0.9999986886978149f));
        return T.FusedSingle(odd, f, even);
    }

    /// <summary>sin(pi w / 2) / w as a polynomial in w^2 &lt;= 1/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SineSingle<T>(T square)
        where T : struct, ISamplingLanes<T>
    {
        var value = T.Broadcast(-0.004602149128913879f);
        value = T.FusedSingle(value, square, T.Broadcast(0.07968021929264069f));
        value = T.FusedSingle(value, square, T.Broadcast(-0.6459634900093079f));
        value = T.FusedSingle(value, square, T.Broadcast(1.5707963705062866f));
        return value;
    }

    /// <summary>cos(pi w / 2) as a polynomial in w^2 &lt;= 1/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CosineSingle<T>(T square)
        where T : struct, ISamplingLanes<T>
    {
        var value = T.Broadcast(0.0009036280680447817f);
        value = T.FusedSingle(value, square, T.Broadcast(-0.02086007036268711f));
        value = T.FusedSingle(value, square, T.Broadcast(0.25366920232772827f));
        value = T.FusedSingle(value, square, T.Broadcast(-1.2337005138397217f));
        value = T.FusedSingle(value, square, T.Broadcast(1.0f));
        return value;
    }
}
