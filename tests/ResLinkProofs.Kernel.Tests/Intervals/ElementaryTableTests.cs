using System.Numerics;
using ResLinkProofs.Kernel.Intervals.Elementary;
using ResLinkProofs.Kernel.Intervals.Elementary.Tables;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tests.Intervals.Reference;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>Every stored constant, recomputed in BigInteger fixed point from series that the kernel does not use.</summary>
public sealed class ElementaryTableTests
{
    private const int Places = 400;
    private static readonly BigInteger One = BigInteger.One << Places;

    [Fact]
    public void Long_constants_are_cut_off_correctly()
    {
        const int All = FixedPointConstants.Places;
        Assert.Equal(Constants.Pi(All), FixedPointConstants.Pi(All));
        Assert.Equal(Constants.Ln2(All), FixedPointConstants.Ln2(All));
        Assert.NotEqual(Constants.Pi(All) + 1, FixedPointConstants.Pi(All));
    }

    [Fact]
    public void Parts_of_ln_2_and_pi_leave_the_stated_rest()
    {
        Rest(Constants.Ln2(Places) / 128, -97, ExponentialTable.StepHigh, ExponentialTable.StepLow);
        Rest(Constants.Ln2(Places), -96, LogarithmTable.Ln2High, LogarithmTable.Ln2Low);
        Rest(Constants.Pi(Places) / 2, -175, SineTable.HalfPi1, SineTable.HalfPi2, SineTable.HalfPi3, SineTable.HalfPi4);
        Rest(Constants.Pi(Places), -106, ArcTangentTable.PiHigh, ArcTangentTable.PiLow);
        Assert.True(SignificantBits(ExponentialTable.StepHigh) <= 35);
        Assert.True(SignificantBits(LogarithmTable.Ln2High) <= 42);
        Assert.True(SignificantBits(SineTable.HalfPi1) <= 33);
        Assert.True(SignificantBits(SineTable.HalfPi2) <= 33);
    }

    [Fact]
    public void Powers_of_two()
    {
        Assert.Equal(256, ExponentialTable.Powers.Length);
        for (int j = 0; j < 128; j++)
            Pair(SeriesReference.Exp(Constants.Ln2(Places) * j / 128, Places), ExponentialTable.Powers[2 * j], ExponentialTable.Powers[(2 * j) + 1]);
    }

    [Fact]
    public void Logarithms_of_the_bins()
    {
        Assert.Equal(3 * 128, LogarithmTable.Bins.Length);
        for (int i = 0; i < 128; i++)
        {
            double c = LogarithmTable.Bins[3 * i], high = LogarithmTable.Bins[(3 * i) + 1], low = LogarithmTable.Bins[(3 * i) + 2];
            bool halved = i >= LogarithmTable.FirstHalved;
            // e^(high + low) = 1 / c or 1 / (2 c), and the reduced argument stays within 2^-7.
            BigInteger power = SeriesReference.Exp(Fixed(high) + Fixed(low), Places);
            Rational product = new Rational(power, One) * Rational.FromDouble(c) * (halved ? 2 : 1);
            Assert.True(Rational.Abs(product - 1) <= Rational.Pow(2, -53) * (Rational.Abs(Rational.FromDouble(low)) + Rational.Pow(2, -200)));
            foreach (double end in (double[])[1 + (i / 128.0), 1 + ((i + 1) / 128.0)])
                Assert.True(Math.Abs((end * c) - 1) <= 0.0078125);
        }

        Assert.Equal((1.0, 0.0, 0.0), (LogarithmTable.Bins[0], LogarithmTable.Bins[1], LogarithmTable.Bins[2]));
        Assert.Equal((0.5, 0.0, 0.0), (LogarithmTable.Bins[381], LogarithmTable.Bins[382], LogarithmTable.Bins[383]));
    }

    [Fact]
    public void Sines_and_cosines()
    {
        Assert.Equal(4 * 102, SineTable.Points.Length);
        for (int j = 0; j < 102; j++)
        {
            (BigInteger sine, BigInteger cosine) = SeriesReference.SinCos(One * j / 128, Places);
            Pair(sine, SineTable.Points[4 * j], SineTable.Points[(4 * j) + 1]);
            Pair(cosine, SineTable.Points[(4 * j) + 2], SineTable.Points[(4 * j) + 3]);
        }
    }

    [Fact]
    public void Arc_tangents()
    {
        Assert.Equal(2 * 65, ArcTangentTable.Angles.Length);
        for (int k = 0; k <= 64; k++)
            Pair(SeriesReference.Angle(Math.Atan(k / 64.0), One * k / 64, One, Places), ArcTangentTable.Angles[2 * k], ArcTangentTable.Angles[(2 * k) + 1]);
    }

    [Fact]
    public void A_pair_that_is_off_by_one_unit_is_detected()
    {
        double high = SineTable.Points[4], low = SineTable.Points[5];
        BigInteger sine = SeriesReference.SinCos(One / 128, Places).Sine;
        Pair(sine, high, low);
        Assert.ThrowsAny<Exception>(() => Pair(sine, Math.BitIncrement(high), low));
        Assert.ThrowsAny<Exception>(() => Pair(sine, high, Math.BitIncrement(low)));
    }

    // The double nearest to the number, and the double nearest to what is left.
    private static void Pair(BigInteger exact, double high, double low)
    {
        Rational value = new(exact, One), rest = value - Rational.FromDouble(high), noise = Rational.Pow(2, 20 - Places);
        if (Rational.Abs(rest) <= noise)
        {
            Assert.Equal(0.0, low);
            return;
        }

        Assert.Equal(value.ToDouble(), high);
        Assert.Equal(rest.ToDouble(), low);
    }

    private static void Rest(BigInteger exact, int exponent, params double[] parts)
    {
        Rational rest = parts.Aggregate(new Rational(exact, One), (r, p) => r - Rational.FromDouble(p));
        Assert.True(Rational.Abs(rest) < Rational.Pow(2, exponent));
    }

    private static BigInteger Fixed(double x) => SeriesReference.Fixed(x, Places);

    private static int SignificantBits(double x)
    {
        long fraction = BitConverter.DoubleToInt64Bits(x) & 0xFFFFFFFFFFFFF;
        return fraction == 0 ? 1 : 53 - BitOperations.TrailingZeroCount(fraction);
    }
}
