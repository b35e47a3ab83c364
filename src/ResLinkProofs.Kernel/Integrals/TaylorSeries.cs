using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Integrals;

/// <summary>
/// Arithmetic of Taylor coefficients: the k-th entry of a series encloses f^(k)(t) / k! for every t of an interval on which f is as often continuously
/// differentiable. All series of one calculation have one length. Where a rule divides by what may vanish the result is unbounded or empty.
/// </summary>
internal static class TaylorSeries
{
    /// <summary>The series of a function that does not depend on t.</summary>
    public static Interval[] Constant(Interval value, int length)
    {
        var series = new Interval[length];
        series[0] = value;
        return series;
    }

    /// <summary>Entry by entry.</summary>
    public static Interval[] Combine(Interval[] u, Interval[] v, Func<Interval, Interval, Interval> rule) => [.. u.Zip(v, rule)];

    /// <summary>Entry by entry.</summary>
    public static Interval[] Scale(Interval[] u, Interval factor) => Array.ConvertAll(u, x => factor * x);

    /// <summary>u + constant.</summary>
    public static Interval[] Shift(Interval[] u, Interval constant) => [u[0] + constant, .. u[1..]];

    /// <summary>u v, by Leibniz' rule.</summary>
    public static Interval[] Multiply(Interval[] u, Interval[] v) => Fill(u.Length, (k, _) => Convolve(u, v, k, 0, k));

    /// <summary>u^2.</summary>
    public static Interval[] Square(Interval[] u)
    {
        Interval[] square = Multiply(u, u);
        square[0] = Interval.Square(u[0]);
        return square;
    }

    /// <summary>u / v, from (u/v) v = u.</summary>
    public static Interval[] Divide(Interval[] u, Interval[] v) => Fill(u.Length, (k, g) => (u[k] - Convolve(v, g, k, 1, k)) / v[0]);

    /// <summary>sqrt u, from g g = u.</summary>
    public static Interval[] Sqrt(Interval[] u) =>
        Fill(u.Length, (k, g) => k == 0 ? Interval.Sqrt(u[0]) : (u[k] - Convolve(g, g, k, 1, k - 1)) / (2 * g[0]));

    /// <summary>exp u, from g' = u' g.</summary>
    public static Interval[] Exp(Interval[] u) => Fill(u.Length, (k, g) => k == 0 ? Interval.Exp(u[0]) : Product(u, g, k));

    /// <summary>The series with a given first entry of a function g with g' = u' w: of F(u), when w is F'(u).</summary>
    public static Interval[] Primitive(Interval first, Interval[] u, Interval[] w) => Fill(u.Length, (k, _) => k == 0 ? first : Product(u, w, k));

    /// <summary>The two functions with s' = u' c and c' = sign u' s: sine and cosine for the sign -1, the hyperbolic ones for 1.</summary>
    public static (Interval[] Sine, Interval[] Cosine) Pair(Interval sine, Interval cosine, Interval[] u, int sign)
    {
        Interval[] s = Constant(sine, u.Length), c = Constant(cosine, u.Length);
        for (int k = 1; k < u.Length; k++)
        {
            (s[k], c[k]) = (Product(u, c, k), sign * Product(u, s, k));
        }

        return (s, c);
    }

    // The k-th entry of the primitive of u' w: the sum of j u_j w_(k-j) over j = 1..k, over k.
    private static Interval Product(Interval[] u, Interval[] w, int k)
    {
        Interval sum = 0;
        for (int j = 1; j <= k; j++)
        {
            sum += j * u[j] * w[k - j];
        }

        return sum / k;
    }

    private static Interval Convolve(Interval[] u, Interval[] v, int k, int from, int to)
    {
        Interval sum = 0;
        for (int j = from; j <= to; j++)
        {
            sum += u[j] * v[k - j];
        }

        return sum;
    }

    private static Interval[] Fill(int length, Func<int, Interval[], Interval> entry)
    {
        var series = new Interval[length];
        for (int k = 0; k < length; k++)
        {
            series[k] = entry(k, series);
        }

        return series;
    }
}
