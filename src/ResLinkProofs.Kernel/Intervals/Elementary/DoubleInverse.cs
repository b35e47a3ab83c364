using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Intervals.Elementary.Tables;
using static ResLinkProofs.Kernel.Intervals.Elementary.ErrorFreeTransform;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// Arc tangent, arc sine and arc cosine of one double by table and polynomial, with a proven error
/// bound. The result may be one unit too wide.
/// </summary>
public static class DoubleInverse
{
    private const double HalfPiHigh = 0.5 * ArcTangentTable.PiHigh, HalfPiLow = 0.5 * ArcTangentTable.PiLow;

    /// <summary>atan x for finite |x| >= 2^-28.</summary>
    public static Endpoints Atan(double x) => AtanSum(x).Enclose();

    /// <summary>The inverse tangent as a sum of two doubles with a bound on its error.</summary>
    public static Approximation AtanSum(double x)
    {
        double a = Math.Abs(x);
        Approximation value = a <= 1 ? Angle(a, 0, 1, 0, 0, 0, 1) : Angle(1, 0, a, 0, HalfPiHigh, HalfPiLow, -1);
        return x < 0 ? -value : value;
    }

    /// <summary>asin x for 2^-28 &lt;= |x| &lt; 1.</summary>
    public static Endpoints Asin(double x) => AsinSum(x).Enclose();

    /// <summary>The inverse sine as a sum of two doubles with a bound on its error.</summary>
    public static Approximation AsinSum(double x)
    {
        double a = Math.Abs(x);
        (double root, double rootLow) = Leg(a);
        Approximation value = a <= root ? Angle(a, 0, root, rootLow, 0, 0, 1) : Angle(root, rootLow, a, 0, HalfPiHigh, HalfPiLow, -1);
        return x < 0 ? -value : value;
    }

    /// <summary>acos x for |x| &lt; 1.</summary>
    public static Endpoints Acos(double x) => AcosSum(x).Enclose();

    /// <summary>The inverse cosine as a sum of two doubles with a bound on its error.</summary>
    public static Approximation AcosSum(double x)
    {
        double a = Math.Abs(x);
        (double root, double rootLow) = Leg(a);
        if (a <= root)
            return Angle(a, 0, root, rootLow, HalfPiHigh, HalfPiLow, x < 0 ? 1 : -1);
        return x < 0
            ? Angle(root, rootLow, a, 0, ArcTangentTable.PiHigh, ArcTangentTable.PiLow, -1)
            : Angle(root, rootLow, a, 0, 0, 0, 1);
    }

    /// <summary>
    /// sqrt(1 - a^2) for 0 &lt;= a &lt; 1 as a pair, to a relative 2^-103: 1 - a^2 is known to 2^-106, and the root is corrected once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Root, double Low) Leg(double a)
    {
        (double square, double squareError) = TwoProduct(a, a);
        (double difference, double differenceError) = FastTwoSum(1, -square);
        (double value, double low) = FastTwoSum(difference, differenceError - squareError);
        double root = Math.Sqrt(value);
        return (root, (Math.FusedMultiplyAdd(-root, root, value) + low) / (2 * root));
    }

    /// <summary>base + sign * atan(y / w) for 0 &lt;= y &lt;= w, w > 0, all three given as pairs.</summary>
    /// <remarks>
    /// With c = k/64 near y/w: atan(y/w) = atan c + atan t, t = (y - c w) / (w + c y), |t| &lt;= 2^-6.99, atan t =
    /// t + t^3 (-1/3 + t^2/5 - ...). base, sign atan c and sign t are summed exactly, the rest in double. Errors:
    /// <list type="bullet">
    /// <item>cubic: 4.5 roundings of 2^-53 |t|^3 / 3, four sums that carry it: below 2.9 units of 2^-53 |t|^3; series after t^9: below
    /// 2^-59 |t|^3. Allowed 16 units = 2^-49</item>
    /// <item>low part s of t, which after cancellation in y - c w is small only absolutely (below 2^-51): its effect s - s t^2 is included,
    /// what is left is below s^2 |t| &lt; 2^-108</item>
    /// <item>t for k = 0: y and w to a relative 2^-103, the correction of the quotient to 2^-104: allowed 2^-98 |t|</item>
    /// <item>for k > 0 or base > 0: the same errors relative to y &lt;= w and w + c y, the low parts
    /// (below 2^-51 in all) in six sums, and the tables: below 2^-101. Allowed 2^-98</item>
    /// </list>
    /// </remarks>
    private static Approximation Angle(double y, double yLow, double w, double wLow, double baseHigh, double baseLow, double sign)
    {
        const double CubeError = 1.7763568394002505e-15; // 2^-49
        const double SumError = 3.1554436208840472e-30; // 2^-98

        double multiple = Math.Round(64 * (y / w));
        double c = multiple * 0.015625;
        if (multiple != 0)
        {
            (double cw, double cwError) = TwoProduct(c, w);
            (double cy, double cyError) = TwoProduct(c, y);
            (double numerator, double numeratorError) = TwoSum(y, -cw);
            (double denominator, double denominatorError) = FastTwoSum(w, cy);
            (double yOld, double wOld) = (yLow, wLow);
            y = numerator;
            yLow = numeratorError - cwError + (yOld - (c * wOld));
            w = denominator;
            wLow = denominatorError + cyError + (wOld + (c * yOld));
        }

        double t = y / w;
        double tLow = (Math.FusedMultiplyAdd(-t, w, y) + (yLow - (t * wLow))) / w;
        double square = t * t;
        double cube = t * square;
        double cubic = cube * (-1.0 / 3 + (square * (1.0 / 5 + (square * (-1.0 / 7 + (square * (1.0 / 9)))))));

        int k = 2 * (int)multiple;
        ReadOnlySpan<double> angles = ArcTangentTable.Angles;
        (double sum, double error1) = FastTwoSum(baseHigh, sign * angles[k]); // base is 0, or pi/2 or more
        (sum, double error2) = TwoSum(sum, sign * t);
        double low = error2 + (error1 + (baseLow + (sign * (angles[k + 1] + ((tLow - (tLow * square)) + cubic)))));
        double error = (Math.Abs(cube) * CubeError) + (Math.Abs(t) * SumError) + (multiple == 0 && baseHigh == 0 ? 0 : SumError);
        return new(sum, low, error);
    }
}
