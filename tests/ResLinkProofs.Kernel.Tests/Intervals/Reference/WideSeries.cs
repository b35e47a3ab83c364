using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>Hyperbolic functions, the cube and the error function in fixed point with hundreds of places, by other series than the kernel's.</summary>
internal sealed class WideSeries : IPointReference
{
    public string Name => "BigInteger fixed point (at least 200 correct places)";

    public int SampleSize => 300;

    /// <summary>The doubles around f(x), for 10^-30 &lt;= |x| &lt;= 40.</summary>
    /// <param name="function">sinh, cosh, tanh, cube, erf or erfc.</param>
    /// <param name="x">The argument.</param>
    public (double Lower, double Upper) Evaluate(string function, double x)
    {
        // e^(x^2) for the terms of erf, and as much for the size of erfc.
        int places = 700 + (3 * Math.Max(0, -Math.ILogB(x))) + (int)(4 * x * x);
        BigInteger value = Value(function, x, places), slack = BigInteger.One << 160;
        if (function == "erfc")
        {
            slack = BigInteger.One << (places / 4);
        }

        return (new Rational(value - slack, BigInteger.One << places).RoundDown(), new Rational(value + slack, BigInteger.One << places).RoundUp());
    }

    private static BigInteger Value(string function, double x, int places)
    {
        BigInteger argument = SeriesReference.Fixed(x, places), one = BigInteger.One << places;
        if (function is "erf" or "erfc")
        {
            BigInteger erf = Erf(argument, places);
            return function == "erf" ? erf : one - erf;
        }

        if (function == "cube")
        {
            return (argument * argument * argument) >> (2 * places);
        }

        BigInteger power = SeriesReference.Exp(BigInteger.Abs(argument), places), inverse = (one << places) / power;
        return function switch
        {
            "cosh" => (power + inverse) / 2,
            "sinh" => argument.Sign * (power - inverse) / 2,
            _ => argument.Sign * ((power - inverse) << places) / (power + inverse),
        };
    }

    // The alternating series: its terms grow to e^(x^2), which the places allow for.
    private static BigInteger Erf(BigInteger x, int places)
    {
        BigInteger square = (x * x) >> places, power = x, sum = x;
        for (int n = 1; BigInteger.Abs(power) > 1; n++)
        {
            power = -((power * square) >> places) / n;
            sum += power / ((2 * n) + 1);
        }

        BigInteger root = SquareRoot(Constants.Pi(places) << places);
        return ((2 * sum) << places) / root;
    }

    private static BigInteger SquareRoot(BigInteger value)
    {
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() / 2) + 1);
        while ((root + (value / root)) >> 1 is var next && next < root)
        {
            root = next;
        }

        return root;
    }
}
