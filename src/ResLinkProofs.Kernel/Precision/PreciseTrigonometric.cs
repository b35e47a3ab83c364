using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Precision;

/// <summary>Sine, cosine and inverse tangent, to about so many bits.</summary>
internal static class PreciseTrigonometric
{
    private const int Guard = 32, Halvings = 3, LargestArgumentBits = 64;

    /// <summary>Sine and cosine over an interval: at its middle, and neither changes by more than its argument does.</summary>
    public static (RationalInterval Sine, RationalInterval Cosine) SineAndCosine(RationalInterval x, int bits)
    {
        Rational middle = (x.Lower + x.Upper) / 2, radius = (x.Upper - x.Lower) / 2;
        var all = new RationalInterval(-1, 1);
        if (x.Magnitude > PreciseExponential.Power2(LargestArgumentBits))
        {
            return (all, all);
        }

        // middle = n pi/2 + r with |r| below 0.8
        int working = bits + Guard;
        RationalInterval halfPi = PreciseExponential.Pi(working + LargestArgumentBits) / 2;
        BigInteger n = Rational.Floor((middle / halfPi.Lower) + new Rational(1, 2));
        RationalInterval r = PreciseExponential.Round(middle - ((Rational)n * halfPi), working);
        (RationalInterval sine, RationalInterval cosine) = (Series(r, r, 1, working), Series(1, r, 0, working));
        (sine, cosine) = (int)(((n % 4) + 4) % 4) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
        RationalInterval change = RationalInterval.Around(radius);
        return ((sine + change).Intersect(all)!.Value, (cosine + change).Intersect(all)!.Value);
    }

    /// <summary>arctan x.</summary>
    /// <remarks>
    /// arctan x = 2 arctan(x / (1 + sqrt(1 + x^2))), three times, after which |t| is below 0.2; t - t^3/3 + t^5/5 - ... alternates with
    /// terms that shrink, so that what is cut off is at most the first term left out.
    /// </remarks>
    public static RationalInterval Atan(Rational x, int bits)
    {
        int working = bits + Guard;
        RationalInterval t = x;
        for (int i = 0; i < Halvings; i++)
        {
            RationalInterval square = 1 + (t * t);
            var root = new RationalInterval(
                PreciseExponential.Sqrt(Rational.Max(1, square.Lower), working).Lower,
                PreciseExponential.Sqrt(square.Upper, working).Upper);
            t = PreciseExponential.Round(t / (1 + root), working);
        }

        RationalInterval minus = PreciseExponential.Round(-(t * t), working), power = t, sum = 0;
        for (int m = 1; !PreciseExponential.IsSmall(power, working); m += 2)
        {
            sum = PreciseExponential.Round(sum + (power / m), working);
            power = PreciseExponential.Round(power * minus, working);
        }

        return (1 << Halvings) * (sum + RationalInterval.Around(power.Magnitude));
    }

    // term - term r^2/((k+1)(k+2)) + ...: from r with k = 1 the sine of r, from 1 with k = 0 its cosine. Cut off before r^n/n!, what is
    // left is at most that in absolute value (Lagrange).
    private static RationalInterval Series(RationalInterval term, RationalInterval r, int k, int bits)
    {
        RationalInterval minus = PreciseExponential.Round(-(r * r), bits), sum = 0;
        for (; !PreciseExponential.IsSmall(term, bits); k += 2)
        {
            sum = PreciseExponential.Round(sum + term, bits);
            term = PreciseExponential.Round(term * minus / ((k + 1) * (k + 2)), bits);
        }

        return sum + RationalInterval.Around(term.Magnitude);
    }
}
