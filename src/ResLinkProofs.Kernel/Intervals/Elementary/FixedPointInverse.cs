using System.Numerics;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>Arc tangent, arc sine and arc cosine of one double, to as many places as it takes to decide the rounding.</summary>
internal static class FixedPointInverse
{
    /// <summary>atan x for finite |x| >= 2^-30.</summary>
    internal static Endpoints Atan(double x) => Decide(x, static (a, places) =>
    {
        BigInteger one = BigInteger.One << places;
        if (a <= 1)
            return Atan(FixedPoint.Truncate(a, places), 1, places);
        // atan a = pi/2 - atan(1/a). An argument cut off at a multiple of 2^-places changes 1/a by
        // less than 1 unit, the division by 1 more.
        BigInteger inverse = (one << places) / FixedPoint.Truncate(a, places);
        return Complement(FixedPointConstants.Pi(places) >> 1, Atan(inverse, 2, places));
    });

    /// <summary>asin x for 2^-30 &lt;= |x| &lt;= 1.</summary>
    internal static Endpoints Asin(double x) => Decide(x, static (a, places) =>
    {
        if (a > 0.5)
            return Complement(FixedPointConstants.Pi(places) >> 1, AcosPositive(a, places));
        // asin a = atan(a / sqrt(1 - a^2)); the root is above 0.86 and short by at most 1 unit, so the quotient is off by less than 3.
        BigInteger value = FixedPoint.Truncate(a, places);
        BigInteger root = FixedPoint.SquareRoot((BigInteger.One << (2 * places)) - value * value);
        return Atan((value << places) / root, 3, places);
    });

    /// <summary>acos x for -1 &lt;= x &lt; 1.</summary>
    internal static Endpoints Acos(double x)
    {
        Endpoints result = default;
        foreach (int places in FixedPoint.Ladder)
        {
            FixedPoint value = AcosPositive(Math.Abs(x), places);
            result = (x < 0 ? Complement(FixedPointConstants.Pi(places), value) : value).Round();
            if (result.IsTight)
                break;
        }

        return result;
    }

    private static Endpoints Decide(double x, Func<double, int, FixedPoint> function)
    {
        Endpoints result = default;
        foreach (int places in FixedPoint.Ladder)
        {
            result = function(Math.Abs(x), places).Round();
            if (result.IsTight)
                break;
        }

        return x < 0 ? -result : result;
    }

    // constant - value, where the constant (pi or pi/2) is short by less than one unit.
    private static FixedPoint Complement(BigInteger constant, FixedPoint value) =>
        new(constant - value.Upper, constant + 1 - value.Lower, value.Places);

    // acos a = 2 atan sqrt((1 - a) / (1 + a)) for 0 <= a <= 1.
    private static FixedPoint AcosPositive(double a, int places)
    {
        BigInteger one = BigInteger.One << places;
        BigInteger value = FixedPoint.Truncate(a, places); // off by less than 1 unit
        if (value == one)
            return new FixedPoint(BigInteger.Zero, BigInteger.Zero, places);
        BigInteger quotient = ((one - value) << places) / (one + value);
        BigInteger root = FixedPoint.SquareRoot(quotient << places);
        // The quotient q is off by less than 4 units (1 - a, 1 + a and the division). 1 - a >= 2^-53, so its root is at least 2^-27:
        // the root is off by less than 4 / 2^-27 + 1 units.
        FixedPoint half = Atan(root, 1 << 30, places);
        return new FixedPoint(2 * half.Lower, 2 * half.Upper, places);
    }

    /// <summary>atan((t +- error) 2^-places) for 0 &lt;= t &lt;= 2^places.</summary>
    private static FixedPoint Atan(BigInteger t, int error, int places)
    {
        // Three times atan t = 2 atan(t / (1 + sqrt(1 + t^2))): from t <= 1 to t <= tan(pi/32) < 0.1. The root is short by at most 1 unit,
        // the quotient (below t/2) then off by less than 1, and by 1 more by division: each step adds less than 2 units.
        const int Halvings = 3;
        BigInteger one = BigInteger.One << places, reduced = t;
        for (int i = 0; i < Halvings; i++)
            reduced = (reduced << places) / (one + FixedPoint.SquareRoot((one << places) + reduced * reduced));

        // Series lemma of FixedPointExponential with ratio below 0.01; the square is short by one unit: less than 6 units per term.
        BigInteger square = (reduced * reduced) >> places, power = reduced, sum = reduced;
        int n = 1;
        for (; !power.IsZero; n++)
        {
            power = (power * square) >> places;
            BigInteger term = power / (2 * n + 1);
            sum += (n & 1) == 0 ? term : -term;
        }

        // The derivative of atan is at most 1, so the error of the given t counts once and that of the halvings 8 times.
        BigInteger slack = (8 * (n + 2) + 3 * Halvings) << Halvings;
        return FixedPoint.Around(sum << Halvings, slack + error, places);
    }
}
