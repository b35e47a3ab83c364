using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Kernel.Tests.Terms;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Kernel.Tests.Tapes;

[FsCheck.Xunit.Properties(Arbitrary = [typeof(TermCases)])]
public sealed class EvaluationTests
{
    private static readonly Term X = Term.Variable("x");

    [Property(MaxTest = 2000)]
    public void The_enclosure_contains_the_exact_value(AlgebraicCase c)
    {
        Evaluated e = Evaluate(c.Term, c.Point);
        Assert.True(e.Exact is not { } exact || Contains(e.Enclosure, exact), $"{e.Exact} is not in {e.Enclosure}");
    }

    [Property(MaxTest = 2000)]
    public void The_enclosure_over_a_box_contains_the_exact_value_at_a_point_of_it(AlgebraicCase c, byte width)
    {
        Evaluated e = Evaluate(c.Term, c.Point, new Rational(width, 64));
        Assert.True(e.Exact is not { } exact || Contains(e.Enclosure, exact), $"{e.Exact} is not in {e.Enclosure}");
    }

    [Property(MaxTest = 2000)]
    public void An_exact_value_that_is_defined_is_near_the_double(AlgebraicCase c)
    {
        Evaluated e = Evaluate(c.Term, c.Point);
        if (e.Exact is { } exact && e.Enclosure.Width < 1e-6)
        {
            Assert.InRange(e.Approximate - exact.ToDouble(), -Slack(e.Enclosure), Slack(e.Enclosure));
        }
    }

    [Property(MaxTest = 2000)]
    public void The_double_is_near_the_enclosure_for_all_functions(ElementaryCase c)
    {
        Evaluated e = Evaluate(c.Term, c.Point);
        if (e.Defined && e.Enclosure.Width < 1e-6 * (1 + e.Enclosure.Magnitude))
        {
            Assert.InRange(e.Approximate, e.Enclosure.Lower - Slack(e.Enclosure), e.Enclosure.Upper + Slack(e.Enclosure));
        }
    }

    [Fact]
    public void The_agreement_is_tested_on_many_defined_values_and_a_wrong_value_would_be_seen()
    {
        var random = new Random(3);
        int defined = 0, seen = 0;
        for (int k = 0; k < 500; k++)
        {
            Term term = Term.Square(X) + Term.Exp(X * Term.Ratio(random.Next(-5, 6), 3));
            Evaluated e = Evaluate(term, [new Rational(random.Next(-9, 10), 7), 0, 0]);
            defined += e.Defined ? 1 : 0;
            seen += e.Approximate * (1 + 1e-9) > e.Enclosure.Upper + Slack(e.Enclosure) ? 1 : 0;
        }

        Assert.Equal(500, defined);
        Assert.Equal(500, seen);
    }

    public static TheoryData<Term> PartlyUndefined() => new(
        Term.Sqrt(X), Term.Log(X), 1 / X, Term.Pow(X, -2), Term.Asin(2 + X), Term.Acos(2 + X), Term.ArcsineDefect(2 + X), Term.Tan(2 * X), Term.Log(Term.Abs(X)));

