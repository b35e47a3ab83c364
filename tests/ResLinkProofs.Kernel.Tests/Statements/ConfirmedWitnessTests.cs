using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Statements;

public sealed class ConfirmedWitnessTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly RealVariable[] Square = [new("x", -1, 1), new("y", -1, 1)];

    [Fact]
    public void A_true_counterexample_is_confirmed_with_its_margin()
    {
        ConfirmedWitness? witness = Confirm(X > 0, X >= Y, new Rational(1, 3), new Rational(1, 2));
        Assert.NotNull(witness);
        Assert.Equal("x = 1/3, y = 1/2", witness.ToString());
        Assert.InRange(witness.Margin.Upper, -1.0 / 6 - 1e-15, -1.0 / 6 + 1e-15);
    }

    [Fact]
    public void A_point_where_the_conclusion_holds_is_not()
    {
        Assert.Null(Confirm(Formula.True, X >= Y, new Rational(1, 2), new Rational(1, 2)));
        Assert.NotNull(Confirm(Formula.True, X > Y, new Rational(1, 2), new Rational(1, 2)));
    }

    [Fact]
    public void A_near_miss_that_doubles_cannot_tell_from_a_violation_is_told()
    {
        // x^2 - 2y >= 0 at x = 1 - 1e-30: holds or fails by 1e-30.
        Rational tiny = Rational.Parse("1e-30");
        Assert.Null(Confirm(Formula.True, X >= Y, new Rational(1, 3), new Rational(1, 3) - tiny));
        Assert.NotNull(Confirm(Formula.True, X >= Y, new Rational(1, 3), new Rational(1, 3) + tiny));
    }

    [Fact]
    public void A_transcendental_near_miss_is_not_confirmed()
    {
        // exp(x) >= 1 + x at x = 1e-20 holds by 5e-41: enclosures cannot decide, so nothing is claimed.
        Rational tiny = Rational.Parse("1e-20");
        Assert.Null(Confirm(Formula.True, Term.Exp(X) >= 1 + X, tiny, 0));
        Assert.Null(Confirm(Formula.True, Term.Exp(X) <= 1 + X, tiny, 0));
        Assert.NotNull(Confirm(Formula.True, Term.Exp(X) <= 1 + X, new Rational(1, 100), 0));
    }

    [Fact]
    public void A_violated_or_undecided_hypothesis_is_not_confirmed()
    {
        Rational[] point = [0, new Rational(1, 2)];
        Assert.NotNull(Confirm(X >= 0, X >= Y, point));
        Assert.Null(Confirm(X > 0, X >= Y, point));
        Assert.Null(Confirm(Term.Sqrt(2).EqualTo(Term.Sqrt(2) + X), X >= Y, point)); // true, but enclosures cannot see it
        Assert.Null(Confirm(Term.Square(Term.Sqrt(X - 1)) >= 0, X >= Y, point)); // undefined
    }

    [Theory]
    [InlineData("1.000000000000000000000000000001", "0", false)]
    [InlineData("-1.000000000000000000000000000001", "0", false)]
    [InlineData("-1", "1", true)]
    [InlineData("0", "1.1", false)]
    public void Points_outside_the_ranges_are_not_confirmed(string x, string y, bool expected) =>
        Assert.Equal(expected, Confirm(Formula.True, X > 2, Rational.Parse(x), Rational.Parse(y)) is not null);

    [Fact]
    public void A_spectral_bound_violated_by_a_hair_is_not_confirmed()
    {
        var bound = new SpectralBound("W", [["x", "y"], ["y", "x"]], new Rational(1, 2));
        Rational quarter = new(1, 4), tiny = Rational.Parse("1e-30");
        var statement = new Statement(Square, Formula.True, X + Y < new Rational(1, 2), [bound]);

        Assert.NotNull(ConfirmedWitness.TryConfirm(statement, [quarter, quarter])); // eigenvalues 1/2 and 0
        Assert.Null(ConfirmedWitness.TryConfirm(statement, [quarter, quarter + tiny]));
        Assert.NotNull(ConfirmedWitness.TryConfirm(new Statement(Square, Formula.True, X + Y < new Rational(1, 2)), [quarter, quarter + tiny]));
    }

    [Fact]
    public void An_undefined_conclusion_is_not_violated()
    {
        Assert.Null(Confirm(Formula.True, Term.Square(Term.Log(X)) <= -1, -1, 0));
        Assert.Null(Confirm(Formula.True, Term.Cos(1 / X) > 2, 0, 0));
        Assert.Null(Confirm(Formula.True, Term.Sqrt(X) >= 0, -1, 0));
        Assert.NotNull(Confirm(Formula.True, Term.Cos(1 / X) > 2, 1, 0));
    }

    [Fact]
    public void Equalities_are_refuted_and_inequations_only_at_exact_equality()
    {
        Assert.NotNull(Confirm(Formula.True, X.EqualTo(Y), 0, Rational.Parse("1e-400")));
        Assert.Null(Confirm(Formula.True, X.EqualTo(Y), 1, 1));
        Assert.NotNull(Confirm(Formula.True, X.NotEqualTo(Y), 1, 1));
        Assert.Null(Confirm(Formula.True, Term.Sin(Term.Pi * X).NotEqualTo(0), 1, 1)); // equal, but not exactly seen
    }

    [Fact]
    public void Every_coordinate_is_needed() =>
        Assert.Throws<ArgumentException>(() => ConfirmedWitness.TryConfirm(new Statement(Square, Formula.True, X > 2), [0]));

    [Fact]
    public void A_witness_does_not_change_with_the_array_it_was_made_from()
    {
        Rational[] point = [0, 0];
        ConfirmedWitness witness = Confirm(Formula.True, X > 2, point)!;
        point[0] = 7;
        Assert.Equal(Rational.Zero, witness.Point[0]);
    }

    [Fact]
    public void Powers_of_powers_are_confirmed_by_enclosures_where_exact_numbers_would_have_billions_of_digits()
    {
        Term tower = X;
        for (int i = 0; i < 6; i++)
        {
            tower = Term.Pow(tower, 64);
        }

        Assert.NotNull(Confirm(Formula.True, tower.EqualTo(X), new Rational(1, 2), 0));
        Assert.Null(Confirm(Formula.True, tower.EqualTo(X), 1, 0)); // equal, and exactly so
        Assert.Null(Confirm(Formula.True, tower.EqualTo(X), 0, 0));
        Assert.Null(Confirm(Formula.True, tower < X, new Rational(1, 2), 0));
        Assert.NotNull(Confirm(Formula.True, Term.Pow(X, 1_000_000) <= 0, new Rational(1, 2), 0));
    }

    [Fact]
    public void Ranges_and_bounds_are_checked_where_they_enter()
    {
        Assert.Throws<ArgumentException>(() => new RealVariable("x", 1, 0));
        Assert.Throws<ArgumentException>(() => new RealVariable(" ", 0, 1));
        Assert.Throws<ArgumentException>(() => new SpectralBound("W", [["x"], ["x", "y"]], 1));
        Assert.Throws<ArgumentException>(() => new SpectralBound("W", [], 1));
        Assert.Throws<ArgumentException>(() => new SpectralBound("W", [["x"]], -1));
    }

    private static ConfirmedWitness? Confirm(Formula hypothesis, Formula conclusion, params Rational[] point) =>
        ConfirmedWitness.TryConfirm(new Statement(Square, hypothesis, conclusion), point);
}
