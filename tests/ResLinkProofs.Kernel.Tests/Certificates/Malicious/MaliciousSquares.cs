using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>False statements "proved" by all small identities between their facts; identities that are none; and lines that spell one wrongly.</summary>
internal static class MaliciousSquares
{
    private const string Line =
        """
        reslink certificate 1
        variable -1 1 x
        slot variable 0
        slot literal 1/3
        slot multiply 0 0
        slot negate 2
        atom 3 >
        proof
        squares 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1

        """;

    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    private static readonly PolynomialTerm One = new(1);

    /// <summary>The text from which others are made; it is accepted.</summary>
    public static string Control => Reseal(Line);

    /// <summary>The false statements, each with a point at which it fails.</summary>
    public static IEnumerable<(string Name, Statement Statement, Rational[] Point)> Falsehoods()
    {
        RealVariable unit = Unit("x"), positive = Unit("x", 0), negative = Unit("x", -1, 0), third = new("x", 0, new Rational(1, 3));
        RealVariable[] plane = [Unit("x"), Unit("y")];
        Rational half = new(1, 2), minusHalf = new(-1, 2), belowThird = Rational.FromDouble(1.0 / 3);
        Statement On(RealVariable x, Formula conclusion) => Over(conclusion, x);
        yield return ("zero is attained", On(unit, X * X > 0), [Rational.Zero]);
        yield return ("zero is attained at an end", On(positive, X > 0), [Rational.Zero]);
        yield return ("a square that is negative", On(unit, X * X <= 0), [half]);
        yield return ("odd", On(unit, X >= 0), [minusHalf]);
        yield return ("not zero is not positive", On(negative, X.EqualTo(0)), [minusHalf]);
        yield return ("not zero is not negative", On(positive, X.EqualTo(0)), [half]);
        yield return ("the reciprocal of a negative number", On(Unit("x", -2, -1), 1 / X >= 0), [-Rational.One]);
        yield return ("minus the reciprocal of a positive number", On(Unit("x", 1, 2), -(1 / X) >= 0), [Rational.One]);
        yield return ("an end that is rounded", On(third, X <= belowThird), [new Rational(1, 3)]);
        yield return ("the other end", On(positive, X <= 0), [half]);
        yield return ("a root that is positive", On(positive, Term.Sqrt(X) <= 0), [Rational.One]);
        yield return ("a root of any number", On(positive, Term.Sqrt(X) <= X), [new Rational(1, 4)]);
        yield return ("an absolute value above", On(unit, Term.Abs(X) * Term.Abs(X) <= -X), [half]);
        yield return ("an absolute value inside", On(unit, Term.Exp(0) + Term.Abs(X * X - X) <= 1), [half]);
        yield return ("an absolute value is no less", On(unit, X + Term.Sqrt(X * X) <= 0), [half]);
        yield return ("nor more", On(unit, Term.Sqrt(X * X) <= X), [minusHalf]);
        yield return ("a sine that is positive", On(unit, Term.Sin(X) <= 0), [half]);
        yield return ("a cosine that is one", On(unit, Term.Cos(X) < 1), [Rational.Zero]);
        yield return ("sine and cosine", On(unit, Term.Square(Term.Sin(X)) >= Term.Square(Term.Cos(X))), [Rational.Zero]);
        yield return ("hyperbolic sine and cosine", On(unit, Term.Square(Term.Sinh(X)) >= Term.Square(Term.Cosh(X))), [Rational.Zero]);
        yield return ("a product too large", Over(2 * X * Y * new Rational(201, 200) <= (X * X) + (Y * Y), plane), [half, half]);
        yield return ("a saddle", Over((X * X) - (Y * Y) >= 0, plane), [Rational.Zero, half]);
        yield return ("an order", new Statement(plane, X >= Y, X > Y), [half, half]);
        yield return ("a hypothesis that need not hold", new Statement(plane, (X > Y) | (Y > 0), X >= Y), [Rational.Zero, half]);
        yield return ("an equation is no order", new Statement(plane, X.EqualTo(Y), X > Y), [half, half]);
        yield return ("an order is no equation", new Statement(plane, X >= Y, X <= Y), [half, Rational.Zero]);
        yield return ("different is not greater", new Statement(plane, X.NotEqualTo(Y), X < Y), [half, Rational.Zero]);
    }

