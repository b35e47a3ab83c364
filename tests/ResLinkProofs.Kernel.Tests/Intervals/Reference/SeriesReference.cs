using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>
/// A reference for machines without MPFR: BigInteger fixed point with other algorithms than the kernel's (Machin's formula for pi, plain
/// Taylor series, addition theorems to correct a System.Math start value for the inverse functions). Slow, hence on fewer points.
/// </summary>
internal sealed class SeriesReference : IPointReference
{
    /// <summary>Units of the last place granted for truncations; at least 300 places are carried, so 200 and more are right.</summary>
    private static readonly BigInteger Slack = BigInteger.One << 90;

    public string Name => "BigInteger fixed point (at least 300 places)";

    public int SampleSize => 2_000;

    public (double Lower, double Upper) Evaluate(string function, double x)
    {
        if (x == 0 && function != "acos")
            return function is "exp" or "cos" ? (1, 1) : (0, 0);
        if (x == 1 && function is ("log" or "acos"))
            return (0, 0);
        if (function == "exp" && Math.Abs(x) > 800)
            return x > 0 ? (double.MaxValue, double.PositiveInfinity) : (0, double.Epsilon);

        // Places that hold x exactly, and near zero tell the function from its tangent: x - x^3/6 from x, 1 - x^2/2 from 1.
        int orders = function switch { "sin" or "tan" or "atan" or "asin" => 3, "cos" => 2, _ => 1 };
        int places = 380 + (orders * Math.Max(0, -Math.ILogB(x)));
        BigInteger value = Value(function, x, ref places);
        return (Down(value - Slack, places), Up(value + Slack, places));
    }

    /// <summary>f(x) to about 290 places, for moderate x.</summary>
    internal static Rational Approximate(string function, double x)
    {
        int places = 380 + (3 * Math.Max(0, -Math.ILogB(x)));
        BigInteger value = Value(function, x, ref places);
        return new Rational(value, BigInteger.One << places);
    }

    private static BigInteger Value(string function, double x, ref int places)
    {
        if (function == "exp" && x < 0)
            places += (int)(-x * 1.5);
        int extra = Math.Max(0, Math.ILogB(x)); // a large argument needs as many more places of pi
        BigInteger argument = Fixed(x, places), one = BigInteger.One << places;
        switch (function)
        {
            case "exp":
                return Exp(argument, places);
            case "log":
                return Log(x, argument, places);
            case "sin" or "cos" or "tan":
                BigInteger turn = 2 * Constants.Pi(places + extra + 4);
                BigInteger reduced = BigInteger.Remainder(Fixed(x, places + extra + 4), turn) >> (extra + 4);
                (BigInteger sine, BigInteger cosine) = SinCos(reduced, places);
                return function switch { "sin" => sine, "cos" => cosine, _ => (sine << places) / cosine };
            case "atan":
                return Angle(Math.Atan(x), argument, one, places);
            default:
                BigInteger leg = Root((one * one) - (argument * argument));
                return function == "asin" ? Angle(Math.Asin(x), argument, leg, places) : Angle(Math.Acos(x), leg, argument, places);
        }
    }

    internal static BigInteger Exp(BigInteger x, int places)
    {
        BigInteger ln2 = Constants.Ln2(places + 16);
        BigInteger k = BigInteger.Divide(x << 16, ln2);
        BigInteger rest = ((x << 16) - (k * ln2)) >> 16, term = BigInteger.One << places, sum = term;
        for (int n = 1; !term.IsZero; n++)
        {
            term = BigInteger.Divide((term * rest) >> places, n);
            if (term == BigInteger.MinusOne)
                break;
            sum += term;
        }

        return k.Sign >= 0 ? sum << (int)k : sum >> (int)-k;
    }

    // y + 2 (x - e^y) / (x + e^y) triples the number of correct places; x is scaled into [1, 2).
    private static BigInteger Log(double x, BigInteger argument, int places)
    {
        int k = Math.ILogB(x);
        BigInteger scaled = k >= 0 ? argument >> k : argument << -k;
        BigInteger y = Fixed(Math.Log(Math.ScaleB(x, -k)), places);
        for (int i = 0; i < 4; i++)
        {
            BigInteger power = Exp(y, places);
            y += ((2 * (scaled - power)) << places) / (scaled + power);
        }

        return y + (k * Constants.Ln2(places));
    }

    internal static (BigInteger Sine, BigInteger Cosine) SinCos(BigInteger x, int places)
    {
        BigInteger term = BigInteger.One << places, sine = 0, cosine = term;
        for (int n = 1; !term.IsZero && term != BigInteger.MinusOne; n++)
        {
            term = BigInteger.Divide((term * x) >> places, n);
            switch (n & 3)
            {
                case 0: cosine += term; break;
                case 1: sine += term; break;
                case 2: cosine -= term; break;
                default: sine -= term; break;
            }
        }

        return (sine, cosine);
    }

    /// <summary>The angle of the vector (horizontal, vertical) of any length from a start value: tan(angle - y) is a quotient of rotated components.</summary>
    internal static BigInteger Angle(double start, BigInteger vertical, BigInteger horizontal, int places)
    {
        BigInteger y = Fixed(start, places);
        int correct = 40;
        for (; correct < 3 * places; correct *= 3)
        {
            (BigInteger sine, BigInteger cosine) = SinCos(y, places);
            BigInteger across = (vertical * cosine) - (horizontal * sine), along = (vertical * sine) + (horizontal * cosine);
            y += (across << places) / along;
        }

        return y;
    }

    internal static BigInteger Fixed(double x, int places)
    {
        Rational exact = Rational.FromDouble(x);
        return BigInteger.Divide(exact.Numerator << places, exact.Denominator);
    }

    private static BigInteger Root(BigInteger value)
    {
        if (value.IsZero)
            return value;
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() / 2) + 1);
        for (; ; )
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    private static double Down(BigInteger value, int places) => new Rational(value, BigInteger.One << places).RoundDown();

    private static double Up(BigInteger value, int places) => new Rational(value, BigInteger.One << places).RoundUp();
}
