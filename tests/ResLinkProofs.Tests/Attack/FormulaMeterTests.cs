using ResLinkProofs.Attack;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Attack;

public sealed class FormulaMeterTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    [Theory]
    [InlineData(3, 1, 0.5)]
    [InlineData(1, 3, -0.5)]
    [InlineData(1, -1, 1)]
    [InlineData(-1, 1, -1)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1, double.NaN)]
    public void At_least_is_measured_relative_to_both_sides(double left, double right, double expected) =>
        Assert.Equal(expected, Margins.Relative(left, Relation.GreaterOrEqual, right));

    [Theory]
    [InlineData(Relation.Greater)]
    [InlineData(Relation.NotEqual)]
    public void Strict_relations_fail_at_a_tie(Relation relation)
    {
        Assert.True(Margins.Relative(2, relation, 2) < 0);
        Assert.True(Margins.Relative(0, relation, 0) < 0);
        Assert.True(Margins.Relative(3, relation, 2) > 0);
    }

    [Fact]
    public void An_equation_fails_by_its_distance()
    {
        Assert.Equal(0, Margins.Relative(2, Relation.Equal, 2));
        Assert.Equal(-0.5, Margins.Relative(3, Relation.Equal, 1));
        Assert.Equal(-0.5, Margins.Relative(1, Relation.Equal, 3));
        Assert.Equal(0.5, Margins.Relative(1, Relation.NotEqual, 3));
    }

    [Fact]
    public void Scaling_both_sides_changes_nothing()
    {
        var meter = new FormulaMeter(["x", "y"], 2 * X >= Y);
        Assert.Equal(meter.Measure([1, 3]), meter.Measure([1e-200, 3e-200]), 12);
        Assert.Equal(-0.2, meter.Measure([1, 3]), 12);
    }

    [Fact]
    public void And_takes_the_least_or_the_largest_margin()
    {
        Formula a = X >= 1, b = Y >= 1;
        Assert.Equal(-0.5, new FormulaMeter(["x", "y"], a & b).Measure([3, 1.0 / 3]), 12);
        Assert.Equal(0.5, new FormulaMeter(["x", "y"], a | b).Measure([3, 1.0 / 3]), 12);
        Assert.Equal(double.PositiveInfinity, new FormulaMeter([], Formula.True).Measure([]));
        Assert.Equal(double.NegativeInfinity, new FormulaMeter([], Formula.False).Measure([]));
    }

    [Fact]
    public void What_is_undefined_is_not_a_number() => Assert.True(double.IsNaN(new FormulaMeter(["x"], Term.Sqrt(X) >= 0).Measure([-1])));
}
