using static ResLinkProofs.Kernel.Intervals.Elementary.ErrorFreeTransform;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// Integer powers of one positive double in double-double arithmetic, with a proven error bound. The result may be one unit too wide.
/// </summary>
internal static class DoublePower
{
    /// <summary>
    /// Results outside [1 / Range, Range] are left to the fixed-point path: within it no step under- or overflows in its error term.
    /// </summary>
    private const double Range = 1e250;

    /// <summary>x^n for x > 0 and 1 &lt;= n &lt;= 1024, or its reciprocal; null when a step leaves the safe range.</summary>
    /// <remarks>
    /// Low parts are at most 2^-53 of the high ones. A product of pairs drops the product of the low parts, 2^-106, and
    /// rounds four times, at 2^-106 twice, 2^-105 and 1.5 2^-105: below 2^-102, relative. Binary powering to n passes on
    /// at most n such errors, below n 2^-102; the reciprocal drops (2^-52)^2 and rounds at 2^-105: below 2^-102 more.
    /// Allowed: n 2^-99. When both low parts are 0 a product of pairs is exact, and so is the result if that holds for every step.
    /// </remarks>
    internal static Endpoints? Power(double x, int n, bool reciprocal)
    {
        const double Error = 1.5777218104420236e-30; // 2^-99
        double high = 1, low = 0, square = x, squareLow = 0;
        bool exact = true;
        for (int rest = n; ;)
        {
            if ((rest & 1) != 0)
            {
                exact &= low == 0 && squareLow == 0;
                (high, low) = Multiply(high, low, square, squareLow);
            }

            rest >>= 1;
            if (rest == 0)
                break;
            exact &= squareLow == 0;
            (square, squareLow) = Multiply(square, squareLow, square, squareLow);
            if (!(square is > 1 / Range and < Range))
                return null;
        }

        if (!(high is > 1 / Range and < Range))
            return null;
        if (!reciprocal)
            return new Approximation(high, low, exact ? 0 : high * (n * Error)).Enclose();
        double quotient = 1 / high;
        double residual = Math.FusedMultiplyAdd(-quotient, high, 1);
        if (exact && low == 0 && residual == 0)
            return Endpoints.Exact(quotient);
        return new Approximation(quotient, (residual - (quotient * low)) * quotient, quotient * ((n + 1) * Error)).Enclose();
    }

    private static (double High, double Low) Multiply(double a, double aLow, double b, double bLow)
    {
        (double product, double error) = TwoProduct(a, b);
        return FastTwoSum(product, error + ((a * bLow) + (aLow * b)));
    }
}
