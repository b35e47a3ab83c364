namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// Hyperbolic functions, their inverses and the cube root at one double x >= 0; the cube root is the
/// tightest enclosure, the others a few units wide.
/// </summary>
internal static class HyperbolicPoint
{
    private static Interval Unbounded => new(double.MaxValue, double.PositiveInfinity);

    /// <summary>sinh x.</summary>
    /// <remarks>
    /// For x &lt;= 1 it is x times the sum of q^k / (2k+1)!, q = x^2, nested as 1 + q/(2·3) (1 + q/(4·5) (1 +
    /// ...)): the ratios of consecutive terms are at most 1/6, so that every such factor lies between 1 and 2.
    /// </remarks>
    internal static Interval Sinh(double x)
    {
        if (double.IsInfinity(x))
            return Unbounded;
        Interval point = Interval.Point(x);
        if (x > 1)
            return (Interval.Exp(point) - Interval.Exp(-point)) / 2;
        Interval q = Interval.Square(point), sum = new(1, 2);
        for (int k = 11; k >= 1; k--)
            sum = 1 + (q / (2 * k * ((2 * k) + 1)) * sum);
        return point * sum;
    }

    /// <summary>cosh x.</summary>
    internal static Interval Cosh(double x)
    {
        if (double.IsInfinity(x))
            return Unbounded;
        Interval point = Interval.Point(x);
        return ((Interval.Exp(point) + Interval.Exp(-point)) / 2).Intersect(new(1, double.PositiveInfinity));
    }

    /// <summary>tanh x: the quotient, and beyond 1 the form 1 - 2 / (e^2x + 1), which does not overflow.</summary>
    internal static Interval Tanh(double x)
    {
        if (double.IsInfinity(x))
            return new(Math.BitDecrement(1), 1);
        Interval value = x <= 1 ? Sinh(x) / Cosh(x) : 1 - (2 / (Interval.Exp(2 * Interval.Point(x)) + 1));
        return value.Intersect(new(0, 1));
    }

    /// <summary>arsinh x = artanh(x / sqrt(1 + x^2)) near zero, log(x + sqrt(1 + x^2)) beyond.</summary>
    /// <remarks>arsinh x = log 2x + d with 0 &lt; d &lt;= 1 / 4x^2, as sqrt(1 + x^2) &lt;= x + 1/2x: below 2^-62 for x >= 2^30.</remarks>
    internal static Interval Asinh(double x)
    {
        if (double.IsInfinity(x))
            return new(710, double.PositiveInfinity); // arsinh of the largest double is 710.47...
        Interval point = Interval.Point(x);
        if (x >= 1073741824.0)
            return Interval.Log(point) + Interval.Log(2) + new Interval(0, 2.168404344971009e-19);
        Interval hypotenuse = Interval.Sqrt(1 + Interval.Square(point));
        return x <= 0.34 ? AtanhSeries(point / hypotenuse) : Interval.Log(point + hypotenuse);
    }

    /// <summary>artanh x for x &lt;= 1; unbounded at 1.</summary>
    internal static Interval Atanh(double x)
    {
        if (x >= 1)
            return new(18, double.PositiveInfinity); // artanh of the largest double below 1 is 18.7...
        Interval point = Interval.Point(x);
        return x <= 0.33 ? AtanhSeries(point) : Interval.Log((1 + point) / (1 - point)) / 2;
    }

    /// <summary>
    /// The cube root: the doubles whose cubes, compared exactly, enclose x. The guess of the platform
    /// costs or saves steps and nothing else.
    /// </summary>
    internal static Endpoints Cbrt(double x)
    {
        if (x == 0 || double.IsInfinity(x))
            return Endpoints.Exact(x);
        double root = Math.Cbrt(x);
        while (ElementaryPoint.Power(root, 3).Upper > x)
            root = Math.BitDecrement(root);
        while (ElementaryPoint.Power(Math.BitIncrement(root), 3).Upper <= x)
            root = Math.BitIncrement(root);
        return ElementaryPoint.Power(root, 3).Lower >= x ? Endpoints.Exact(root) : new(root, Math.BitIncrement(root));
    }

    // z times the sum of q^k / (2k+1), q = z^2 <= 1/8, nested: what follows the n-th term is q^n times at most 1 / (2n+1) / (1 - q).
    private static Interval AtanhSeries(Interval z)
    {
        const int Terms = 20;
        Interval q = Interval.Square(z), sum = (1 / (((2 * Terms) + 1) * (1 - q))).Hull(0);
        for (int k = Terms - 1; k >= 0; k--)
            sum = (Interval.One / ((2 * k) + 1)) + (q * sum);
        return z * sum;
    }
}
