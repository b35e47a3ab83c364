using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Intervals.Elementary.Tables;
using static ResLinkProofs.Kernel.Intervals.Elementary.ErrorFreeTransform;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// Exponential and logarithm of one double by table and polynomial, with a proven error bound. The result may be one unit too wide.
/// </summary>
public static class DoubleExponential
{
    /// <summary>e^x for 2^-54 &lt; |x| &lt;= 708.</summary>
    public static Endpoints Exp(double x)
    {
        Endpoints scaled = Exp(x, out int exponent).Enclose();
        // |x| <= 708: -1022 < exponent < 1023, so the scaling is exact.
        double power = BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
        return new(scaled.Lower * power, scaled.Upper * power);
    }

    /// <summary>e^x / 2^exponent, about between 1 and 2.</summary>
    /// <remarks>
    /// x = k ln2/128 + r, k = 128 m + j, |r| &lt;= 0.00271 &lt; 2^-8.52, and e^x = 2^m 2^(j/128) e^r. Error budget in units of 2^-70, for
    /// 2^(j/128) &lt; 2:
    /// <list type="bullet">
    /// <item>k StepHigh is exact (35 + 17 bits), x - k StepHigh too (a multiple of 2^-61 below 2^-8; for k = 0 it is x); k StepLow is split
    /// exactly; ln 2 itself and the sum of the low parts cost below 2^-79: 0.01</item>
    /// <item>series: r^7/5040 &lt; 2^-71.9, twice: 0.6</item>
    /// <item>r^2 (1/2 + ...) rounded: four roundings of a relative 2^-53 on 2^-18.0, twice: 4</item>
    /// <item>product with 2^(j/128) and four sums, each at most 2^-16.9 2^-53.9: 2.5</item>
    /// <item>low part of the table times (e^r - 1 - r): below 2^-53 2^-18: 0.5; table entries: below 2^-105</item>
    /// </list>
    /// The sum is below 8 units; 32 units = 2^-65 are allowed for.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Approximation Exp(double x, out int exponent)
    {
        // 128 / ln 2: any integer k near x times this is sound as long as |r| keeps its bound
        const double StepsPerUnit = 184.6649652337873;
        const double Error = 2.710505431213761e-20; // 2^-65

        double multiple = Math.Round(x * StepsPerUnit);
        int k = (int)multiple;
        double t = x - (multiple * ExponentialTable.StepHigh);
        (double shift, double shiftError) = TwoProduct(multiple, ExponentialTable.StepLow);
        (double r, double rest) = TwoSum(t, -shift);
        rest -= shiftError;

        double square = r * r;
        double tail = 0.5 + (r * (1.0 / 6 + (r * (1.0 / 24 + (r * (1.0 / 120 + (r * (1.0 / 720))))))));
        double small = rest + (rest * r) + (square * tail); // e^r - 1 - r

        int j = k & 127;
        double high = ExponentialTable.Powers[2 * j], low = ExponentialTable.Powers[(2 * j) + 1];
        (double product, double productError) = TwoProduct(high, r);
        (double sum, double sumError) = FastTwoSum(high, product);
        exponent = k >> 7;
        return new(sum, sumError + (productError + (low + ((low * r) + (high * small)))), Error);
    }

    /// <summary>ln x for positive finite x other than 1.</summary>
    public static Endpoints Log(double x) => LogSum(x).Enclose();

    /// <summary>ln x for positive finite x other than 1.</summary>
    /// <remarks>
    /// x = 2^k s with 0.7 &lt; s &lt; 1.42, c near 1/s, r = c s - 1 exactly as a pair (|r| &lt;= 2^-7), ln x = k ln 2 - ln c + r
    /// - r^2/2 + r^3 Q(r). The sum of the first four is kept as a pair; its low parts and the cubic are added in double. Errors:
    /// <list type="bullet">
    /// <item>cubic: Q to a relative 1.6 units of 2^-53, three products, at most six sums that carry it (|r|^3 / 3 each): below 3.6 units;
    /// series after r^10: below 2^-59; r rounded to a double in the cubic: half a unit. Below 2^-50.9 |r|^3; allowed 2^-49 |r|^3</item>
    /// <item>low parts when k or ln c is not 0: below 2^-33, six sums: 2^-83; k Ln2Low and its rest: 2^-87. Allowed 2^-80</item>
    /// <item>otherwise r is exact and the low parts are below 2^-52 |r|: six sums cost below 2^-102 |r|. Allowed 2^-98 of the sum</item>
    /// </list>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Approximation LogSum(double x)
    {
        const double CubicError = 1.7763568394002505e-15; // 2^-49
        const double ReductionError = 8.271806125530277e-25; // 2^-80
        const double SumError = 3.1554436208840472e-30; // 2^-98

        int k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54: exact, and normal afterwards
            k = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        double significand = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        int bin = (int)(bits >> 45) & 127;
        if (bin >= LogarithmTable.FirstHalved)
            k++;
        double c = LogarithmTable.Bins[3 * bin], high = LogarithmTable.Bins[(3 * bin) + 1], low = LogarithmTable.Bins[(3 * bin) + 2];

        // The product is within 2^-7 of 1, or of 1 by construction of the halved bins: subtracting 1 is exact.
        (double product, double productError) = TwoProduct(significand, c);
        (double r, double rest) = FastTwoSum(product - 1, productError);
        (double square, double squareError) = TwoProduct(r, r);
        double series = 1.0 / 3
            - (r * (1.0 / 4 - (r * (1.0 / 5 - (r * (1.0 / 6 - (r * (1.0 / 7 - (r * (1.0 / 8 - (r * (1.0 / 9 - (r * (1.0 / 10))))))))))))));
        double cube = square * r;

        (double sum, double error1) = FastTwoSum(k * LogarithmTable.Ln2High, high);
        (sum, double error2) = TwoSum(sum, r);
        (sum, double error3) = TwoSum(sum, -0.5 * square);
        double tail = (cube * series) + ((rest - (r * rest)) - (0.5 * squareError));
        double total = tail + ((k * LogarithmTable.Ln2Low) + low + (error1 + error2 + error3));
        double error = (Math.Abs(cube) * CubicError) + (Math.Abs(sum) * SumError) + (k == 0 && high == 0 ? 0 : ReductionError);
        return new(sum, total, error);
    }
}
