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

    /// <summary>All x ln x of the positive members; empty when there are none.</summary>
    /// <remarks>It tends to 0 at 0, falls to -1/e at 1/e = 0.36787944117144232..., and rises from there on.</remarks>
    /// <param name="value">Any interval.</param>
    public static Interval TimesLog(Interval value)
    {
        const double AboveLeastPoint = 0.36787944117144234, BelowLeastPoint = 0.3678794411714423;
        if (!(value.Upper > 0))
            return Empty;
        Interval atLower = value.Lower > 0 ? Point(value.Lower) * Log(Point(value.Lower)) : Zero;
        Interval atUpper = double.IsInfinity(value.Upper) ? new(0, double.PositiveInfinity) : Point(value.Upper) * Log(Point(value.Upper));
        Interval ends = atLower.Hull(atUpper);
        return value.Lower < AboveLeastPoint && value.Upper > BelowLeastPoint ? ends.Hull(Point(-AboveLeastPoint)) : ends;
    }
}
