using ResLinkProofs.Kernel.Intervals.Elementary;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Arc tangent, arc sine and arc cosine, all the tightest enclosure.</content>
public readonly partial struct Interval
{
    /// <summary>All atan x, in [-pi/2, pi/2].</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Atan(Interval value)
    {
        if (value.IsEmpty)
            return Empty;
        Endpoints lower = ElementaryPoint.Atan(value.Lower);
        return new(lower.Lower, value.IsPoint ? lower.Upper : ElementaryPoint.Atan(value.Upper).Upper, default);
    }

    /// <summary>All asin x of the members in [-1, 1], in [-pi/2, pi/2]; empty when there are none.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Asin(Interval value)
    {
        Interval domain = value.Intersect(new(-1.0, 1.0, default));
        if (domain.IsEmpty)
            return Empty;
        Endpoints lower = ElementaryPoint.Asin(domain.Lower);
        return new(lower.Lower, domain.IsPoint ? lower.Upper : ElementaryPoint.Asin(domain.Upper).Upper, default);
    }

    /// <summary>All acos x of the members in [-1, 1], in [0, pi]; empty when there are none.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Acos(Interval value)
    {
        Interval domain = value.Intersect(new(-1.0, 1.0, default));
        if (domain.IsEmpty)
            return Empty;
        Endpoints upper = ElementaryPoint.Acos(domain.Lower); // decreasing
        return new(domain.IsPoint ? upper.Lower : ElementaryPoint.Acos(domain.Upper).Lower, upper.Upper, default);
    }
}
