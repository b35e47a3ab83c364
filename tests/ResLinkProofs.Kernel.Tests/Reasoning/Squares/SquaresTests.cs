using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Squares;

/// <summary>The step by sums of squares: identities written by hand are accepted, the same ones for a statement that is off by a little are not.</summary>
public sealed class SquaresTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly RealVariable LineX = new("x", null, null), LineY = new("y", null, null);
    private static readonly PolynomialTerm One = new(1), PX = new(1, (0, 1)), PY = new(1, (1, 1)), MinusY = new(-1, (1, 1));

    // The first atom, times one.
    private static readonly SquaresTerm First = SquaresTerm.Of([0], [new WeightedSquare(1, One)]);

    [Fact]
    public void A_square_is_a_square()
    {
        SquaresTerm square = SquaresTerm.Of([], [new WeightedSquare(1, PX, MinusY)]);
        Accept(Over(2 * X * Y <= (X * X) + (Y * Y), LineX, LineY), First, square);
        Reject(Over(2 * X * Y < (X * X) + (Y * Y), LineX, LineY), First, square);
        Reject(Over(2 * X * Y * new Rational(1_000_001, 1_000_000) <= (X * X) + (Y * Y), LineX, LineY), First, square);
    }

    [Fact]
    public void A_positive_remainder_makes_it_strict()
    {
        SquaresTerm squares = SquaresTerm.Of([], [new WeightedSquare(1, PX, new PolynomialTerm(-1)), new WeightedSquare(new Rational(1, 10), One)]);
        Accept(Over((X * X) - (2 * X) + new Rational(11, 10) > 0, LineX), First, squares);
        Reject(Over((X * X) - (2 * X) + 1 > 0, LineX), First, SquaresTerm.Of([], [new WeightedSquare(1, PX, new PolynomialTerm(-1))]));
    }

    [Fact]
    public void Motzkin_by_a_positive_multiplier()
    {
        // (1 + x^2 + y^2) M = y^2 (1 - x^2)^2 + x^2 (1 - y^2)^2 + (x^2 y^2 - 1)^2 + x^2 y^2 (3/4 (x^2 + y^2 - 2)^2 + (x^2 - y^2)^2 / 4).
        Statement motzkin = Over((Term.Pow(X, 4) * Y * Y) + (X * X * Term.Pow(Y, 4)) + 1 >= 3 * X * X * Y * Y, LineX, LineY);
        SquaresTerm times = SquaresTerm.Of([0], [new(1, One), new(1, PX), new(1, PY)]);
        PolynomialTerm T(int c, int i, int k) => new(c, new[] { (0, i), (1, k) }.Where(f => f.Item2 > 0));
        WeightedSquare[] sum =
        [
            new(1, T(1, 0, 1), T(-1, 2, 1)), new(1, T(1, 1, 0), T(-1, 1, 2)), new(1, T(1, 2, 2), T(-1, 0, 0)),
            new(new Rational(3, 4), T(1, 3, 1), T(1, 1, 3), T(-2, 1, 1)), new(new Rational(1, 4), T(1, 3, 1), T(-1, 1, 3)),
        ];
        Accept(motzkin, times, SquaresTerm.Of([], sum));
        Reject(motzkin, SquaresTerm.Of([0], [new(1, PX), new(1, PY)]), SquaresTerm.Of([], sum[..^1]));
        Reject(Over((Term.Pow(X, 4) * Y * Y) + (X * X * Term.Pow(Y, 4)) + 1 >= new Rational(30_001, 10_000) * X * X * Y * Y, LineX, LineY), times, SquaresTerm.Of([], sum));
    }

    [Fact]
    public void Hypotheses_are_factors_when_they_are_required()
    {
        // y - x, z - y and x - z add up to zero.
        Term z = Term.Variable("z");
        RealVariable[] unit = [Unit("x"), Unit("y"), Unit("z")];
        var cycle = new Statement(unit, (X < Y) & (Y < z), z >= X);
        int[] atoms = [.. Enumerable.Range(0, 3)];
        SquaresTerm[] sum = [.. atoms.Select(k => SquaresTerm.Of([k], [new WeightedSquare(1, One)]))];
        Accept(cycle, sum);
        Reject(cycle, sum[..2]);
        Reject(new Statement(unit, (X < Y) | (Y < z), z >= X), sum);
        Reject(new Statement(unit, (X <= Y) & (Y <= z), z > X), sum);
    }

    [Fact]
    public void Equations_may_be_multiplied_with_anything()
    {
        // x + y = 1 implies x^2 + y^2 >= 1/2: 1/2 - x^2 - y^2 + (x + y - 1)(x + y + 1)/2 + (x - y)^2/2 = 0.
        Formula sum = (X + Y).EqualTo(1);
        var statement = new Statement([LineX, LineY], sum, (X * X) + (Y * Y) >= Term.Ratio(1, 2));
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        int equation = Enumerable.Range(0, 2).Single(k => problem.Nodes[k].Relation == Relation.Equal);
        PolynomialTerm Half(params IEnumerable<(int, int)> factors) => new(new Rational(1, 2), factors);
        SquaresTerm target = SquaresTerm.Of([1 - equation], [new WeightedSquare(1, One)]), square = SquaresTerm.Of([], [new WeightedSquare(new Rational(1, 2), PX, MinusY)]);
        SquaresTerm multiple = SquaresTerm.Of(equation, [Half((0, 1)), Half((1, 1)), Half()]);
        Accept(statement, target, square, multiple);
        Reject(statement, target, square);
        Reject(new Statement([LineX, LineY], X + Y >= 1, (X * X) + (Y * Y) >= Term.Ratio(1, 2)), target, square, multiple);
    }

    [Fact]
    public void Monomials_that_are_not_in_normal_form_are_refused()
    {
        // x = 0 implies x <= 0; what is added and taken away again changes nothing, provided that it is a polynomial.
        var statement = new Statement([LineX, LineY], X.EqualTo(0), X <= 0);
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        int equation = Enumerable.Range(0, 2).Single(k => problem.Nodes[k].Relation == Relation.Equal);
        SquaresTerm target = SquaresTerm.Of([1 - equation], [new WeightedSquare(1, One)]), cancel = SquaresTerm.Of(equation, [new PolynomialTerm(-1)]);
        SquaresTerm[] With(params (int, int)[] factors) =>
            [target, cancel, SquaresTerm.Of(equation, [new PolynomialTerm(3, factors)]), SquaresTerm.Of(equation, [new PolynomialTerm(-3, factors)])];
        Accept(statement, With((0, 2), (1, 1)));
        Reject(statement, With((0, 1), (0, 1)));
        Reject(statement, With((1, 1), (0, 1)));
        Reject(statement, With((0, 0)));
        Reject(statement, With((0, -1)));
    }

    [Fact]
    public void Indeterminates_that_are_nothing_are_refused_also_beside_values_of_functions()
    {
        // 0 <= 1 - sin x: its negation, and the bound of the sine, add up to zero.
        var statement = Over(Term.Sin(X) <= 1, LineX);
        PolynomialFact[] facts = [.. new BoxReasoner(EmptinessProblem.Of(statement)).Facts()];
        PolynomialFact above = facts.Single(f => f.Terms.Any(t => t.Factors.Count == 1 && t.Coefficient.Sign < 0) && !f.IsStrict && f.Index > 0);
        SquaresTerm bound = SquaresTerm.Of([above.Index], [new WeightedSquare(1, One)]);
        Accept(statement, SquaresTerm.Of([facts.Single(f => f.IsStrict).Index], [new WeightedSquare(1, One)]), bound);
        foreach (int index in new[] { 2, 3, 1_000, int.MaxValue })
        {
            WeightedSquare nothing = new(1, new PolynomialTerm(1, (index, 2)));
            Reject(statement, First, bound, SquaresTerm.Of([], [nothing]));
        }
    }

    [Fact]
    public void Ends_of_ranges_are_exact()
    {
        var third = new RealVariable("x", 0, new Rational(1, 3));
        SquaresTerm upper = SquaresTerm.Of([2], [new WeightedSquare(1, One)]);
        Accept(Over(X <= Term.Ratio(1, 3), third), First, upper);
        Reject(Over(X < Term.Ratio(1, 3), third), First, upper);
        Reject(Over(X <= Term.Literal(Rational.FromDouble(1.0 / 3)), third), First, upper);
        Reject(Over(X <= Term.Ratio(1, 3), LineX), First, upper);
    }

    [Fact]
    public void A_quotient_has_the_sign_of_the_product()
    {
        // x/(x^2 + 1) <= 1/2: its negation gives (x - (x^2 + 1)/2)(x^2 + 1) > 0 or a positive multiple.
        Statement statement = Over(X / (Term.Square(X) + 1) <= Term.Ratio(1, 2), LineX);
        PolynomialFact fact = Assert.Single(new BoxReasoner(EmptinessProblem.Of(statement)).Facts());
        Assert.True(fact.IsStrict);
        Assert.Equal(4, fact.Terms.Max(t => t.Factors.Sum(f => f.Exponent)));
        // -(x^2 + 1)(x - 1)^2 ..., as squares of x (x - 1) and of x - 1.
        Rational leading = -fact.Terms.Single(t => t.Factors.Sum(f => f.Exponent) == 4).Coefficient;
        Accept(statement, First, SquaresTerm.Of([], [
            new WeightedSquare(leading, new PolynomialTerm(1, (0, 2)), new PolynomialTerm(-1, (0, 1))), new WeightedSquare(leading, PX, new PolynomialTerm(-1))]));
    }

    [Fact]
    public void A_line_of_a_certificate_survives_its_text()
    {
        Statement statement = Over(2 * X * Y <= (X * X) + (Y * Y), LineX, LineY);
        string text = new Certificate(EmptinessProblem.Of(statement), [new ProofStep(new SumOfSquares(First, SquaresTerm.Of([], [new WeightedSquare(1, PX, MinusY)])))]).ToString();
        Certificate read = Certificate.Parse(text);
        Assert.Equal(text, read.ToString());
        Assert.NotNull(CertificateChecker.Check(read, statement).Accepted);
    }

    private static void Accept(Statement statement, params SquaresTerm[] terms) =>
        Assert.Null(CertificateChecker.Check(statement, [new ProofStep(new SumOfSquares(terms))]).Rejection);

    private static void Reject(Statement statement, params SquaresTerm[] terms) =>
        Assert.NotNull(CertificateChecker.Check(statement, [new ProofStep(new SumOfSquares(terms))]).Rejection);
}