    public static IEnumerable<MaliciousCertificate> All()
    {
        foreach ((string name, Statement statement, _) in Falsehoods())
        {
            SquaresTerm[] terms = [.. Terms(EmptinessProblem.Of(statement))];
            for (int i = 0; i < terms.Length; i++)
            {
                yield return MaliciousCertificate.Steps("squares", $"{name}: {i}", statement, new ProofStep(new SumOfSquares(terms[i])));
                for (int k = 0; k < i; k++)
                {
                    yield return MaliciousCertificate.Steps("squares", $"{name}: {i} and {k}", statement, new ProofStep(new SumOfSquares(terms[i], terms[k])));
                }
            }
        }

        foreach (MaliciousCertificate other in Undefined().Concat(Malformed()).Concat(Texts()))
        {
            yield return other;
        }
    }

    private static IEnumerable<SquaresTerm> Terms(EmptinessProblem problem)
    {
        int n = problem.Variables.Count, facts = problem.Nodes.Count + (2 * n) + 4;
        PolynomialTerm x = new(1, (0, 1)), next = new(1, (1, 1)), less = new(-1, (1, 1));
        PolynomialTerm[][] roots = [[One], [x], [next], [x, less]];
        foreach (PolynomialTerm[] root in roots)
        {
            yield return SquaresTerm.Of([], [new WeightedSquare(1, root)]);
            for (int f = 0; f < facts; f++)
            {
                yield return SquaresTerm.Of([f], [new WeightedSquare(1, root)]);
            }
        }

        for (int f = 0; f < facts; f++)
        {
            yield return SquaresTerm.Of(f, [One]);
            yield return SquaresTerm.Of(f, [new PolynomialTerm(-1)]);
        }
    }

    // True wherever both sides have a value, which they do not have everywhere.
    private static IEnumerable<MaliciousCertificate> Undefined()
    {
        (string Name, Term Left, Term Right)[] laws =
        [
            ("x (1/x) = 1", X * (1 / X), 1), ("(sqrt x)^2 = x", Term.Square(Term.Sqrt(X)), X), ("exp(log x) = x", Term.Exp(Term.Log(X)), X),
            ("x/x = 1", X / X, 1), ("log(1/exp x) = -x, times 0 sqrt x", Term.Log(1 / Term.Exp(X)) + (0 * Term.Sqrt(X)), -X),
        ];
        foreach ((string name, Term left, Term right) in laws)
        {
            foreach ((string relation, Formula claim) in new[] { ("at most", left <= right), ("equal", left.EqualTo(right)) })
            {
                Statement statement = Over(claim, Unit("x"));
                var nothing = new SumOfSquares(SquaresTerm.Of([0], [new WeightedSquare(1, One)]));
                yield return MaliciousCertificate.Steps("squares of what is undefined", $"{name}, {relation}", statement, new ProofStep(nothing));
                yield return MaliciousCertificate.Steps("squares of what is undefined", $"{name}, {relation}, contact", statement, new ProofStep(new Contact(0, 0, [])));
            }
        }
    }

