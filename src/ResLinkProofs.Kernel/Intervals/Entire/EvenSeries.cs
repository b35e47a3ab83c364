namespace ResLinkProofs.Kernel.Intervals.Entire;

/// <summary>
/// Power series in q = x^2 of even functions with a removable singularity at zero, with a proven bound on what is cut off. Every
/// function here is given by its first coefficient and the ratios of consecutive ones.
/// </summary>
internal static class EvenSeries
{
    private const int AlternatingTerms = 18;
    private const int PositiveTerms = 34;

    /// <summary>The largest |x| for which the alternating series are used: their terms then decrease from the first on.</summary>
    internal const double AlternatingReach = 2;

    /// <summary>The largest |x| for which the series with positive terms are used.</summary>
    internal const double PositiveReach = 0.5;

    /// <summary>sin x / x = sum of (-q)^k / (2k+1)!; ratios 1 / (2k+2)(2k+3).</summary>
    internal static Interval Sinc(Interval q) => Alternating(q, Interval.One, static k => (1, (2 * k) + 2, (2 * k) + 3));

    /// <summary>(sin x - x cos x) / x^3 = sum of (-q)^k (2k+2) / (2k+3)!; ratios (k+2) / (k+1)(2k+4)(2k+5) = 1 / (2k+2)(2k+5).</summary>
    internal static Interval SincDescent(Interval q) => Alternating(q, Interval.One / 3, static k => (1, (2 * k) + 2, (2 * k) + 5));

    /// <summary>
    /// (3 sin x - 3 x cos x - x^2 sin x) / x^5 = sum of (-q)^k (2k+2)(2k+4) / (2k+5)!; ratios 1 / (2k+2)(2k+7).
    /// </summary>
    internal static Interval SincSecondDescent(Interval q) => Alternating(q, Interval.One / 15, static k => (1, (2 * k) + 2, (2 * k) + 7));

    /// <summary>(x - sin x) / x^3 = sum of (-q)^k / (2k+3)!; ratios 1 / (2k+4)(2k+5).</summary>
    internal static Interval SineDefect(Interval q) => Alternating(q, Interval.One / 6, static k => (1, (2 * k) + 4, (2 * k) + 5));

    /// <summary>(2x + x cos x - 3 sin x) / x^5 = sum of (-q)^k (2k+2) / (2k+5)!; ratios (k+2) / (k+1)(2k+6)(2k+7).</summary>
    internal static Interval SineDefectDescent(Interval q) =>
        Alternating(q, Interval.One / 60, static k => (k + 2, (k + 1) * ((2 * k) + 6), (2 * k) + 7));

    /// <summary>(arcsin x - x) / x^3 = sum of c_(k+1) q^k; c_(k+1) / c_k = (2k+1)^2 / (2k+2)(2k+3) below 1, c_1 = 1/6.</summary>
    internal static Interval ArcsineDefect(Interval q) =>
        Positive(q, Interval.One / 6, static k => (((2 * k) + 3) * ((2 * k) + 3), (2 * k) + 4, (2 * k) + 5));

    /// <summary>
    /// (x / sqrt(1 - x^2) + 2x - 3 arcsin x) / x^5 = sum of (2k+2) c_(k+2) q^k; ratios (2k+5)^2 (k+2) /
    /// (2k+6)(2k+7)(k+1), below 1 from k = 2 on as 4k^3 + 28k^2 + 65k + 50 &lt; 4k^3 + 30k^2 + 68k + 42 there.
    /// </summary>
    internal static Interval ArcsineDefectAscent(Interval q) => Positive(
        q,
        Interval.Point(3) / 20,
        static k => (((2 * k) + 5) * ((2 * k) + 5) * (k + 2), ((2 * k) + 6) * ((2 * k) + 7), k + 1));

    // Terms alternate in sign and decrease for q <= 4 (every ratio above is at most 1/6 times 4): the rest lies between zero and the first
    // term left out. Valid for each point of q, hence for its interval.
    private static Interval Alternating(Interval q, Interval first, Func<int, (int Numerator, int Factor, int Divisor)> ratio)
    {
        Interval term = first, sum = first;
        for (int k = 0; k < AlternatingTerms; k++)
        {
            term = -Next(term, q, ratio(k));
            sum += k < AlternatingTerms - 1 ? term : term.Hull(0);
        }

        return sum;
    }

    // Positive terms whose ratio is at most q <= 1/4 beyond the last one used: the rest is at most term / (1 - q).
    private static Interval Positive(Interval q, Interval first, Func<int, (int Numerator, int Factor, int Divisor)> ratio)
    {
        Interval term = first, sum = first;
        for (int k = 0; k < PositiveTerms; k++)
        {
            term = Next(term, q, ratio(k));
            sum += k < PositiveTerms - 1 ? term : (term / (1 - q)).Hull(0);
        }

        return sum;
    }

    private static Interval Next(Interval term, Interval q, (int Numerator, int Factor, int Divisor) ratio) =>
        term * q * ratio.Numerator / (ratio.Factor * ratio.Divisor);
}
