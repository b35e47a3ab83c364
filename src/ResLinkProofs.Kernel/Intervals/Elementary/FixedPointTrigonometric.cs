using System.Numerics;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>Sine, cosine and tangent of one finite double of any size, to as many places as it takes to decide the rounding.</summary>
internal static class FixedPointTrigonometric
{
    /// <summary>sin x for finite |x| >= 2^-30.</summary>
    internal static TrigonometricPoint Sin(double x) => Decide(x, static (quadrant, sine, cosine) => Quarter(quadrant, sine, cosine));

    /// <summary>cos x for finite |x| >= 2^-30: the sine one quadrant later.</summary>
    internal static TrigonometricPoint Cos(double x) => Decide(x, static (quadrant, sine, cosine) => Quarter(quadrant + 1, sine, cosine));

    /// <summary>tan x for finite |x| >= 2^-30.</summary>
    internal static TrigonometricPoint Tan(double x) => Decide(x, static (quadrant, sine, cosine) =>
        (quadrant & 1) == 0 ? Divide(sine, cosine) : -Divide(cosine, sine));

    private static TrigonometricPoint Decide(double x, Func<int, FixedPoint, FixedPoint, FixedPoint> function)
    {
        TrigonometricPoint result = default;
        foreach (int places in FixedPoint.Ladder)
        {
            (int nearest, FixedPoint sine, FixedPoint cosine) = Evaluate(x, places);
            // The nearest multiple of pi/2 lies above x exactly when the sine of the rest is negative; |rest| > 2^-64 for every double.
            int quadrant = sine.Upper.Sign < 0 ? nearest - 1 : nearest;
            result = new(function(nearest, sine, cosine).Round(), quadrant & TrigonometricPoint.QuadrantMask);
            if (result.Value.IsTight)
                break;
        }

        return result;
    }

    private static FixedPoint Quarter(int quadrant, FixedPoint sine, FixedPoint cosine) => (quadrant & 3) switch
    {
        0 => sine,
        1 => cosine,
        2 => -sine,
        _ => -cosine,
    };

    /// <summary>x = n pi/2 + r with |r| &lt;= pi/4: n modulo 16, sin r and cos r.</summary>
    private static (int Nearest, FixedPoint Sine, FixedPoint Cosine) Evaluate(double x, int places)
    {
        // |n| < 2^extra. With pi/2 known to places + extra, n times its error of one unit is below one unit of 2^-places.
        int extra = Math.Max(0, Math.ILogB(x)) + 2;
        int working = places + extra;
        BigInteger halfPi = FixedPointConstants.Pi(working) >> 1;
        BigInteger argument = FixedPoint.Truncate(x, working); // exact: |x| >= 2^-30 is a multiple of 2^-83
        BigInteger n = FixedPoint.FloorDivide(2 * argument + halfPi, 2 * halfPi);
        // Error: the halved pi is short by less than 1 unit of 2^-working, n times; then cutting off: 2 units of 2^-places.
        BigInteger rest = (argument - n * halfPi) >> extra;
        (BigInteger sine, BigInteger cosine, int error) = Series(BigInteger.Abs(rest), places);
        return (
            (int)(n & TrigonometricPoint.QuadrantMask), FixedPoint.Around(rest.Sign < 0 ? -sine : sine, error + 2, places),
            FixedPoint.Around(cosine, error + 2, places));
    }

    // The series lemma of FixedPointExponential with ratio r^2 / (2 * 1) <= 0.31; the square is short by one unit, which adds at most one
    // unit per term, so each term is short by less than 6 and n terms with the tail by less than 8 (n + 2).
    private static (BigInteger Sine, BigInteger Cosine, int Error) Series(BigInteger r, int places)
    {
        BigInteger square = (r * r) >> places;
        BigInteger sineTerm = r, sine = r, cosineTerm = BigInteger.One << places, cosine = cosineTerm;
        int n = 1;
        for (; !cosineTerm.IsZero || !sineTerm.IsZero; n++)
        {
            cosineTerm = ((cosineTerm * square) >> places) / ((2 * n - 1) * (2 * n));
            sineTerm = ((sineTerm * square) >> places) / (2 * n * (2 * n + 1));
            bool add = (n & 1) == 0;
            cosine += add ? cosineTerm : -cosineTerm;
            sine += add ? sineTerm : -sineTerm;
        }

        return (sine, cosine, 8 * (n + 2));
    }

    private static FixedPoint Divide(FixedPoint numerator, FixedPoint denominator)
    {
        if (denominator.Upper.Sign < 0)
            return Divide(-numerator, -denominator);
        if (denominator.Lower.Sign <= 0)
            // undecided: |tan| < 2^places
            return FixedPoint.Around(BigInteger.Zero, BigInteger.One << (2 * denominator.Places), denominator.Places);
        int places = denominator.Places;
        BigInteger lower = (numerator.Lower << places) / (numerator.Lower.Sign >= 0 ? denominator.Upper : denominator.Lower) - 1;
        BigInteger upper = (numerator.Upper << places) / (numerator.Upper.Sign >= 0 ? denominator.Lower : denominator.Upper) + 1;
        return new FixedPoint(lower, upper, places);
    }
}
