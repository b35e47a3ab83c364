using System.Globalization;
using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Numbers;

public sealed class RationalTests
{
    [Theory]
    [InlineData(6, 4, "3/2")]
    [InlineData(-6, 4, "-3/2")]
    [InlineData(6, -4, "-3/2")]
    [InlineData(-6, -4, "3/2")]
    [InlineData(0, -7, "0")]
    [InlineData(8, 4, "2")]
    public void Is_stored_in_lowest_terms_with_positive_denominator(int numerator, int denominator, string text)
    {
        Rational value = new(numerator, denominator);
        Assert.Equal(text, value.ToString());
        Assert.True(value.Denominator.Sign > 0);
        Assert.Equal(value, Rational.Parse(text));
    }

    [Fact]
    public void Default_is_zero_and_zero_denominators_are_refused()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Equal(0, default(Rational).Sign);
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => Rational.Pow(0, -1));
    }

    [Fact]
    public void Arithmetic_satisfies_the_field_laws_and_the_order()
    {
        Random random = new(1);
        for (int i = 0; i < 2_000; i++)
        {
            Rational a = Draw(random), b = Draw(random), c = Draw(random);
            Assert.Equal(a * (b + c), (a * b) + (a * c));
            Assert.Equal(a - b, -(b - a));
            Assert.Equal((a + b) * (a - b), Rational.Pow(a, 2) - Rational.Pow(b, 2));
            if (b != 0)
                Assert.Equal(a, a / b * b);
            Assert.Equal((a - b).Sign, a.CompareTo(b));
            Assert.Equal(a < b, b > a);
            Assert.Equal(a <= b, !(a > b));
            Assert.Equal(Rational.Max(a, b) + Rational.Min(a, b), a + b);
            Assert.Equal(Rational.Max(a, -a), Rational.Abs(a));
            Rational floor = Rational.Floor(a);
            Assert.True(floor <= a && a < floor + 1);
        }
    }

    [Theory]
    [InlineData(2, 3, "8")]
    [InlineData(2, -3, "1/8")]
    [InlineData(-2, -3, "-1/8")]
    [InlineData(0, 0, "1")]
    public void Integer_powers(int x, int n, string expected) => Assert.Equal(expected, Rational.Pow(x, n).ToString());

    [Fact]
    public void Doubles_convert_exactly_and_back()
    {
        Random random = new(2);
        for (int i = 0; i < 20_000; i++)
        {
            double x = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(x))
                continue;
            Rational exact = Rational.FromDouble(x);
            Assert.Equal(x, exact.ToDouble());
            Assert.Equal(x, exact.RoundDown());
            Assert.Equal(x, exact.RoundUp());
        }

        Assert.Equal("1/8", Rational.FromDouble(0.125).ToString());
        Assert.NotEqual(Rational.Parse("0.1"), Rational.FromDouble(0.1));
        foreach (double bad in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
            Assert.Throws<ArgumentException>(() => Rational.FromDouble(bad));
    }

    [Fact]
    public void Rounding_to_double_is_nearest_even_and_directed()
    {
        Random random = new(3);
        for (int i = 0; i < 20_000; i++)
        {
            Rational value = i % 3 == 0
                ? Rational.FromDouble(Math.ScaleB(random.NextDouble(), -1070)) / 3 // subnormal range
                : Draw(random) * Rational.Pow(2, random.Next(-1140, 960));
            double down = value.RoundDown(), up = value.RoundUp(), nearest = value.ToDouble();
            Assert.True(Rational.FromDouble(down) <= value && value <= Rational.FromDouble(up));
            Assert.True(down == up || Math.BitIncrement(down) == up);
            Rational below = value - Rational.FromDouble(down), above = Rational.FromDouble(up) - value;
            bool even = (BitConverter.DoubleToInt64Bits(down) & 1) == 0;
            Assert.Equal(below < above || (below == above && even) ? down : up, nearest);
        }
    }

    [Fact]
    public void Rounding_at_the_ends_of_the_range()
    {
        Rational max = Rational.FromDouble(double.MaxValue), halfUnit = Rational.Pow(2, 970), tiny = Rational.Pow(2, -1075);
        Assert.Equal(double.MaxValue, (max + halfUnit - 1).ToDouble());
        Assert.Equal(double.PositiveInfinity, (max + halfUnit).ToDouble());
        Assert.Equal(double.NegativeInfinity, (-max - halfUnit).ToDouble());
        Assert.Equal(double.MaxValue, (max + 1).RoundDown());
        Assert.Equal(double.PositiveInfinity, (max + 1).RoundUp());
        Assert.Equal(-double.MaxValue, (-max - 1).RoundUp());
        Assert.Equal(0.0, tiny.ToDouble()); // tie to even
        Assert.Equal(double.Epsilon, (tiny + Rational.Pow(2, -1200)).ToDouble());
        Assert.Equal(double.Epsilon, Rational.Pow(2, -5000).RoundUp());
        Assert.Equal(0.0, Rational.Pow(2, -5000).RoundDown());
        Assert.Equal(-double.Epsilon, (-Rational.Pow(2, -5000)).RoundDown());
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("-2/7", "-2/7")]
    [InlineData("+4/6", "2/3")]
    [InlineData("0.125", "1/8")]
    [InlineData("1e-3", "1/1000")]
    [InlineData("-2.50E+2", "-250")]
    [InlineData("0.1", "1/10")]
    public void Reads_numbers_exactly(string text, string expected) => Assert.Equal(expected, Rational.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("1e999999999")]
    [InlineData("0x10")]
    [InlineData(" 1")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    public void Refuses_other_text(string text)
    {
        Assert.False(Rational.TryParse(text, out Rational value));
        Assert.Equal(Rational.Zero, value);
        Assert.Throws<FormatException>(() => Rational.Parse(text));
    }

    [Fact]
    public void Reads_what_doubles_print()
    {
        Random random = new(4);
        for (int i = 0; i < 2_000; i++)
        {
            double x = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(x))
                Assert.Equal(x, Rational.Parse(x.ToString("R", CultureInfo.InvariantCulture)).ToDouble());
        }
    }

    private static Rational Draw(Random random) => new(random.NextInt64(-1L << 60, 1L << 60) >> random.Next(60), 1 + (random.NextInt64(1L << 60) >> random.Next(60)));
}
