using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Terms;

public sealed class FormulaTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly string[] Names = ["x", "y"];

    [Fact]
    public void Negation_reaches_the_atoms()
    {
        Formula negated = !((X >= 0) & ((Y > 1) | X.EqualTo(Y)));
        Assert.Equal("0 > x ∨ (1 ≥ y ∧ x ≠ y)", negated.ToString());
        Assert.Equal("x ≥ 0 ∧ (y > 1 ∨ x = y)", (!negated).ToString());
    }

    [Fact]
    public void Negation_is_true_exactly_where_the_formula_is_false()
    {
        Formula[] formulas =
        [
            X >= Y, X > Y, X <= Y, X < Y, X.EqualTo(Y), X.NotEqualTo(Y), Formula.True, Formula.False,
            (X >= Y) & (Y >= 1), (X > 0) | (Y < 0), (X > 0).Implies((Y > X) & !X.EqualTo(1)),
        ];
        foreach (Formula formula in formulas)
        {
            CompiledFormula compiled = CompiledFormula.Compile(Names, formula), opposite = CompiledFormula.Compile(Names, !formula);
            for (int k = 0; k < 25; k++)
            {
                Rational[] point = [(k / 5) - 2, (k % 5) - 2];
                Truth truth = compiled.DecideAt(point);
                Assert.NotEqual(Truth.Unknown, truth);
                Assert.Equal(truth == Truth.True ? Truth.False : Truth.True, opposite.DecideAt(point));
            }
        }
    }

    [Fact]
    public void Nested_junctions_are_flattened_and_single_ones_disappear()
    {
        Formula a = X >= 0, b = Y >= 0, c = X >= Y;
        Assert.Equal(3, Assert.IsType<Conjunction>((a & b) & c).Operands.Count);
        Assert.Equal(3, Assert.IsType<Disjunction>(a | (b | c)).Operands.Count);
        Assert.Same(a, Formula.All([a]));
        Assert.Same(a, Formula.True & a);
        Assert.Same(a, Formula.False | a);
        Assert.Equal("true", Formula.All([]).ToString());
        Assert.Equal("false", Formula.Any([]).ToString());
        Assert.Equal([a, b, c], ((a | b) & c).Atoms());
    }

    [Theory]
    [InlineData(1, 2, Truth.True)]
    [InlineData(0, 2, Truth.True)]
    [InlineData(-1, 2, Truth.Unknown)]
    [InlineData(-2, -1, Truth.False)]
    [InlineData(-2, 0, Truth.Unknown)]
    public void At_least_zero_over_an_interval(double lower, double upper, Truth expected) =>
        Assert.Equal(expected, CompiledFormula.Decide(Relation.GreaterOrEqual, new Interval(lower, upper)));

    [Theory]
    [InlineData(1, 2, Truth.True)]
    [InlineData(0, 2, Truth.Unknown)]
    [InlineData(-2, 0, Truth.False)]
    [InlineData(0, 0, Truth.False)]
    public void Above_zero_over_an_interval(double lower, double upper, Truth expected) =>
        Assert.Equal(expected, CompiledFormula.Decide(Relation.Greater, new Interval(lower, upper)));

    [Theory]
    [InlineData(0, 0, Truth.True, Truth.False)]
    [InlineData(-1, 0, Truth.Unknown, Truth.Unknown)]
    [InlineData(1, 2, Truth.False, Truth.True)]
    public void Equality_over_an_interval(double lower, double upper, Truth equal, Truth different)
    {
        Assert.Equal(equal, CompiledFormula.Decide(Relation.Equal, new Interval(lower, upper)));
        Assert.Equal(different, CompiledFormula.Decide(Relation.NotEqual, new Interval(lower, upper)));
    }

    [Fact]
    public void The_empty_set_decides_nothing()
    {
        foreach (Relation relation in Enum.GetValues<Relation>())
        {
            Assert.Equal(Truth.Unknown, CompiledFormula.Decide(relation, Interval.Empty));
        }
    }

    [Fact]
    public void And_or_follow_three_valued_logic()
    {
        Formula holds = X >= 0, fails = X < 0, open = Y >= 0; // over the box x in [1, 2], y in [-1, 1]
        Interval[] box = [new(1, 2), new(-1, 1)];
        Truth Decide(Formula f) => CompiledFormula.Compile(Names, f).Decide(box);

        Assert.Equal(Truth.Unknown, Decide(holds & open));
        Assert.Equal(Truth.False, Decide(fails & open));
        Assert.Equal(Truth.False, Decide(open & fails));
        Assert.Equal(Truth.True, Decide(open | holds));
        Assert.Equal(Truth.Unknown, Decide(fails | open));
        Assert.Equal(Truth.Unknown, Decide((open & holds) | (fails & open)));
    }

    [Fact]
    public void The_margin_takes_the_least_of_and_the_largest_of_or()
    {
        Rational[] point = [3, -2];
        CompiledFormula both = CompiledFormula.Compile(Names, (X >= 0) & (Y >= 0)), either = CompiledFormula.Compile(Names, (X >= 0) | (Y >= 0));
        Assert.Equal(Interval.Point(-2), both.MarginAt(point));
        Assert.Equal(Interval.Point(3), either.MarginAt(point));
        Assert.Equal(Interval.Point(-5), CompiledFormula.Compile(Names, X.EqualTo(Y)).MarginAt(point));
    }
}
