using ResLinkProofs.Kernel.Intervals.Elementary;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Sine, cosine and tangent, all the tightest enclosure, for arguments of any size.</content>
public readonly partial struct Interval
{
    /// <summary>The double just above 2 pi.</summary>
    private const double FullTurn = 6.283185307179587;

    /// <summary>All sin x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Sin(Interval value)
    {
        if (value.IsEmpty)
            return Empty;
        if (!(value.Width < FullTurn))
            return new(-1.0, 1.0, default);
        TrigonometricPoint lower = ElementaryPoint.Sin(value.Lower);
        if (value.IsPoint)
            return new(lower.Value.Lower, lower.Value.Upper, default);
        // Branch k = floor((quadrant + 1) / 2) is [(k - 1/2) pi, (k + 1/2) pi], where sine increases for even k.
        return Oscillation(lower, ElementaryPoint.Sin(value.Upper), 1);
    }

    /// <summary>All cos x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Cos(Interval value)
    {
        if (value.IsEmpty)
            return Empty;
        if (!(value.Width < FullTurn))
            return new(-1.0, 1.0, default);
        TrigonometricPoint lower = ElementaryPoint.Cos(value.Lower);
        if (value.IsPoint)
            return new(lower.Value.Lower, lower.Value.Upper, default);
        // cos x = sin(x + pi/2): the same branches one quadrant earlier.
        return Oscillation(lower, ElementaryPoint.Cos(value.Upper), 2);
    }

    /// <summary>All tan x; the whole line when a pole lies inside.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Tan(Interval value)
    {
        if (value.IsEmpty)
            return Empty;
        if (!(value.Width < FullTurn))
            return Entire;
        TrigonometricPoint lower = ElementaryPoint.Tan(value.Lower);
        if (value.IsPoint)
            return new(lower.Value.Lower, lower.Value.Upper, default);
        TrigonometricPoint upper = ElementaryPoint.Tan(value.Upper);
        // No double is a pole: both ends are in the same branch or a pole lies between them.
        int quadrants = (upper.Quadrant - lower.Quadrant) & TrigonometricPoint.QuadrantMask;
        return ((lower.Quadrant + 1) & 1) + quadrants < 2 ? new(lower.Value.Lower, upper.Value.Upper, default) : Entire;
    }

    /// <summary>
    /// The range between two points of a function that, <paramref name="shift"/> quadrants later,
    /// increases on even branches of two quadrants.
    /// </summary>
    private static Interval Oscillation(TrigonometricPoint lower, TrigonometricPoint upper, int shift)
    {
        int start = (lower.Quadrant + shift) & TrigonometricPoint.QuadrantMask;
        int quadrants = (upper.Quadrant - lower.Quadrant) & TrigonometricPoint.QuadrantMask;
        int turns = ((start & 1) + quadrants) >> 1; // extrema between the two points
        bool rising = (start & 2) == 0;
        return turns switch
        {
            0 => rising ? new(lower.Value.Lower, upper.Value.Upper, default) : new(upper.Value.Lower, lower.Value.Upper, default),
            1 => rising
                ? new(Math.Min(lower.Value.Lower, upper.Value.Lower), 1.0, default)
                : new(-1.0, Math.Max(lower.Value.Upper, upper.Value.Upper), default),
            _ => new(-1.0, 1.0, default),
        };
    }
}
