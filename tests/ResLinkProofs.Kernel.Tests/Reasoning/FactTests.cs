using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>What comparisons say exactly about poles, ends of domains and each other, each beside its neighbour that must not be refuted.</summary>
public sealed class FactTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    public static TheoryData<Formula, bool> OverUnitSquare => new()
    {
        { (X > 0) & (1 / X < Term.Ratio(1, 2)), true },
        { X.NotEqualTo(0) & (1 / X < Term.Ratio(1, 2)), true },
        { (X >= 0) & (1 / X < Term.Ratio(1, 2)), false },
        { X.NotEqualTo(Term.Ratio(1, 2)) & (1 / X < Term.Ratio(1, 2)), false },
        { X.NotEqualTo(Term.Ratio(1, 2)) & (1 / (X - 1) > -Term.Ratio(1, 2)), false },
        { 1 / X < Term.Ratio(1, 2), false },
        { (X > 0) & (1 / X < 2), false },
        { (1 - X > 0) & (1 / (X - 1) > -1), true },
        { (1 - X > 0) & (1 / (X - 1) > -2), false },
        { (X > 0) & (Term.Pow(X, -3) < 1), true },
        { (X > 0) & (Term.Pow(X, -3) <= 1), false },
        { (X > 0) & (Term.Log(X) > Term.Ratio(1, 2)), true },
        { (X >= 0) & (Term.Log(X) > Term.Ratio(1, 2)), false },
        { (X > 0) & (Term.Log(X) < -1000), false },
        { (X * Y > 0) & (1 / (X * Y) < 1), true },
        { (X * Y > 0) & (1 / (X * Y) <= 1), false },
        { (X * Y >= 0) & (1 / (X * Y) < 1), false },
        { (X > 0) & (Y > 0) & (1 / (X * Y) < 1), true },
        { ((X > 0) | (Y > 0)) & (1 / (X * Y) < 1), false },
        { ((X > 0) | (X > Term.Ratio(1, 2))) & (1 / X < Term.Ratio(1, 2)), false },
        { (X + Y < 1) & (Term.Sqrt(2 - (2 * X) - (2 * Y)) < 0), true },
        { (X + Y < 2) & (Term.Sqrt(2 - (2 * X) - (2 * Y)) < 0), false },
        { (X > 0) & (X * Term.Log(X) < Term.Literal(Rational.Parse("-0.3679"))), true },
        { (X > 0) & (Term.Log(X) * X < Term.Literal(Rational.Parse("-0.3679"))), true },
        { (X > 0) & (X * Term.Log(X) < Term.Literal(Rational.Parse("-0.3678"))), false },
        { (X > 0) & (X * Term.Log(X) > 0), true },
        { (X >= 0) & (X * Term.Log(X) > 0), false },
        { (X > 0) & (X * Term.Log(Y) > 0), false },
        { (X > Term.Ratio(1, 3)) & (3 * X <= 1), true },
        { (X >= Term.Ratio(1, 3)) & (3 * X <= 1), false },
        { (X + Y > Term.Ratio(1, 3)) & ((3 * X) + (3 * Y) <= 1), true },
        { (X + Y >= Term.Ratio(1, 3)) & ((3 * X) + (3 * Y) <= 1), false },
        { X.EqualTo(Term.Ratio(1, 3)) & (3 * X).NotEqualTo(1), true },
        { X.EqualTo(Term.Ratio(1, 3)) & (3 * X * X).NotEqualTo(X), true },
        { X.EqualTo(Term.Ratio(1, 3)) & (3 * X * X).EqualTo(X), false },
        { (X.EqualTo(Term.Ratio(1, 3)) | (Y > 0)) & (3 * X).NotEqualTo(1), false },
        { X.NotEqualTo(Y) & Term.Sin(X).NotEqualTo(Term.Sin(Y)), false },
        { X.EqualTo(Y) & Term.Sin(X).NotEqualTo(Term.Sin(Y)), true },
        { X.EqualTo(0) & Y.EqualTo(0) & (1 / X).NotEqualTo(1 / Y), true },
        { X.EqualTo(0) & (1 / X).NotEqualTo(1 / Y), false },
        { 2 * X * Y > (X * X) + (Y * Y), true },
        { 2 * X * Y >= (X * X) + (Y * Y), false },
        { Term.Ratio(201, 100) * X * Y > (X * X) + (Y * Y), false },
        { (X * X) - (X / 5) + Term.Ratio(1, 100) < 0, true },
        { (X * X) - (X / 5) + Term.Ratio(1, 100) <= 0, false },
        { (X * Y) - (X * X) > Term.Ratio(1, 5), false },
        { (X * X) - (Y * Y) < -Term.Ratio(1, 2), false },
        { Term.Square(X + Y) > (X * X) + (2 * X * Y) + (Y * Y), true },
        { Term.Square(X + Y) >= (X * X) + (2 * X * Y) + (Y * Y), false },
    };

    [Theory]
    [MemberData(nameof(OverUnitSquare))]
    public void A_comparison_says_exactly_what_it_says(Formula formula, bool isRefuted)
    {
        var statement = new Statement([new RealVariable("x", 0, 1), new RealVariable("y", 0, 1)], formula, Formula.False);
        Assert.Equal(isRefuted, new BoxReasoner(EmptinessProblem.Of(statement)).IsRefutedByValues());
    }

    public static TheoryData<Formula, bool> OfCorners => new()
    {
        { Term.Exp(X) > 2, false },
        { Term.Exp(-X) > Term.Ratio(1, 2), false },
        { Term.Exp(X) - (Y * Y) > 2, false },
        { Term.Exp(X).EqualTo(2), false },
        { Term.Exp(X).NotEqualTo(1), false },
        { (X > 0) & (Term.Sin(X) - X > 0), true },
        { (X > 0) & (Term.Sin(X) - X >= 0), false },
        { (X > 0) & (Term.Exp(X) - X).EqualTo(1), false },
        { (X > 0) & (2 - Term.Exp(X) - X).EqualTo(2), true },
        { (Y > 0) & ((Term.Exp(X) - X < 1) | (Term.Exp(Y) - Y < 1)), true },
        { (Y > 0) & ((Term.Exp(X) - X < 1) | (Term.Exp(Y) - Y < 2)), false },
    };

    [Theory]
    [MemberData(nameof(OfCorners))]
    public void A_comparison_is_judged_where_its_difference_is_largest(Formula formula, bool isRefuted)
    {
        var statement = new Statement([new RealVariable("x", 0, 1), new RealVariable("y", 0, 1)], formula, Formula.False);
        Assert.Equal(isRefuted, new BoxReasoner(EmptinessProblem.Of(statement)).IsRefutedByCorners());
    }

    [Fact]
    public void A_hole_inside_a_range_is_no_end_of_it()
    {
        var statement = new Statement([new RealVariable("x", -1, 1)], X.NotEqualTo(0) & (1 / X < Term.Ratio(1, 2)) & (1 / X > -Term.Ratio(1, 2)), Formula.False);
        Assert.False(new BoxReasoner(EmptinessProblem.Of(statement)).IsRefutedByValues());
    }

    [Theory]
    [InlineData(false, -1, true)]
    [InlineData(true, -1, false)]
    [InlineData(false, 1, true)]
    [InlineData(true, 1, true)]
    public void No_variable_is_fixed_at_an_end_that_a_comparison_excludes(bool isStrict, int direction, bool isFixed)
    {
        Formula guard = isStrict ? X > 0 : X >= 0;
        var statement = new Statement([new RealVariable("x", 0, 1)], guard & (Term.Exp(direction * X) > (direction > 0 ? 2 : Term.Ratio(1, 2))), Formula.False);
        var reasoner = new BoxReasoner(EmptinessProblem.Of(statement));
        Assert.Equal(isFixed, reasoner.TryFix(0, direction));
        Assert.Equal(isFixed ? Interval.Point(direction > 0 ? 1 : 0) : new Interval(0, 1), reasoner.Box[0]);
    }

    [Fact]
    public void An_exact_end_between_doubles_is_kept()
    {
        var statement = new Statement([new RealVariable("x", new Rational(1, 10), 3)], Term.Sqrt(X - Term.Ratio(1, 10)) <= 0, Formula.False);
        var reasoner = new BoxReasoner(EmptinessProblem.Of(statement));
        Assert.False(reasoner.IsRefutedByValues());
        Assert.True(reasoner.TryFix(0, -1));
        Assert.True(reasoner.Box[0].Contains(new Rational(1, 10)) && !reasoner.Box[0].IsPoint);
        Assert.False(reasoner.IsRefutedByValues());
    }

    public static TheoryData<Term, int> Quotients => new()
    {
        { X / (1 + (X * X)), 3 },
        { X / (1 + Term.Square(X - Y)), 3 },
        { X / (1 + Term.Exp(-X)), 3 },
        { (2 * (X / (1 + Term.Abs(X)))) - (Y / Term.Sqrt(2 + Term.Pow(Y, 4))), 3 },
        { X / ((X * X) - 1), 1 },
        { X / (X * X), 1 },
        { X / (1 + (X * Y)), 1 },
        { X / (1 + Term.Pow(X, 3)), 1 },
        { X / (1 + Term.Pow(X, -2)), 1 },
        { X / (1 + Term.Sqrt(X)), 1 },
        { X / Term.Cos(0 * X), 1 },
        { X / 3, 1 },
    };

    [Theory]
    [MemberData(nameof(Quotients))]
    public void Denominators_are_cleared_where_their_form_shows_that_they_are_positive(Term quotient, int nodes)
    {
        var statement = new Statement([new RealVariable("x", null, null), new RealVariable("y", null, null)], quotient > 1, Formula.False);
        Assert.Equal(nodes, EmptinessProblem.Of(statement).Nodes.Count);
        var bounded = new Statement([new RealVariable("x", 0, 1), new RealVariable("y", 0, 1)], quotient > 1, Formula.False);
        Assert.Single(EmptinessProblem.Of(bounded).Nodes);
    }
}
