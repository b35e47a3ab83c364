using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Absolute value, minimum and maximum, all exact.</content>
public readonly partial struct Interval
{
    /// <summary>All |x|.</summary>
    /// <param name="value">Any interval.</param>
    [MethodImpl(Inline)]
    public static Interval Abs(Interval value)
    {
        if (value.Lower >= 0)
            return value;
        return value.Upper <= 0 ? -value : new(value.IsEmpty ? double.NaN : 0.0, Math.Max(-value.Lower, value.Upper), default);
    }

    /// <summary>All min(x, y).</summary>
    /// <param name="left">Any interval.</param>
    /// <param name="right">Any interval; if one is empty, so is the result.</param>
    [MethodImpl(Inline)]
    public static Interval Min(Interval left, Interval right) =>
        new(Math.Min(left.Lower, right.Lower), Math.Min(left.Upper, right.Upper), default);

    /// <summary>All max(x, y).</summary>
    /// <param name="left">Any interval.</param>
    /// <param name="right">Any interval; if one is empty, so is the result.</param>
    [MethodImpl(Inline)]
    public static Interval Max(Interval left, Interval right) =>
        new(Math.Max(left.Lower, right.Lower), Math.Max(left.Upper, right.Upper), default);
}
