using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Intervals.Elementary.Tables;
using static ResLinkProofs.Kernel.Intervals.Elementary.ErrorFreeTransform;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// Sine, cosine and tangent of one double by table and polynomial, with a proven error bound. The result may be one unit too wide.
/// </summary>
public static class DoubleTrigonometric
{
    /// <summary>Largest |x| for which the reduction by pi/2 in four parts is proven: the multiple is then below 2^20.</summary>
    public const double Limit = 1_000_000;

    /// <summary>sin x for 2^-28 &lt;= |x| &lt;= Limit.</summary>
    public static TrigonometricPoint Sin(double x) => new(SinSum(x, out int quadrant).Enclose(), quadrant);

    /// <summary>cos x for 2^-28 &lt;= |x| &lt;= Limit.</summary>
    public static TrigonometricPoint Cos(double x) => new(CosSum(x, out int quadrant).Enclose(), quadrant);

    /// <summary>tan x for 2^-28 &lt;= |x| &lt;= Limit.</summary>
    public static TrigonometricPoint Tan(double x) => new(TanSum(x, out int quadrant).Enclose(), quadrant);

    /// <summary>The sine as a sum of two doubles with a bound on its error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Approximation SinSum(double x, out int quadrant)
    {
        Angle angle = Reduce(x);
        quadrant = angle.Quadrant;
        return Quarter(angle, angle.Multiple);
    }

    /// <summary>The cosine as a sum of two doubles with a bound on its error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Approximation CosSum(double x, out int quadrant)
    {
        Angle angle = Reduce(x);
        quadrant = angle.Quadrant;
        return Quarter(angle, angle.Multiple + 1);
    }

    /// <remarks>
    /// The quotient of two sums h + l with errors a and b relative to them is off by at most a + b and 2^-100, relative to the quotient
    /// (the correction by the low parts is below 2^-51 of it, and computed to a few roundings). Allowed: 1.01 (a + b) + 2^-98.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Approximation TanSum(double x, out int quadrant)
    {
        const double QuotientError = 3.1554436208840472e-30; // 2^-98
        Angle angle = Reduce(x);
        quadrant = angle.Quadrant;
        Approximation sine = Sine(angle), cosine = Cosine(angle);
        bool odd = (angle.Multiple & 1) != 0;
        Approximation numerator = odd ? cosine : sine, denominator = odd ? sine : cosine;
        (double n, double nLow) = FastTwoSum(numerator.High, numerator.Low);
        (double d, double dLow) = FastTwoSum(denominator.High, denominator.Low);
        double quotient = n / d;
        double rest = (Math.FusedMultiplyAdd(-quotient, d, n) + (nLow - (quotient * dLow))) / d;
        double relative = (1.01 * ((numerator.Error / Math.Abs(n)) + (denominator.Error / Math.Abs(d)))) + QuotientError;
        Approximation value = new(quotient, rest, Math.Abs(quotient) * relative);
        return odd != angle.Negative ? -value : value;
    }

    /// <summary>sin(quarter pi/2 + sign (c + t)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Approximation Quarter(in Angle angle, int quarter)
    {
        bool negate = (quarter & 2) != 0;
        if ((quarter & 1) != 0)
            return negate ? -Cosine(angle) : Cosine(angle);
        return negate != angle.Negative ? -Sine(angle) : Sine(angle);
    }

    private static Approximation Sine(in Angle angle)
    {
        ReadOnlySpan<double> points = SineTable.Points;
        int j = 4 * angle.Index;
        return Rotate(points[j], points[j + 1], points[j + 2], points[j + 3], angle);
    }

    private static Approximation Cosine(in Angle angle)
    {
        ReadOnlySpan<double> points = SineTable.Points;
        int j = 4 * angle.Index;
        return Rotate(points[j + 2], points[j + 3], -points[j], -points[j + 1], angle);
    }

