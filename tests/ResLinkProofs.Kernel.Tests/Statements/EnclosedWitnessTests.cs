using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Statements;

/// <summary>A box is confirmed when a violation in it exists for certain, rational or not, and never when there may be none.</summary>
public sealed class EnclosedWitnessTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Rational Tenth = new(1, 10);
    private static readonly string[] Lows = ["-0.9", "-0.1", "0.1", "0.05"];
    private static readonly double[] Factors = [1, -1, 1e6, -1e-6, 0, 1e300, -1e300, double.NaN, double.PositiveInfinity];
    private static readonly double[] Entries = [-2, -1, -0.5, 0, 0.5, 1, 2];

    // Claims "is nowhere zero" about functions of x without a zero in [1/10, 9/10] or in [-9/10, 9/10].
    private static readonly (string Name, Term Function)[] WithoutZero =
    [
        ("a touch above", Term.Square(X) + Rational.Parse("1e-20")), ("a constant", Term.Exp(0) + (0 * X)), ("absolute value", Term.Abs(X) + Tenth),
        ("a pole", 1 / X), ("a pole off the middle", 1 / (X - Tenth)), ("a jump", Term.Ite(X > 0, 1, -1)), ("a small jump", X + Term.Ite(X > Tenth, 1, -1)),
        ("a tangent", 1 / Term.Tan(X)), ("a logarithm of a negative number", Term.Log(X - 1)), ("beyond the domain of a root", Term.Sqrt(X - 1) - X),
        ("sine of a reciprocal", 2 + Term.Sin(1 / X)), ("exponential", Term.Exp(X)), ("cosine", Term.Cos(X)), ("positive at both ends", Term.Square(X) + (X / 10) + Tenth),
    ];

    [Fact]
    public void The_root_of_two_is_enclosed()
    {
        Statement claim = Line(Term.Square(X).NotEqualTo(2), 0, 2);
        EnclosedWitness found = Assert.IsType<EnclosedWitness>(EnclosedWitness.TryConfirm(claim, [1], [2], [0], [0.25]));
        Assert.Same(claim, found.Statement);
        Assert.Equal("x in [1, 2]", found.ToString());
        Assert.True(found.Margin is { Upper: 0, Lower: >= -2 });
        Assert.NotNull(Confirm(claim, "1.41421356237309", "1.41421356237310", 0.35));
        Assert.Null(Confirm(claim, "1.41421356237310", "1.41421356237320", 0.35));
        Assert.Null(Confirm(claim, "1.41421356237300", "1.41421356237309", 0.35));
        Assert.Null(Confirm(claim, "1", "1.4", 0.35));
    }

    [Fact]
    public void The_box_lies_in_the_exact_ranges()
    {
        Assert.NotNull(Confirm(Line(Term.Square(X).NotEqualTo(2), 0, 2), "1", "2", 0.25));
        Assert.Null(Confirm(Line(Term.Square(X).NotEqualTo(2), 0, new Rational(199, 100)), "1", "2", 0.25));
        Assert.Null(Confirm(Line(Term.Square(X).NotEqualTo(2), new Rational(101, 100), 2), "1", "2", 0.25));
        Assert.Null(Confirm(Line(Term.Square(X).NotEqualTo(2), 0, 2), "2", "1", 0.25));
    }

    [Fact]
    public void All_other_comparisons_hold_all_over_the_box()
    {
        Statement Given(Formula hypothesis) => new([new("x", 0, 2)], hypothesis, Term.Square(X).NotEqualTo(2));
        Assert.NotNull(Solve(Given(X > 1), "1.4", "1.5"));
        Assert.Null(Solve(Given(X > new Rational(3, 2)), "1.4", "1.5"));
        Assert.Null(Solve(Given(X > new Rational(141, 100)), "1.4", "1.5"));
        Assert.NotNull(Solve(Given(X > new Rational(141, 100)), "1.412", "1.415"));
        Assert.Null(Solve(Given(Term.Sqrt(X - 1) > -1), "0.9", "1.6"));
        Assert.NotNull(Solve(Given((X > 3) | (X < 3)), "1.4", "1.5"));
    }

    [Fact]
    public void What_is_solved_is_zero_and_not_more()
    {
        // At least: zero is enough; greater: it is not.
        Assert.NotNull(Solve(Line(Term.Square(X) < 2, 0, 2), "1.4", "1.5"));
        Assert.Null(Solve(Line(Term.Square(X) <= 2, 0, 2), "1.4", "1.5"));
        Assert.Null(Solve(Line(Term.Square(X).EqualTo(2), 0, 2), "1.4", "1.5"));
    }

    [Fact]
    public void What_has_no_zero_is_never_confirmed() => Assert.All(WithoutZero, w =>
    {
        Statement claim = Line(w.Function.NotEqualTo(0), -1, 1);
        foreach (string low in Lows)
        {
            foreach (double factor in Factors)
            {
                Assert.Null(Confirm(claim, low, "0.9", factor));
            }
        }
    });

    [Fact]
    public void A_double_zero_is_not_confirmed_and_a_kink_is()
    {
        Assert.Null(Solve(Line(Term.Square(Term.Square(X) - 2).NotEqualTo(0), 0, 2), "1.4", "1.5"));
        Assert.NotNull(Confirm(Line((X + Term.Abs(X)).NotEqualTo(Term.Sqrt(2)), -1, 1), "0.7", "0.8", 0.5));
        // At its kink x + 2|x| has slopes of both signs, and 2x + |x| has not.
        Assert.NotNull(Confirm(Line(((2 * X) + Term.Abs(X)).NotEqualTo(0), -1, 1), "-0.5", "0.75", 0.5));
        Assert.Null(Confirm(Line((X + (2 * Term.Abs(X))).NotEqualTo(0), -1, 1), "-0.5", "0.75", 0.5));
    }

    [Fact]
    public void Systems_have_as_many_equations_as_sides()
    {
        RealVariable[] plane = [new("x", -2, 2), new("y", -2, 2)];
        var circle = new Statement(plane, Y.EqualTo(Term.Pow(X, 3)), ((X * X) + (Y * Y)).NotEqualTo(3));
        Rational[] low = [Rational.Parse("1.1"), Rational.Parse("1.33")], high = [Rational.Parse("1.103"), Rational.Parse("1.343")];
        double[] inverse = Invert(-3 * 1.1 * 1.1, 1, 2 * 1.1, 2 * 1.336);
        Assert.NotNull(EnclosedWitness.TryConfirm(circle, low, high, [0, 1], inverse));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [1, 0], inverse));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [0, 0], inverse));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [0], inverse));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [0], [1]));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [0, 2], inverse));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [-1, 0], inverse));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, high, [0, 1], inverse[..3]));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, low, [], []));
        Assert.Null(EnclosedWitness.TryConfirm(circle, low, [high[0], low[1]], [0], [1]));
        Assert.Throws<ArgumentException>(() => EnclosedWitness.TryConfirm(circle, [1], high, [0, 1], inverse));

        // One coordinate fixed at a rational number: x^2 + y^2 = 3 at y = 1.
        var arc = new Statement(plane, Formula.True, ((X * X) + (Y * Y)).NotEqualTo(3));
        Assert.NotNull(EnclosedWitness.TryConfirm(arc, [Rational.Parse("1.4"), 1], [Rational.Parse("1.5"), 1], [0], [0.35]));
    }

    [Fact]
    public void Equations_that_contradict_each_other_are_not_solved()
    {
        RealVariable[] plane = [new("x", -2, 2), new("y", -2, 2)];
        foreach (Term second in new[] { X + Y - (3 * Term.Literal(Tenth)), (2 * X) + (2 * Y) - Term.Literal(Tenth), X + Y + Term.Square(X) + 1, -X - Y })
        {
            var lines = new Statement(plane, (X + Y - Term.Literal(Tenth)).EqualTo(0), second.NotEqualTo(0));
            foreach (double[] matrix in from a in Entries from b in Entries from c in Entries from d in Entries select new[] { a, b, c, d })
            {
                Assert.Null(EnclosedWitness.TryConfirm(lines, [-1, -1], [1, 1], [0, 1], matrix));
            }
        }
    }

    private static double[] Invert(double a, double b, double c, double d) =>
        [d / ((a * d) - (b * c)), -b / ((a * d) - (b * c)), -c / ((a * d) - (b * c)), a / ((a * d) - (b * c))];

    private static Statement Line(Formula conclusion, Rational low, Rational high) => new([new("x", low, high)], Formula.True, conclusion);

    private static EnclosedWitness? Confirm(Statement claim, string low, string high, double factor) =>
        EnclosedWitness.TryConfirm(claim, [Rational.Parse(low)], [Rational.Parse(high)], [0], [factor]);

    // By any one of the comparisons.
    private static EnclosedWitness? Solve(Statement claim, string low, string high)
    {
        Atom[] atoms = [.. EnclosedWitness.Violation(claim).Atoms().Distinct()];
        return Enumerable.Range(0, atoms.Length).SelectMany(k => new[] { 0.35, -0.35 }, (k, factor) =>
            EnclosedWitness.TryConfirm(claim, [Rational.Parse(low)], [Rational.Parse(high)], [k], [factor])).FirstOrDefault(w => w is not null);
    }
}
