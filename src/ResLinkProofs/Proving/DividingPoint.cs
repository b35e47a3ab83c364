using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Proving;

/// <summary>Where to cut a range: at zero, else at the simplest number near the middle, because comparisons touch at simple numbers.</summary>
internal static class DividingPoint
{
    // How far from the middle, as a share of the width, the point may lie.
    private const double Freedom = 1.0 / 16;

    // Ranges whose ends differ by this factor are cut in the middle of their logarithms.
    private const double WideRatio = 1000;

    /// <summary>A number strictly inside the range.</summary>
    /// <param name="range">A range that is no point and has numbers inside.</param>
    public static double Of(Interval range)
    {
        double low = range.Lower, high = range.Upper;
        if (low < 0 && high > 0 && (!range.IsBounded || Math.Min(-low, high) >= Freedom * range.Width))
        {
            return 0;
        }

        if (!range.IsBounded)
        {
            return double.IsInfinity(high) ? Math.Max(1, 4 * low) : Math.Min(-1, 4 * high);
        }

        if (low > 0 && high / low > WideRatio)
        {
            return PowerOfTwoNear(Math.Sqrt(low) * Math.Sqrt(high));
        }

        if (high < 0 && low / high > WideRatio)
        {
            return -PowerOfTwoNear(Math.Sqrt(-low) * Math.Sqrt(-high));
        }

        double middle = range.Midpoint, reach = Freedom * (high - low);
        double simple = SimplestBetween(middle - reach, middle + reach);
        return simple > low && simple < high ? simple : middle;
    }

    /// <summary>The number with the fewest binary digits in a range; zero if that is inside.</summary>
    /// <param name="low">The lower end, finite.</param>
    /// <param name="high">The upper end, finite and not below it.</param>
    public static double SimplestBetween(double low, double high)
    {
        if (low <= 0 && high >= 0)
        {
            return 0;
        }

        // From coarse to fine: the first grid of a power of two with a point in the range.
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        double grid = Math.ScaleB(1, Math.Max(Math.ILogB(size), -1000));
        for (int i = 0; i < 60; i++, grid /= 2)
        {
            double point = Math.Ceiling(low / grid) * grid;
            if (point <= high && point >= low)
            {
                return point;
            }
        }

        return low + ((high - low) / 2);
    }

    private static double PowerOfTwoNear(double value) => Math.ScaleB(1, Math.ILogB(value));
}
