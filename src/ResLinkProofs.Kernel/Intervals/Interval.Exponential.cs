using ResLinkProofs.Kernel.Intervals.Elementary;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Exponential and logarithm, both the tightest enclosure.</content>
public readonly partial struct Interval
{
    /// <summary>All e^x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Exp(Interval value)
    {
        if (value.IsEmpty)
            return Empty;
        Endpoints lower = ElementaryPoint.Exp(value.Lower);
        return new(lower.Lower, value.IsPoint ? lower.Upper : ElementaryPoint.Exp(value.Upper).Upper, default);
    }

    /// <summary>All ln x of the positive members; empty when there are none.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Log(Interval value)
    {
        if (!(value.Upper > 0))
            return Empty;
        if (value.IsPoint)
        {
            Endpoints point = ElementaryPoint.Log(value.Lower);
            return new(point.Lower, point.Upper, default);
        }

        return new(
            value.Lower > 0 ? ElementaryPoint.Log(value.Lower).Lower : double.NegativeInfinity,
            ElementaryPoint.Log(value.Upper).Upper,
            default);
    }
}
