using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>Arithmetic of bounded intervals against exact ranges computed with rationals.</summary>
public sealed class IntervalArithmeticTests
{
    [Fact]
    public void Sum_difference_product_and_quotient_are_the_tightest()
    {
        Random random = new(11);
        for (int i = 0; i < 8_000; i++)
        {
            Interval x = Draw(random, i), y = Draw(random, i / 7);
            Assert.Equal(Exact(x, y, (a, b) => a + b), x + y);
            Assert.Equal(Exact(x, y, (a, b) => a - b), x - y);
            Assert.Equal(Exact(x, y, (a, b) => a * b), x * y);
            if (!y.Contains(0.0))
                Assert.Equal(Exact(x, y, (a, b) => a / b), x / y);
        }
    }

    [Fact]
    public void Square_and_powers_are_the_tightest()
    {
        Random random = new(12);
        for (int i = 0; i < 3_000; i++)
        {
            Interval x = Draw(random, i);
            Assert.Equal(ExactPower(x, 2), Interval.Square(x));
            for (int n = -5; n <= 9; n++)
            {
                if (n < 0 && x.Contains(0.0))
                    continue;
                Assert.Equal((x, n, ExactPower(x, n)), (x, n, Interval.Pow(x, n)));
            }
        }
    }

    [Theory]
    [InlineData(0.5, 1023)]
    [InlineData(2, -1074)]
    [InlineData(2, 1023)]
    [InlineData(2, 1024)]
    [InlineData(3, 33)]
    [InlineData(1.0000001, 2_000_000)]
    [InlineData(0.99, -3_000)]
    [InlineData(1.5, int.MaxValue)]
    [InlineData(0.75, int.MinValue)]
    [InlineData(-1.25, 7)]
    public void Large_powers_of_points(double x, int n)
    {
        Interval power = Interval.Pow(Interval.Point(x), n);
        Assert.True(power.IsPoint || Math.BitIncrement(power.Lower) == power.Upper);
        if (Math.Abs((long)n) <= 3_000)
            Assert.Equal(ExactPower(Interval.Point(x), n), power);
        else if (x == 1.0000001)
            Assert.InRange(power.Lower, 1.2214027, 1.2214028); // e^0.2
        else
            Assert.Equal(new Interval(double.MaxValue, double.PositiveInfinity), power);
    }

    [Fact]
    public void Comparison_detects_a_product_of_the_wrong_endpoints()
    {
        Random random = new(11);
        int wrong = 0;
        for (int i = 0; i < 200; i++)
        {
            Interval x = Draw(random, i), y = Draw(random, i / 7);
            Interval naive = Interval.Hull(x.Lower * y.Lower, x.Upper * y.Upper);
            wrong += naive.Contains(Exact(x, y, (a, b) => a * b)) ? 0 : 1;
        }

        Assert.InRange(wrong, 50, 200);
    }

    private static Interval Exact(Interval x, Interval y, Func<Rational, Rational, Rational> operation)
    {
        Rational a = Rational.FromDouble(x.Lower), b = Rational.FromDouble(x.Upper), c = Rational.FromDouble(y.Lower), d = Rational.FromDouble(y.Upper);
        return Hull([operation(a, c), operation(a, d), operation(b, c), operation(b, d)]);
    }

    private static Interval ExactPower(Interval x, int n)
    {
        List<Rational> values = [Rational.Pow(Rational.FromDouble(x.Lower), n), Rational.Pow(Rational.FromDouble(x.Upper), n)];
        if (x.Contains(0.0))
            values.Add(Rational.Pow(0, n));
        return Hull(values);
    }

    private static Interval Hull(IReadOnlyList<Rational> values) =>
        Interval.Enclose(values.Aggregate(Rational.Min)).Hull(Interval.Enclose(values.Aggregate(Rational.Max)));

    private static Interval Draw(Random random, int kind)
    {
        double scale = (kind % 5) switch { 0 => Math.ScaleB(1, random.Next(-540, -500)), 1 => Math.ScaleB(1, random.Next(480, 512)), _ => 1 };
        double a = scale * ((2 * random.NextDouble()) - 1), b = scale * ((2 * random.NextDouble()) - 1);
        return (kind % 11) switch
        {
            0 => Interval.Hull(0.0, b),
            1 => Interval.Point(a),
            2 => Interval.Hull(Math.Abs(a), Math.Abs(b)),
            3 => -Interval.Hull(Math.Abs(a), Math.Abs(b)),
            _ => Interval.Hull(a, b),
        };
    }
}
