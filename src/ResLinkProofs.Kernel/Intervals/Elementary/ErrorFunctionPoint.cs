namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>The error function and its complement at one double; a few units wide, erfc relative to its size (about x^2 units).</summary>
internal static class ErrorFunctionPoint
{
    private const double SeriesReach = 1.4;

    /// <summary>2 / sqrt(pi).</summary>
    internal static Interval Scale => 2 / Interval.Sqrt(Interval.Pi);

    /// <summary>erf x for x >= 0.</summary>
    internal static Interval Erf(double x)
    {
        if (double.IsInfinity(x))
            return new(Math.BitDecrement(1), 1);
        return (x <= SeriesReach ? Series(x) : 1 - Fraction(x)).Intersect(new(0, 1));
    }

    /// <summary>erfc x = 1 - erf x for any x.</summary>
    internal static Interval Erfc(double x)
    {
        if (double.IsInfinity(x))
            return x > 0 ? new(0, double.Epsilon) : new(Math.BitDecrement(2), 2);
        if (x > SeriesReach)
            return Fraction(x).Intersect(new(0, 1));
        return (x < 0 ? 1 + Erf(-x) : 1 - Erf(x)).Intersect(new(0, 2));
    }

    /// <summary>erf x = 2/sqrt(pi) e^(-x^2) (x + 2x^3/3 + 4x^5/15 + ...) for 0 &lt;= x &lt;= 1.4.</summary>
    /// <remarks>
    /// The n-th term is the one before times 2x^2 / (2n+1): nested as x (1 + 2x^2/3 (1 + 2x^2/5 (1 + ...))). From n = 40 on
    /// these ratios are below 1/20, so that the factor that is cut off lies between 1 and 2; it counts with less than 10^-30.
    /// </remarks>
    private static Interval Series(double x)
    {
        const int Terms = 40;
        Interval point = Interval.Point(x), square = Interval.Square(point), sum = new(1, 2);
        for (int n = Terms; n >= 1; n--)
            sum = 1 + (2 * square / ((2 * n) + 1) * sum);
        return Scale * Interval.Exp(-square) * point * sum;
    }

    /// <summary>erfc x = 2/sqrt(pi) e^(-x^2) / r_0, r_n = 2x + 2(n+1) / r_(n+1), for x > 0.</summary>
    /// <remarks>
    /// The repeated integrals i^n erfc, with i^-1 erfc = 2/sqrt(pi) e^(-x^2), satisfy 2n i^n erfc = i^(n-2) erfc - 2x i^(n-1) erfc.
    /// Their quotients r_n = i^(n-1) erfc / i^n erfc are positive, and so r_(n-1) = 2x + 2n / r_n. Hence r_n >= 2x, and therefore
    /// r_n &lt;= 2x + (n+1)/x: with that enclosure of r_N the recurrence is run backward. It narrows like exp(-2x sqrt(2N)).
    /// </remarks>
    private static Interval Fraction(double x)
    {
        const int Depth = 128;
        Interval twice = 2 * Interval.Point(x);
        Interval quotient = twice + ((Depth + 1) / Interval.Point(x)).Hull(0);
        for (int n = Depth; n >= 1; n--)
            quotient = twice + ((2 * n) / quotient);
        return Scale * Interval.Exp(-Interval.Square(Interval.Point(x))) / quotient;
    }
}
