using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Statements;

public sealed class ConfirmedRunTests
{
    private static readonly Term Start = Term.Variable("s"), Z = Term.Variable("z"), Before = Term.Variable("z'");

    [Fact]
    public void A_violation_after_many_steps_is_confirmed_with_its_step_and_margin()
    {
        // z_t = 2^-t s reaches 1/1000 of the start after 10 steps and not before.
        RecurrenceStatement statement = Halving(Z >= Start / 1000, last: 20_000);
        Assert.Null(ConfirmedRun.TryConfirm(statement, [1], 9));
        ConfirmedRun? run = ConfirmedRun.TryConfirm(statement, [1], 10);
        Assert.NotNull(run);
        Assert.Equal(10, run.Step);
        Assert.Equal("s = 1", run.ToString());
        Assert.True(run.Margin.Contains((1.0 / 1024) - (1.0 / 1000)));
        Assert.NotNull(ConfirmedRun.TryConfirm(statement, [1], 20_000));
    }

    [Fact]
    public void The_conclusion_sees_the_step_before()
    {
        Assert.Null(ConfirmedRun.TryConfirm(Halving(Z <= Before), [1], 3));
        Assert.NotNull(ConfirmedRun.TryConfirm(Halving(Z >= Before), [1], 3));
        Assert.NotNull(ConfirmedRun.TryConfirm(Halving(Z >= Before * Term.Ratio(51, 100)), [1], 3));
        Assert.Null(ConfirmedRun.TryConfirm(Halving(Z >= Before * Term.Ratio(1, 2)), [1], 3)); // a tie
    }

    [Fact]
    public void What_happens_agrees_with_the_terms_written_out()
    {
        // The logistic map from 1/3, six steps: the recurrence and the statement over the unrolled term refute the same bounds.
        Term unrolled = Start;
        for (int t = 0; t < 6; t++)
        {
            unrolled = 3 * unrolled * (1 - unrolled);
        }

        var statement = new RecurrenceStatement(Range(0, 1), Formula.True, [new("z", "z'", Start, 3 * Z * (1 - Z))], 6, 6, Z >= Term.Ratio(7, 10));
        Rational[] point = [new Rational(1, 3)];
        var closed = new Statement(Range(0, 1), Formula.True, unrolled >= Term.Ratio(7, 10));
        ConfirmedRun? run = ConfirmedRun.TryConfirm(statement, point, 6);
        ConfirmedWitness? witness = ConfirmedWitness.TryConfirm(closed, point);
        Assert.NotNull(run);
        Assert.NotNull(witness);
        Assert.False(run.Margin.Intersect(witness.Margin).IsEmpty);
    }

    [Fact]
    public void Ranges_hypotheses_and_matrix_bounds_have_to_hold()
    {
        Assert.NotNull(ConfirmedRun.TryConfirm(Halving(Z >= Before), [2], 1));
        Assert.Null(ConfirmedRun.TryConfirm(Halving(Z >= Before), [3], 1));
        Assert.Null(ConfirmedRun.TryConfirm(Halving(Z >= Before, hypothesis: Start >= 3), [2], 1));
        Assert.Null(ConfirmedRun.TryConfirm(Halving(Z >= Before, hypothesis: Term.Square(Term.Sqrt(Start - 3)) >= 0), [2], 1)); // undefined
        Assert.NotNull(ConfirmedRun.TryConfirm(Halving(Z >= Before, bound: 2), [2], 1));
        Assert.Null(ConfirmedRun.TryConfirm(Halving(Z >= Before, bound: 1), [2], 1));
    }

