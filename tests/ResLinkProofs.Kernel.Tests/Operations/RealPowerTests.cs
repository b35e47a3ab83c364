using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Operations;

/// <summary>Powers with any exponent: where they are defined, exact values, and slopes that reach the base zero.</summary>
public sealed class RealPowerTests
{
    private static readonly BinaryOperator Power = Operators.Binary(Operation.RealPower);

    [Theory]
    [InlineData(0, 1, 0.5, 2, true)]
    [InlineData(0, 1, 0, 2, false)]
    [InlineData(0.1, 1, -2, 2, true)]
    [InlineData(-1e-300, 1, 1, 1, false)]
    [InlineData(-2, -1, 2, 2, false)]
    public void It_is_defined_for_positive_bases_and_for_zero_with_positive_exponents(double low, double high, double least, double most, bool isDefined)
    {
        Interval x = new(low, high), y = new(least, most);
        Assert.Equal(isDefined, Power.IsDefinedOn(x, y));
        Assert.True(isDefined || Power.Enclose(x, y).IsEntire);
    }

    [Fact]
    public void Exact_values()
    {
        Assert.Equal(new Rational(8, 27), Power.Exact(new(2, 3), 3));
        Assert.Equal(new Rational(9, 4), Power.Exact(new(2, 3), -2));
        Assert.Equal(Rational.One, Power.Exact(5, 0));
        Assert.Equal(Rational.Zero, Power.Exact(0, new(1, 3)));
        Assert.Null(Power.Exact(0, 0));
        Assert.Null(Power.Exact(-2, 2));
        Assert.Null(Power.Exact(2, new(1, 2)));
    }

    [Fact]
    public void Values_from_zero_on_are_tight()
    {
        Interval value = Power.Enclose(new(0, 4), new(0.5, 1.5));
        Assert.True(value.Lower == 0 && value.Contains(8.0) && value.Upper < 8.0001);
        Assert.Equal(Interval.Zero, Power.Enclose(0, new(0.5, 1.5)));
        Assert.Equal(new Interval(0, double.PositiveInfinity), Power.Enclose(new(0, double.PositiveInfinity), 2));
    }

    [Theory]
    [InlineData(0, 1, 0.5, 2)]
    [InlineData(0, 3, 1, 1)]
    [InlineData(0, 3, 2.5, 2.5)]
    [InlineData(0, 1e-300, 0.1, 3)]
    [InlineData(0.25, 3, -2, 2)]
    public void Slopes_hold_between_all_corners_and_the_least_value_of_x_to_the_y_log_x(double low, double high, double least, double most)
    {
        Interval x = new(low, high), y = new(least, most);
        (Interval left, Interval right) = Power.Slopes(x, y, Power.Enclose(x, y));
        double[] bases = [low, high, (low + high) / 2, Math.Clamp(Math.Exp(-1 / Math.Max(least, 0.1)), low, high)];
        foreach (double u in bases)
        {
            foreach (double v in bases)
            {
                foreach ((double s, double t) in new[] { (least, most), (most, least), (least, least), (least, Math.Min(most, Math.BitIncrement(least))) })
                {
                    Interval change = At(u, s) - At(v, t);
                    Interval predicted = (left * (Interval.Point(u) - Interval.Point(v))) + (right * (Interval.Point(s) - Interval.Point(t)));
                    Assert.False(predicted.IsDisjointFrom(change), $"({u:R}, {s:R}) to ({v:R}, {t:R}): {change}, predicted {predicted}");
                }
            }
        }

        static Interval At(double x, double y) => Power.Enclose(Interval.Point(x), Interval.Point(y));
    }

    [Fact]
    public void An_integer_literal_as_exponent_makes_the_integer_power()
    {
        Term x = Term.Variable("x");
        Assert.Equal(Operation.Power, Term.Pow(x, Term.Literal(3)).Operation);
        Assert.Same(Term.One, Term.Pow(x, Term.Zero));
        Assert.Equal("pow(x, 1/3)", Term.Pow(x, Term.Ratio(1, 3)).ToString());
        Assert.Equal("2·arctan(y/(x + sqrt(x^2 + y^2)))", Term.Atan2(Term.Variable("y"), x).ToString());
    }
}