    private static IEnumerable<MaliciousCertificate> Malformed()
    {
        // True, and proved by 1 · (-x^2) + x^2 = 0.
        Statement square = Over(X * X >= 0, Unit("x"), Unit("y"));
        PolynomialTerm x = new(1, (0, 1)), zero = new(0);
        WeightedSquare one = new(1, One), xx = new(1, x);
        SquaresTerm target = SquaresTerm.Of([0], [one]), rest = SquaresTerm.Of([], [xx]);
        SquaresTerm Fact(params int[] facts) => SquaresTerm.Of(facts, [one]);
        SquaresTerm Root(params PolynomialTerm[] root) => SquaresTerm.Of([], [new WeightedSquare(1, root)]);
        (string Name, SumOfSquares Proof)[] wrong =
        [
            ("nothing", new()), ("the target alone", new(target)), ("the square alone", new(rest)), ("the target twice", new(target, target, rest)),
            ("the square twice", new(target, rest, rest)), ("weight 2", new(target, SquaresTerm.Of([], [new(2, x)]))), ("weight -1", new(target, SquaresTerm.Of([], [new(-1, x)]))),
            ("weight 0", new(SquaresTerm.Of([0], [new(0, One)]))), ("weight 0 of the positive one", new(SquaresTerm.Of([], [new(0, One)]))),
            ("root 0", new(SquaresTerm.Of([], [new(1, zero)]))), ("no squares", new(SquaresTerm.Of([0], []))), ("no root", new(SquaresTerm.Of([0], [new(1)]))),
            ("root x of the target", new(SquaresTerm.Of([0], [xx]), Root(new PolynomialTerm(1, (0, 2))))),
            ("fact -1", new(Fact(-1), rest)), ("fact 1", new(Fact(1), rest)), ("fact 5", new(Fact(5), rest)), ("huge fact", new(Fact(int.MaxValue), rest)),
            ("least fact", new(Fact(int.MinValue), rest)), ("the target squared", new(Fact(0, 0), rest)), ("an end as an equation", new(target, rest, SquaresTerm.Of(1, [One]))),
            ("the target as an equation", new(SquaresTerm.Of(0, [One]), rest)), ("the target as an equation, and one", new(SquaresTerm.Of(0, [One]), rest, Root(One), Root(One))),
            ("minus the target", new(SquaresTerm.Of(0, [new PolynomialTerm(-1)]), SquaresTerm.Of([0], [one]))),
            ("exponent 0", new(target, Root(new PolynomialTerm(1, (0, 0))))), ("exponent -1", new(target, Root(new PolynomialTerm(1, (0, -1))))),
            ("exponent 0 beside", new(target, Root(new PolynomialTerm(1, (0, 1), (1, 0))))), ("twice the same", new(target, Root(new PolynomialTerm(1, (0, 1), (0, 1))))),
            ("out of order", new(target, Root(new PolynomialTerm(1, (1, 1), (0, 1))))), ("indeterminate -1", new(target, Root(new PolynomialTerm(1, (-1, 1))))),
            ("indeterminate 2", new(target, Root(new PolynomialTerm(1, (2, 1))))), ("the other variable", new(target, Root(new PolynomialTerm(1, (1, 1))))),
            ("huge exponent", new(target, Root(new PolynomialTerm(1, (0, int.MaxValue))))),
            ("a large power", new(target, rest, SquaresTerm.Of([.. Enumerable.Repeat(1, 100_000)], [one]))),
            ("many terms", new([target, rest, .. Enumerable.Repeat(Root([.. Enumerable.Range(0, 2_000).Select(i => new PolynomialTerm(1, (0, 1 + i)))]), 50)])),
        ];
        foreach ((string name, SumOfSquares proof) in wrong)
        {
            yield return MaliciousCertificate.Steps("malformed squares", name, square, new ProofStep(proof));
        }

        var right = new SumOfSquares(target, rest);
        yield return MaliciousCertificate.Steps("malformed squares", "without squares", square, new ProofStep(ProofStepKind.Squares));
        yield return MaliciousCertificate.Steps("malformed squares", "a second time", square, new(right), new(right));
    }

    private static IEnumerable<MaliciousCertificate> Texts()
    {
        const string Right = "squares 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1";
        foreach (string lie in new[]
        {
            "squares", "squares 0", "squares 1", "squares 2", "squares 3 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 1 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1",
            "squares 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0", "squares 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1 ", "squares 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1 0",
            "squares 2 1 0 times 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 0 times 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 0 times 1 1 0 0 squares 1 1 1 1 1 0 1",
            "squares 2 1 0 Squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 0 squares 1 1 1 1 0 0 squares 1 -1 1 1 1 0 1", "squares 2 1 0 squares 1 1.0 1 1 0 0 squares 1 1 1 1 1 0 1",
            "squares 2 1 0 squares 1 1/1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 0 squares 1 2/2 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 0 squares 1 1/0 1 1 0 0 squares 1 1 1 1 1 0 1",
            "squares 2 1 00 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 -0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 +0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1",
            "squares 2 1 0 squares 2147483648 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 0 squares 1 1 999999999 1 0 0 squares 1 1 1 1 1 0 1", "squares 2147483647 1 0 squares 1 1 1 1 0",
            "squares 2 1 4294967296 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 4294967297", "SQUARES 2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1",
            "squares 2 1 0 squares 1 " + new string('9', 2_001) + " 1 1 0 0 squares 1 1 1 1 1 0 1", "squares  2 1 0 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1", "squares 2 -1 squares 1 1 1 1 0 0 squares 1 1 1 1 1 0 1",
        })
        {
            yield return MaliciousCertificate.Sealed("squares text", lie.Length > 90 ? lie[..90] : lie, Line.Replace(Right, lie, StringComparison.Ordinal));
        }
    }
}
