using System.Numerics;
using ResLinkProofs.Kernel.Intervals.Elementary;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Precision;

/// <summary>Exponential, logarithm and square root at a rational point, to about so many bits.</summary>
/// <remarks>Every number that is rounded is rounded outward, and every series is cut off with a bound on its remainder.</remarks>
internal static class PreciseExponential
{
    // e^4096 has fewer than 6000 bits.
    private const int LargestArgument = 4096, Guard = 32, Halvings = 8;

    /// <summary>ln 2.</summary>
    public static RationalInterval Ln2(int bits) => Constant(FixedPointConstants.Ln2(bits), bits);

    /// <summary>The circle constant.</summary>
    public static RationalInterval Pi(int bits) => Constant(FixedPointConstants.Pi(bits), bits);

    /// <summary>e^x, or null for |x| above 4096.</summary>
    /// <remarks>
    /// x = k ln 2 + r, and e^r = (e^(r/256))^256, the power by squaring. With t = r/256 the series is cut off before t^n/n!: what is
    /// left is that times e^z for some z between 0 and t (Lagrange), and e^z is less than 2.
    /// </remarks>
    public static RationalInterval? Exp(Rational x, int bits)
    {
        if (Rational.Abs(x) > LargestArgument)
        {
            return null;
        }

        int working = bits + Guard;
        RationalInterval ln2 = Ln2(working);
        int k = (int)Rational.Floor(x / ln2.Lower);
        RationalInterval r = x - (k * ln2), t = Round(r / (1 << Halvings), working), term = 1, sum = 0;
        for (int n = 1; !IsSmall(term, working); n++)
        {
            sum = Round(sum + term, working);
            term = Round(term * t / n, working);
        }

        RationalInterval power = sum + RationalInterval.Around(2 * term.Magnitude);
        for (int i = 0; i < Halvings; i++)
        {
            power = Round(power * power, working);
        }

        return power * Power2(k);
    }

    /// <summary>ln x for x > 0.</summary>
    /// <remarks>
    /// x = 2^k f with 1/2 &lt; f &lt; 2, and ln f = 2 artanh z, z = (f - 1)/(f + 1), |z| &lt; 1/3. The series z + z^3/3 + z^5/5 + ... is
    /// cut off before z^m/m: what is left is at most |z|^m / (1 - z^2) &lt;= 9/8 |z|^m.
    /// </remarks>
    public static RationalInterval Log(Rational x, int bits)
    {
        int working = bits + Guard, k = (int)(x.Numerator.GetBitLength() - x.Denominator.GetBitLength());
        Rational f = x / Power2(k);
        RationalInterval z = Round((f - 1) / (f + 1), working), square = Round(z * z, working), power = z, sum = 0;
        for (int m = 1; !IsSmall(power, working); m += 2)
        {
            sum = Round(sum + (power / m), working);
            power = Round(power * square, working);
        }

        return Round((k * Ln2(working)) + (2 * (sum + RationalInterval.Around(2 * power.Magnitude))), working);
    }

    /// <summary>The root of x >= 0, exact where it has a short binary expansion.</summary>
    public static RationalInterval Sqrt(Rational x, int bits)
    {
        if (x.Sign == 0)
        {
            return 0;
        }

        // So many places that the root has at least so many bits.
        int places = (int)Math.Max(0, bits + 1 + ((x.Denominator.GetBitLength() - x.Numerator.GetBitLength() + 1) / 2));
        Rational scaled = x * Power2(2 * places);
        BigInteger root = FixedPoint.SquareRoot(Rational.Floor(scaled));
        Rational unit = Power2(-places), lower = root * unit;
        return new(lower, scaled == root * root ? lower : lower + unit);
    }

    /// <summary>2^k.</summary>
    public static Rational Power2(int k) => k >= 0 ? BigInteger.One << k : new Rational(1, BigInteger.One << -k);

    /// <summary>Rounds outward within an operation.</summary>
    public static RationalInterval Round(RationalInterval value, int bits) => value.Rounded(bits);

    /// <summary>Whether a term is below 2^-bits, so that its series may be cut off there.</summary>
    public static bool IsSmall(RationalInterval term, int bits) => term.Magnitude < Power2(-bits);

    private static RationalInterval Constant(BigInteger floor, int places) => new(floor * Power2(-places), (floor + 1) * Power2(-places));
}
