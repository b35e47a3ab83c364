using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Proving;

/// <summary>Where to cut off the ends of a range, at which functions may be singular.</summary>
internal static class EndParts
{
    private const double Share = 1.0 / 64, Far = 4;

    /// <summary>Two points inside the range, a small share of it from its ends, or a few units beyond the other end or zero.</summary>
    /// <param name="range">The range, which is no point.</param>
    public static (double First, double Last) Cuts(Interval range)
    {
        (double low, double high) = (range.Lower, range.Upper);
        double width = Math.Min(1, high - low);
        double first = double.IsFinite(low) ? low + (Share * width) : (double.IsFinite(high) ? high : 0) - Far;
        double last = double.IsFinite(high) ? high - (Share * width) : (double.IsFinite(low) ? low : 0) + Far;
        return (first, last);
    }
}