    [Fact]
    public void A_run_through_an_undefined_step_refutes_nothing()
    {
        // z_1 = sqrt(s - 2) has no value at s = 1, though its square would be at least 0.
        RecurrenceStatement Roots(Term next) => new(Range(0, 2), Formula.True, [new("z", "z'", Start, next)], 1, 5, Z <= -1);
        Assert.Null(ConfirmedRun.TryConfirm(Roots(Term.Square(Term.Sqrt(Z - 2))), [1], 1));
        Assert.Null(ConfirmedRun.TryConfirm(Roots(Term.Square(1 / (Z - 1))), [1], 1));
        Assert.NotNull(ConfirmedRun.TryConfirm(Roots(Term.Square(Term.Sqrt(Z))), [1], 1));
    }

    [Fact]
    public void Enclosures_that_have_grown_too_wide_confirm_nothing()
    {
        // The doubling map loses a digit per step: after 60 steps the enclosure of z is wider than the conclusion is violated.
        Term third = Term.Sqrt(2) / 4;
        RecurrenceStatement statement = new(Range(0, 1), Formula.True, [new("z", "z'", third, 2 * Z)], 1, 60, Z <= (Term.Pow(2, 60) * third) - 1);
        Assert.Null(ConfirmedRun.TryConfirm(statement, [0], 60));
    }

    [Fact]
    public void Malformed_statements_and_questions_are_told()
    {
        Assert.Throws<ArgumentException>(() => new RecurrenceStatement(Range(0, 1), Formula.True, [], 1, 1, Z >= 0));
        Assert.Throws<ArgumentException>(() => new RecurrenceStatement(Range(0, 1), Formula.True, [new("s", "z'", Start, Start)], 1, 1, Start >= 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrenceStatement(Range(0, 1), Formula.True, [new("z", "z'", Start, Z)], 0, 1, Z >= 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrenceStatement(Range(0, 1), Formula.True, [new("z", "z'", Start, Z)], 2, 1, Z >= 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfirmedRun.TryConfirm(Halving(Z >= 0), [1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfirmedRun.TryConfirm(Halving(Z >= 0, last: 5), [1], 6));
        Assert.Throws<ArgumentException>(() => ConfirmedRun.TryConfirm(Halving(Z >= 0), [1, 1], 1));
    }

    [Fact]
    public void A_name_is_known_only_where_it_stands_for_something()
    {
        Term other = Term.Variable("q");
        RecurrenceComponent step = new("z", "z'", Start, Z / 2);
        Refused("q", other >= 0, step, Z >= 0);
        Refused("z", Z >= 0, step, Z >= 0); // z_t is not known of the start
        Refused("z", Formula.True, step with { Initial = Z }, Z >= 0);
        Refused("z'", Formula.True, step with { Next = Before }, Z >= 0); // nor z_{t-1} in the step
        Refused("q", Formula.True, step with { Next = other }, Z >= 0);
        Refused("q", Formula.True, step, other >= 0);
        Refused("q", Formula.True, step, Z >= 0, new SpectralBound("S", [["q"]], 1));
        Refused("z", Formula.True, step, Z >= 0, new SpectralBound("S", [["z"]], 1));
        Assert.Equal(["s", "z", "z'"], new RecurrenceStatement(Range(0, 1), Start >= 0, [step], 1, 2, Before + Z + Start >= 0).ConclusionNames);

        static void Refused(string name, Formula hypothesis, RecurrenceComponent step, Formula conclusion, params SpectralBound[] bounds) => Assert.Contains(
            $"'{name}'",
            Assert.Throws<ArgumentException>(() => new RecurrenceStatement(Range(0, 1), hypothesis, [step], 1, 2, conclusion, bounds)).Message,
            StringComparison.Ordinal);
    }

    private static RealVariable[] Range(Rational lower, Rational upper) => [new("s", lower, upper)];

    private static RecurrenceStatement Halving(Formula conclusion, int last = 100, Formula? hypothesis = null, Rational? bound = null) => new(
        Range(0, 2), hypothesis ?? Formula.True, [new("z", "z'", Start, Z / 2)], 1, last, conclusion, bound is { } b ? [new SpectralBound("S", [["s"]], b)] : []);
}
