using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>Exponential and logarithm of one double, to as many places as it takes to decide the rounding.</summary>
/// <remarks>
/// Series lemma used throughout: if t_(i+1) = floor(floor(t_i * g / 2^P) / c) with an integer g, 0 &lt;= g / (2^P c) &lt;=
/// 1/2, and t_i falls short of the real term by at most e, then t_(i+1) falls short by at most e/2 + 2. Starting from an
/// exact t_0, every term falls short by less than 4 units. Once a computed term is 0 its real value is below 4 units, and
/// so is the sum of all later ones. A partial sum of n terms is thus short of the series by less than 4 (n + 2) units.
/// </remarks>
internal static class FixedPointExponential
{
    /// <summary>e^x for 2^-60 &lt; |x| &lt; 800.</summary>
    internal static Endpoints Exp(double x)
    {
        Endpoints result = default;
        foreach (int places in FixedPoint.Ladder)
        {
            // x is a multiple of 2^-112, hence exact; x = k ln 2 + r with 0 <= r < ln 2 up to the error of ln 2, at most |k| + 1 units.
            BigInteger ln2 = FixedPointConstants.Ln2(places);
            BigInteger argument = FixedPoint.Truncate(x, places);
            int k = (int)FixedPoint.FloorDivide(argument, ln2);
            BigInteger rest = argument - k * ln2;
            FixedPoint power = ExpReduced(rest, Math.Abs(k) + 1, places);
            result = power.Round(k);
            if (result.IsTight)
                break;
        }

        return result;
    }

    // e^(rest +- error) = (e^(rest / 2^8))^(2^8).
    private static FixedPoint ExpReduced(BigInteger rest, int error, int places)
    {
        const int Halvings = 8;
        BigInteger one = BigInteger.One << places;
        BigInteger reduced = rest >> Halvings, term = one, sum = one;
        int n = 1;
        for (; !term.IsZero; n++)
        {
            term = ((term * reduced) >> places) / n;
            sum += term;
        }

        // The argument is off by error / 2^8 + 1 units, and the derivative e^(r / 2^8) is below 2.
        BigInteger slack = 2 * ((error >> Halvings) + 2);
        BigInteger lower = sum - slack, upper = sum + 4 * (n + 2) + slack;
        for (int i = 0; i < Halvings; i++)
        {
            lower = (lower * lower) >> places;
            upper = ((upper * upper) >> places) + 1;
        }

        return new FixedPoint(lower, upper, places);
    }

    /// <summary>ln x for positive finite x other than 1.</summary>
    internal static Endpoints Log(double x)
    {
        // x = 2^k f with 3/4 <= f < 3/2; ln f = 2 artanh z, z = (f - 1) / (f + 1), |z| <= 1/5.
        (_, long magnitude, int exponent) = BinaryRounding.Split(x);
        int length = 64 - BitOperations.LeadingZeroCount((ulong)magnitude);
        int k = exponent + length;
        BigInteger numerator = magnitude, denominator = BigInteger.One << length;
        if (4 * numerator < 3 * denominator)
        {
            k--;
            numerator <<= 1;
        }

        Endpoints result = default;
        foreach (int places in FixedPoint.Ladder)
        {
            BigInteger difference = numerator - denominator;
            BigInteger z = (BigInteger.Abs(difference) << places) / (numerator + denominator);
            BigInteger square = (z * z) >> places, power = z, sum = z;
            int n = 1;
            for (; !power.IsZero; n++)
            {
                power = (power * square) >> places;
                sum += power / (2 * n + 1);
            }

            // z is short by 1 unit and its square by 2, which adds at most 1 unit to the 2 of the lemma, hence 6 in place of 4 per term;
            // d artanh z / dz <= 1.05 adds 2. ln 2 is short by less than 1 unit, times |k|.
            BigInteger logarithm = difference.Sign * 2 * sum + k * FixedPointConstants.Ln2(places);
            result = FixedPoint.Around(logarithm, 2 * (8 * (n + 2) + 2) + Math.Abs(k), places).Round();
            if (result.IsTight)
                break;
        }

        return result;
    }
}
