using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Tests.Smt.Regions;

public sealed class RegionArithmeticTests
{
    [Property(MaxTest = 300)]
    public bool Decimals_enclose_closely_and_are_written_exactly(long numerator, ulong denominator, int scale)
    {
        Rational value = new Rational(numerator, (BigInteger)denominator + 1) * Rational.Pow(10, scale % 40);
        var bounds = DecimalBounds.Around(value, value);
        Rational width = bounds.Upper - bounds.Lower;
        return bounds.Lower <= value && value <= bounds.Upper
            && width <= Rational.Abs(value) * Rational.Pow(10, -14)
            && Parse(DecimalBounds.Write(bounds.Lower)) == bounds.Lower
            && Parse(DecimalBounds.Write(bounds.Upper)) == bounds.Upper;
    }

    [Fact]
    public void What_is_no_decimal_is_refused() => Assert.Throws<ArgumentException>(() => DecimalBounds.Write(new Rational(1, 3)));

    [Fact]
    public void The_circle_constant_lies_between_its_decimals()
    {
        var bounds = DecimalBounds.Around(Interval.Pi);
        Assert.True(bounds.Lower < Rational.Parse("3.14159265358979323846") && bounds.Upper > Rational.Parse("3.14159265358979323847"));
    }

    [Property(MaxTest = 300)]
    public bool Roots_are_found_exactly_for_squares_and_for_nothing_else(int numerator, uint denominator)
    {
        var root = Rational.Abs(new Rational(numerator, (long)denominator + 1));
        Rational square = root * root;
        bool isSquare = ExactRoot.Of(square) == root;
        return isSquare && ExactRoot.Of(2 * square) is not { } wrong | root.Sign == 0 && (root.Sign == 0 || ExactRoot.Of(-square) is null);
    }

    [Property(MaxTest = 300)]
    public bool Forms_add_and_scale_like_their_values(int a, int b, int c, int x, int y)
    {
        LinearForm u = LinearForm.OfVariable(0), v = LinearForm.OfVariable(1);
        LinearForm form = ((u * a) + (v * b)) - (LinearForm.Of(c) + (u * b));
        Rational value = (((Rational)a * x) + ((Rational)b * y)) - (c + ((Rational)b * x));
        Rational found = form.Terms.Aggregate(form.Constant, (sum, term) => sum + (term.Factor * (term.Variable == 0 ? x : y)));
        return found == value && form.Terms.All(t => t.Factor.Sign != 0);
    }

    [Fact]
    public void Comparisons_are_written_with_integers()
    {
        LinearForm form = (LinearForm.OfVariable(3) * new Rational(1, 6)) + LinearForm.Of(new Rational(-3, 4));
        Assert.Equal("(>= (+ (- 9.0) (* 2.0 u3)) 0.0)", form.Compare(">="));
        Assert.Equal("(<= (* 12.0 a) (+ (- 9.0) (* 2.0 u3)) (* 12.0 b))", form.Between("a", "b"));
        Assert.Equal("(> 5.0 0.0)", LinearForm.Of(new Rational(5, 7)).Compare(">"));
        Assert.Equal("(= u2 0.0)", LinearForm.OfVariable(2).Compare("="));
    }

    [Fact]
    public void A_region_with_an_empty_side_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Region.Box([1], [0]));
        Assert.Throws<ArgumentException>(() => Region.Box([1], [2, 3]));
        Assert.False(Region.Box([1], [2]).IsPoint);
        Assert.True(Region.Box([1], [1]).IsPoint);
    }

    private static Rational Parse(string text) => text.StartsWith("(- ", StringComparison.Ordinal) ? -Rational.Parse(text[3..^1]) : Rational.Parse(text);
}
