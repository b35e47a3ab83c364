using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Proving;

/// <summary>The rational of the smallest denominator in an interval, by continued fractions.</summary>
internal static class SimplestRational
{
    /// <summary>The simplest number within a distance of a point.</summary>
    /// <param name="value">The point, finite.</param>
    /// <param name="distance">The distance, positive and finite.</param>
    public static Rational Near(double value, double distance)
    {
        Rational middle = Rational.FromDouble(value), radius = Rational.FromDouble(distance);
        return Between(middle - radius, middle + radius);
    }

    private static Rational Between(Rational low, Rational high)
    {
        if (low.Sign <= 0 && high.Sign >= 0)
        {
            return Rational.Zero;
        }

        if (high.Sign < 0)
        {
            return -Between(-high, -low);
        }

        BigInteger whole = Rational.Floor(low);
        return low.IsInteger ? low
            : whole + 1 <= high ? whole + 1
            : whole + (Rational.One / Between(Rational.One / (high - whole), Rational.One / (low - whole)));
    }
}