    [Theory]
    [MemberData(nameof(PartlyUndefined))]
    public void What_is_undefined_somewhere_in_the_box_is_the_whole_line(Term partial)
    {
        Tape tape = Tape.Compile(["x"], [partial]);
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [new Interval(-1, 1)], slots);
        Assert.True(slots[tape.Outputs[0]].IsEntire);
        Assert.False(Definedness.Of(tape, slots)[tape.Outputs[0]]);
    }

    [Theory]
    [MemberData(nameof(PartlyUndefined))]
    public void Nothing_is_concluded_from_a_bounded_function_of_what_is_undefined(Term partial)
    {
        // The enclosures of these comparisons would decide them: the square of the whole line is [0, infinity).
        foreach (Formula formula in new[]
        {
            Term.Square(partial) >= 0, Term.Square(partial) <= -1, Term.Abs(partial) >= 0, Term.Exp(partial) >= 0, Term.Sin(partial) <= 2,
            Term.Cos(partial) > 2, Term.Atan(partial) < 2, Term.Min(partial, 1) <= 1, Term.Max(partial, 1) >= 1, 0 * partial >= 0,
            Term.Pow(partial, 0).EqualTo(1), Term.Abs(partial).NotEqualTo(-1),
        })
        {
            CompiledFormula compiled = CompiledFormula.Compile(["x"], formula);
            Assert.Equal(Truth.Unknown, compiled.Decide([new Interval(-1, 1)]));
            Assert.Equal(Truth.Unknown, CompiledFormula.Compile(["x"], !formula).Decide([new Interval(-1, 1)]));
        }
    }

    [Fact]
    public void The_same_comparisons_are_decided_where_everything_is_defined()
    {
        CompiledFormula compiled = CompiledFormula.Compile(["x"], Term.Square(Term.Log(X)) >= 0);
        Assert.Equal(Truth.True, compiled.Decide([new Interval(1e-300, 1)]));
        Assert.Equal(Truth.Unknown, compiled.Decide([new Interval(0, 1)]));
        Assert.Equal(Truth.True, compiled.DecideAt([new Rational(1, 3)]));
        Assert.Equal(Truth.Unknown, compiled.DecideAt([0]));
        Assert.Equal(Truth.Unknown, compiled.DecideAt([-1]));
    }

    [Fact]
    public void An_alternative_that_holds_decides_beside_one_that_is_undefined()
    {
        CompiledFormula guarded = CompiledFormula.Compile(["x"], (X <= 0) | (Term.Log(X) < X));
        Assert.Equal(Truth.True, guarded.DecideAt([-1]));
        Assert.Equal(Truth.True, guarded.DecideAt([2]));
    }

    [Fact]
    public void Exact_values_are_found_where_they_are_rational()
    {
        Assert.Equal(new Rational(3, 2), Evaluate(Term.Sqrt(X), [new Rational(9, 4), 0, 0]).Exact);
        Assert.Null(Evaluate(Term.Sqrt(X), [2, 0, 0]).Exact);
        Assert.Null(Evaluate(Term.Sqrt(X), [-1, 0, 0]).Exact);
        Assert.Null(Evaluate(1 / X, [0, 0, 0]).Exact);
        Assert.Null(Evaluate(Term.Pow(X, -1), [0, 0, 0]).Exact);
        Assert.Null(Evaluate(Term.Pi - X, [0, 0, 0]).Exact);
        Assert.Equal(Rational.Zero, Evaluate(Term.Log(X), [1, 0, 0]).Exact);
        Assert.Equal(Rational.One, Evaluate(Term.Exp(X), [0, 0, 0]).Exact);
    }

    [Fact]
    public void Signs_of_exact_values_beyond_the_range_of_doubles_are_seen()
    {
        var tiny = new Rational(1, System.Numerics.BigInteger.Pow(10, 400));
        CompiledFormula positive = CompiledFormula.Compile(["x"], X > 0);
        Assert.Equal(Truth.True, positive.DecideAt([tiny]));
        Assert.Equal(Truth.False, positive.DecideAt([-tiny]));
        Assert.Equal(Truth.False, positive.DecideAt([0]));
    }

    private static double Slack(Interval enclosure) => (1000 * enclosure.Width) + (1e-12 * (1 + enclosure.Magnitude));

    private static bool Contains(Interval enclosure, Rational value) =>
        (double.IsInfinity(enclosure.Lower) || Rational.FromDouble(enclosure.Lower) <= value)
        && (double.IsInfinity(enclosure.Upper) || Rational.FromDouble(enclosure.Upper) >= value);

    private static Evaluated Evaluate(Term term, IReadOnlyList<Rational> point, Rational width = default)
    {
        Tape tape = Tape.Compile(TermCases.Names, [term]);
        int output = tape.Outputs[0];
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [.. point.Select(p => Interval.Enclose(p - width).Hull(Interval.Enclose(p + width)))], slots);
        var doubles = new double[tape.Length];
        DoubleEvaluation.Run(tape, [.. point.Select(p => p.ToDouble())], doubles);
        return new(RationalEvaluation.Run(tape, point)[output], slots[output], Definedness.Of(tape, slots)[output], doubles[output]);
    }

    private sealed record Evaluated(Rational? Exact, Interval Enclosure, bool Defined, double Approximate);
}
