namespace ResLinkProofs.Descent.Models;

/// <summary>
/// exp and ln from correctly rounded operations only, so that training gives the same bits on every
/// platform. Relative error below 4e-16 and 1e-15.
/// </summary>
public static class PortableExponential
{
    private const double Ln2High = 0.6931471804855391, Ln2Low = 7.440617110012397e-11;

    /// <summary>e^x; 0 below -745 and infinity above 709.7.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 709.7)
            return double.PositiveInfinity;
        if (x < -745)
            return 0;
        var k = Math.Round(x * 1.4426950408889634);
        var r = Math.FusedMultiplyAdd(-k, Ln2Low, Math.FusedMultiplyAdd(-k, Ln2High, x));

        // |r| <= 0.3466: the Taylor remainder of degree 13 is below 1e-17.
        var sum = 1.0;
        for (var n = 13; n >= 1; n--)
            sum = Math.FusedMultiplyAdd(sum / n, r, 1);
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>ln x for finite positive normal x.</summary>
    public static double Log(double x)
    {
        var k = Math.ILogB(x);
        var m = Math.ScaleB(x, -k);
        if (m > 4.0 / 3)
            (m, k) = (m / 2, k + 1);

        // ln m = 2 artanh t with t = (m-1)/(m+1), |t| <= 1/5.
        var t = (m - 1) / (m + 1);
        var square = t * t;
        var sum = 0.0;
        for (var n = 23; n >= 1; n -= 2)
            sum = Math.FusedMultiplyAdd(sum, square, 1.0 / n);
        return Math.FusedMultiplyAdd(k, Ln2High, Math.FusedMultiplyAdd(k, Ln2Low, 2 * t * sum));
    }
}
