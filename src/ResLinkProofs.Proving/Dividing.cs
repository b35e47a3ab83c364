using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Proving;

/// <summary>Where to cut the range of a variable: at zero where that is about the middle, between the orders of magnitude where there
/// are many, and else at the middle.</summary>
internal static class Dividing
{
    private const double ManyMagnitudes = 1e3;

    /// <summary>A point inside a range that is no point; finite also where the range is not bounded.</summary>
    /// <param name="range">The range.</param>
    public static double PointOf(Interval range)
    {
        double low = range.Lower, high = range.Upper;
        if (range.IsEntire || (low < 0 && double.IsPositiveInfinity(high)) || (high > 0 && double.IsNegativeInfinity(low)))
        {
            return 0;
        }

        if (!range.IsBounded)
        {
            return double.IsInfinity(high) ? Math.Max(1, 4 * low) : Math.Min(-1, 4 * high);
        }

        double point = low < 0 && high > 0 ? Across(low, high, range.Midpoint)
            : high > 0 ? OneSided(low, high, range.Midpoint) : -OneSided(-high, -low, -range.Midpoint);
        return point > low && point < high ? point : range.Midpoint;
    }

    private static double Across(double low, double high, double middle)
    {
        bool isAboutTheMiddle = Math.Abs(middle) <= 0.25 * (high - low);
        bool isOfMagnitudes = Math.Max(-low, high) > ManyMagnitudes && Math.Max(-low, high) > ManyMagnitudes * Math.Min(-low, high);
        return isAboutTheMiddle || isOfMagnitudes ? 0 : middle;
    }

    // What is below one thousandth counts as that: ranges from zero have an order of magnitude, too.
    private static double OneSided(double low, double high, double middle)
    {
        double least = Math.Max(low, 1 / ManyMagnitudes);
        return high > 1 && high > ManyMagnitudes * least
            ? Math.Sqrt(high) * Math.Sqrt(least)
            : middle;
    }
}
