using System.Runtime.CompilerServices;

namespace ResLinkProofs.Benchmarks.Intervals;

/// <summary>The usual shortcut for comparison: round to nearest, then one step outward. Wider, and without a guarantee for System.Math functions.</summary>
internal readonly struct PaddedInterval(double lower, double upper)
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly double Lower = lower;
    public readonly double Upper = upper;

    [MethodImpl(Inline)]
    public static PaddedInterval operator +(PaddedInterval x, PaddedInterval y) => Pad(x.Lower + y.Lower, x.Upper + y.Upper);

    [MethodImpl(Inline)]
    public static PaddedInterval operator -(PaddedInterval x, PaddedInterval y) => Pad(x.Lower - y.Upper, x.Upper - y.Lower);

    [MethodImpl(Inline)]
    public static PaddedInterval operator *(PaddedInterval x, PaddedInterval y)
    {
        double a = x.Lower * y.Lower, b = x.Lower * y.Upper, c = x.Upper * y.Lower, d = x.Upper * y.Upper;
        return Pad(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    [MethodImpl(Inline)]
    public static PaddedInterval operator /(PaddedInterval x, PaddedInterval y)
    {
        double a = x.Lower / y.Lower, b = x.Lower / y.Upper, c = x.Upper / y.Lower, d = x.Upper / y.Upper;
        return Pad(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    [MethodImpl(Inline)]
    public static PaddedInterval Increasing(PaddedInterval x, Func<double, double> f) => Pad(f(x.Lower), f(x.Upper));

    [MethodImpl(Inline)]
    public static PaddedInterval Sqrt(PaddedInterval x) => Pad(Math.Sqrt(x.Lower), Math.Sqrt(x.Upper));

    [MethodImpl(Inline)]
    public static PaddedInterval Pad(double lower, double upper) => new(Math.BitDecrement(lower), Math.BitIncrement(upper));
}
