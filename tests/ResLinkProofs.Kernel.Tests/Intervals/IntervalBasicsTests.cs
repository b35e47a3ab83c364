using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Intervals;

public sealed class IntervalBasicsTests
{
    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(2, 1)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity)]
    public void Refuses_endpoints_that_bound_no_set_of_reals(double lower, double upper)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Interval(lower, upper));
        Assert.Contains("lower <= upper", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_must_be_finite()
    {
        foreach (double bad in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
            Assert.Throws<ArgumentException>(() => Interval.Point(bad));
        Assert.True(Interval.Point(0.1).IsPoint);
        Assert.Equal(new Interval(1, 2), Interval.Hull(2.0, 1.0));
    }

    [Fact]
    public void Default_is_the_point_zero_and_constants_are_what_they_say()
    {
        Assert.Equal(Interval.Zero, default);
        Assert.True(default(Interval).IsPoint);
        Assert.True(Interval.Empty.IsEmpty);
        Assert.False(Interval.Empty.IsBounded);
        Assert.True(Interval.Entire.IsEntire);
        Assert.Equal((Interval)1, Interval.One);
        Rational pi = new(Reference.Constants.Pi(200), System.Numerics.BigInteger.One << 200);
        Assert.Equal(Interval.Enclose(pi), Interval.Pi);
        Assert.Equal("[empty]", Interval.Empty.ToString());
        Assert.Equal("[0.1, 2]", new Interval(0.1, 2).ToString());
    }

    [Fact]
    public void An_empty_set_decides_nothing()
    {
        Interval nowhere = Interval.Sqrt(Interval.Point(-1));
        Assert.False(nowhere.Lower >= 0);
        Assert.False(nowhere.Upper < 0);
        Assert.True((nowhere + 1).IsEmpty && (nowhere * Interval.Entire).IsEmpty && (1 / nowhere).IsEmpty && Interval.Exp(nowhere).IsEmpty);
        Assert.True(Interval.Min(nowhere, 1).IsEmpty && Interval.Abs(nowhere).IsEmpty && Interval.Square(nowhere).IsEmpty);
        Assert.False(nowhere.Contains(0.0) || nowhere.Contains(Rational.Zero) || nowhere.Contains(Interval.Zero));
        Assert.True(nowhere.Contains(Interval.Empty));
    }

    [Fact]
    public void Equality_ignores_the_sign_of_zero()
    {
        Interval a = new(-0.0, 0.0), b = new(0.0, -0.0);
        Assert.True(a == b && a == Interval.Zero);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(Interval.Empty == new Interval(1, 2).Intersect(new(3, 4)));
        Assert.True(new Interval(1, 2) != new Interval(1, 3));
    }

    [Fact]
    public void Rationals_are_enclosed_tightly_and_their_membership_is_exact()
    {
        Rational tenth = Rational.Parse("0.1");
        Interval x = Interval.Enclose(tenth);
        Assert.Equal(0.1, x.Upper);
        Assert.Equal(Math.BitDecrement(0.1), x.Lower);
        Assert.True(x.Contains(tenth));
        Assert.False(Interval.Point(0.1).Contains(tenth));
        Assert.True(Interval.Enclose(Rational.Parse("0.375")).IsPoint);
        Assert.Equal(new Interval(double.MaxValue, double.PositiveInfinity), Interval.Enclose(Rational.Pow(10, 400)));
        Assert.True(new Interval(1, double.PositiveInfinity).Contains(Rational.Pow(10, 400)));
    }

    [Fact]
    public void Midpoint_is_a_finite_member()
    {
        double[] ends = [double.NegativeInfinity, -double.MaxValue, -1, -double.Epsilon, 0, double.Epsilon, 3 * double.Epsilon, 1, double.MaxValue, double.PositiveInfinity];
        foreach (double a in ends)
        {
            foreach (double b in ends.Where(b => a <= b && !(a == b && double.IsInfinity(a))))
            {
                Interval x = new(a, b);
                Assert.True(x.Contains(x.Midpoint), $"{x}: {x.Midpoint}");
                Assert.True(x.IsPoint || x.Width > 0);
            }
        }
    }

    [Fact]
    public void Extended_division_splits_the_line_at_zero()
    {
        Assert.Equal((new Interval(double.NegativeInfinity, -1), new Interval(0.5, double.PositiveInfinity)), Interval.DivideExtended(new(1, 2), new(-1, 2)));
        Assert.Equal((new Interval(double.NegativeInfinity, -0.5), new Interval(1, double.PositiveInfinity)), Interval.DivideExtended(new(-2, -1), new(-1, 2)));
        Assert.Equal((Interval.Entire, Interval.Empty), Interval.DivideExtended(new(-1, 2), new(0, 2)));
        Assert.Equal((Interval.Empty, Interval.Empty), Interval.DivideExtended(new(1, 2), Interval.Zero));
        Assert.Equal((Interval.Entire, Interval.Empty), Interval.DivideExtended(Interval.Zero, Interval.Zero));
        Assert.Equal((new Interval(0.5, double.PositiveInfinity), Interval.Empty), Interval.DivideExtended(new(1, 2), new(0, 2)));
        Assert.Equal((new Interval(double.NegativeInfinity, -0.5), Interval.Empty), Interval.DivideExtended(new(1, 2), new(-2, 0)));
        Assert.Equal((new Interval(0.5, 2), Interval.Empty), Interval.DivideExtended(new(1, 2), new(1, 2)));
        Assert.Equal((Interval.Empty, Interval.Empty), Interval.DivideExtended(Interval.Empty, Interval.One));
    }

    [Fact]
    public void Extended_division_keeps_every_factor()
    {
        Random random = new(8);
        int outside = 0;
        for (int i = 0; i < 20_000; i++)
        {
            Interval denominator = Interval.Hull(random.Next(-4, 5), random.Next(-4, 5)), numerator = Interval.Hull(random.Next(-4, 5), random.Next(-4, 5));
            (Interval first, Interval second) = Interval.DivideExtended(numerator, denominator);
            Rational d = Between(denominator, random), n = Between(numerator, random);
            if (d.Sign != 0)
                Assert.True(first.Contains(n / d) || second.Contains(n / d));
            Assert.True(second.IsEmpty || first.Upper < second.Lower);
            outside += first.IsEntire || first.IsEmpty || (first.Contains(0.0) | second.Contains(0.0)) ? 0 : 1;
        }

        Assert.InRange(outside, 1_000, 20_000); // the pieces are not simply everything
    }

    private static Rational Between(Interval x, Random random)
    {
        Rational a = Rational.FromDouble(x.Lower), b = Rational.FromDouble(x.Upper);
        return a + ((b - a) * new Rational(random.Next(9), 8));
    }
}