    /// <summary>
    /// F cos t + G sin t for |t| &lt;= 2^-8, with (F, G) = (sin c, cos c) for the sine of c + t and (cos c, -sin c) for its cosine.
    /// </summary>
    /// <remarks>
    /// Computed as F + G t (exact products and sums) + low, low = F (cos t - 1) + G (sin t - t) + low parts. Errors in units of 2^-53:
    /// <list type="bullet">
    /// <item>F (cos t - 1), of size F t^2/2: four roundings, and six sums that carry it: 5 F t^2; F's low part: 0.25 F t^2;
    /// the low part of t in G t^2/2: 0.8 F t^2 (it is below 2^-53 of the argument, which is below 1.6
    /// F for the sine). Allowed 32 F t^2</item>
    /// <item>G (sin t - t), of size t^3/6: four roundings and six sums: 1.7 |t|^3. Allowed 8 |t|^3</item>
    /// <item>sums of the low parts, each below 2^-52 F: below 2^-102 F. Allowed 2^-98 F. (F = 0 only for c = 0, where they vanish.)</item>
    /// <item>series: t^8/40320 and t^9/362880: below 2^-63 t^2</item>
    /// </list>
    /// The error of the reduction comes on top.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Approximation Rotate(double f, double fLow, double g, double gLow, in Angle angle)
    {
        const double SquareError = 3.552713678800501e-15; // 2^-48
        const double CubeError = 8.881784197001252e-16; // 2^-50
        const double SumError = 3.1554436208840472e-30; // 2^-98

        double t = angle.Rest, tLow = angle.RestLow;
        double square = t * t;
        double cosine = square * (-0.5 + (square * (1.0 / 24 - (square * (1.0 / 720)))));
        double cube = square * t;
        double sine = cube * (-1.0 / 6 + (square * (1.0 / 120 - (square * (1.0 / 5040)))));
        (double product, double productError) = TwoProduct(g, t);
        (double sum, double sumError) = FastTwoSum(f, product); // |f| >= |g t|, or f = 0
        double low = sumError + (productError + (fLow + ((g * tLow) + ((gLow * t) + ((f * (cosine - (t * tLow))) + (g * sine))))));
        double size = Math.Abs(f);
        return new(sum, low, (size * ((square * SquareError) + SumError)) + (Math.Abs(cube) * CubeError) + angle.Error);
    }

    /// <summary>x = n pi/2 + sign (c + t) with c = Index / 128, and t in two parts.</summary>
    /// <remarks>
    /// n &lt; 2^20, so n HalfPi1 and n HalfPi2 are exact; x - n HalfPi1 is a multiple of 2^-53 below 1,
    /// hence exact; n HalfPi3 is split exactly. The low parts are below 2^-53: their sum, n HalfPi4 and the
    /// rest of pi/2 cost below 2^-103. Allowed 2^-100; for n = 0 nothing is lost. The remainder is at most
    /// pi/4 + 2^-30, and its distance to the nearest of the c is at most 2^-8; the difference is exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Angle Reduce(double x)
    {
        const double TwoOverPi = 0.6366197723675814;
        const double ReductionError = 7.888609052210118e-31; // 2^-100

        double multiple = Math.Round(x * TwoOverPi);
        int n = (int)multiple;
        double rest = x, restLow = 0;
        if (n != 0)
        {
            (double first, double firstError) = TwoSum(x - (multiple * SineTable.HalfPi1), -(multiple * SineTable.HalfPi2));
            (double third, double thirdError) = TwoProduct(multiple, SineTable.HalfPi3);
            (double second, double secondError) = TwoSum(first, -third);
            double low = secondError + (firstError - thirdError - (multiple * SineTable.HalfPi4));
            (rest, restLow) = TwoSum(second, low);
        }

        bool negative = rest < 0;
        if (negative)
            (rest, restLow) = (-rest, -restLow);
        double index = Math.Round(rest * 128);
        int quadrant = (negative ? n - 1 : n) & TrigonometricPoint.QuadrantMask;
        return new(n, quadrant, negative, (int)index, rest - (index * 0.0078125), restLow, n == 0 ? 0 : ReductionError);
    }

    private readonly record struct Angle(int Multiple, int Quadrant, bool Negative, int Index, double Rest, double RestLow, double Error);
}
