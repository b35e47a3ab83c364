using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Squares;

/// <summary>Laws of the normal form: each holds as an equation and as both inequalities, and not where it is undefined, nor nearly.</summary>
public sealed class LawTests
{
    private static readonly Term X = Term.Variable("x");

    // Name, the two sides, a domain on which both are defined, and one on which they are not (null: defined everywhere).
    private static readonly (string Name, Term Left, Term Right, RealVariable Domain, RealVariable? Beyond)[] Laws =
    [
        ("sin^2 + cos^2", Term.Square(Term.Sin(X)) + Term.Square(Term.Cos(X)), 1, Line, null),
        ("sin^4", Term.Pow(Term.Sin(3 * X), 4), Term.Square(1 - Term.Square(Term.Cos(3 * X))), Line, null),
        ("cosh^2 - sinh^2", Term.Square(Term.Cosh(X)) - Term.Square(Term.Sinh(X)), 1, Line, null),
        ("sqrt(u^2)", Term.Exp(Term.Sqrt(Term.Square(X))), Term.Exp(Term.Abs(X)), Line, null),
        ("sqrt(4 u^6)", Term.Sqrt(4 * Term.Pow(X, 6)), 2 * X * X * Term.Abs(X), Line, null),
        ("sqrt(u^2), u positive", Term.Sqrt(X * X), X, Unit("x", 0), null),
        ("(sqrt u)^2", Term.Square(Term.Sqrt(X)), X, Unit("x", 0), Unit("x")),
        ("(sqrt u)^3", Term.Pow(Term.Sqrt(1 + X), 3), (1 + X) * Term.Sqrt(1 + X), Unit("x"), Unit("x", -2)),
        ("(cbrt u)^3", Term.Pow(Term.Cbrt(X), 3), X, Line, null),
        ("|u|^2", Term.Square(Term.Abs(1 + X)), Term.Square(1 + X), Line, null),
        ("|-2u|", Term.Exp(Term.Abs(-2 * (1 - X))), Term.Exp(2 * Term.Abs(X - 1)), Line, null),
        ("exp log", Term.Exp(Term.Log(X)), X, Unit("x", 1, 2), Unit("x")),
        ("exp(-2 log)", Term.Exp(-2 * Term.Log(X)), 1 / (X * X), Unit("x", 1, 2), Unit("x")),
        ("log exp", Term.Log(Term.Exp(X)), X, Line, null),
        ("x (1/x)", X * (1 / X), 1, Unit("x", 1, 2), Unit("x")),
        ("sum of quotients", (X / (1 + X)) + (1 / (1 + X)), 1, Unit("x", 0), Unit("x", -2)),
    ];

    private static RealVariable Line => new("x", null, null);

    public static TheoryData<string> Names => [.. Laws.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_law_is_proved_where_it_holds(string name)
    {
        (_, Term left, Term right, RealVariable domain, RealVariable? beyond) = Laws.Single(l => l.Name == name);
        Assert.True(IsProved(left.EqualTo(right), domain));
        Assert.True(IsProved(left <= right, domain));
        Assert.True(IsProved(left >= right, domain));
        Assert.False(IsProved(left < right, domain));
        Assert.False(IsProved(left.NotEqualTo(right), domain));
        Assert.False(IsProved(left.EqualTo(right + new Rational(1, 1L << 40)), domain));
        Assert.False(IsProved(left <= right - new Rational(1, 1L << 40), domain));
        Assert.False(IsProved((2 * left).EqualTo(right), domain));
        if (beyond is not null)
        {
            Assert.False(IsProved(left.EqualTo(right), beyond));
            Assert.False(IsProved(left <= right, beyond));
        }
    }

    [Fact]
    public void What_is_no_law_is_not_proved()
    {
        (Term Left, Term Right)[] wrong =
        [
            (Term.Sqrt(X * X), X), (Term.Sqrt(Term.Pow(X, 6)), Term.Pow(X, 3)), (Term.Abs(X), X), (Term.Square(Term.Sin(X)), 1 + Term.Square(Term.Cos(X))),
            (Term.Square(Term.Cosh(X)), 1 - Term.Square(Term.Sinh(X))), (Term.Square(Term.Sin(X)) + Term.Square(Term.Cos(2 * X)), 1),
            (Term.Square(Term.Cbrt(X)), X), (Term.Pow(Term.Abs(X), 3), Term.Pow(X, 3)), (Term.Log(Term.Exp(2 * X)), X), (Term.Abs(1 - X), Term.Abs(1 + X)),
            (Term.Abs(X - 1), -Term.Abs(1 - X)), (Term.Abs(-2 * X), -2 * Term.Abs(X)), (Term.Sin(X), Term.Sin(2 * X)), (Term.Exp(Term.Sin(X)), Term.Exp(Term.Cos(X))),
        ];
        Assert.All(wrong, w => Assert.False(IsProved(w.Left.EqualTo(w.Right), Line)));
    }

    [Fact]
    public void Squares_that_are_taken_away_prove_nothing()
    {
        WeightedSquare[] oneLessOne = [new(1, new PolynomialTerm(1)), new(-1, new PolynomialTerm(1))];
        ProofStep step = new(new SumOfSquares(SquaresTerm.Of([], oneLessOne)));
        Assert.Null(CertificateChecker.Check(Over(X >= 2, Unit("x")), [step]).Accepted);
    }

    // By the step without anchors on any atom, in all cases.
    private static bool IsProved(Formula claim, RealVariable domain)
    {
        Statement statement = Over(claim, domain);
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        return Enumerable.Range(0, problem.Nodes.Count).Any(k =>
            CertificateChecker.Check(statement, [new ProofStep(new Contact(k, 0, []))]).Accepted is not null
            || CertificateChecker.Check(statement, [new ProofStep(new SumOfSquares(SquaresTerm.Of([k], [new WeightedSquare(1, new PolynomialTerm(1))])))]).Accepted is not null);
    }
}
