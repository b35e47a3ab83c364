using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>False statements that touch zero, or nearly do, "proved" by contacts of all orders, anchors and guards; and lines that spell a contact wrongly.</summary>
internal static class MaliciousContacts
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
        contact 0 2 none 0 0 0

        """;

    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    /// <summary>The text from which others are made; it is accepted.</summary>
    public static string Control => Reseal(Line);

    /// <summary>The false statements, each with a point at which it fails.</summary>
    public static IEnumerable<(string Name, Statement Statement, Rational[] Point)> Falsehoods()
    {
        RealVariable unit = Unit("x"), positive = Unit("x", 0);
        Rational half = new(1, 2), minusHalf = new(-1, 2);
        Statement On(RealVariable x, Formula conclusion) => Over(conclusion, x);
        yield return ("odd order, both sides", On(unit, Term.Sin(X) >= X - (Term.Pow(X, 3) / 6)), [minusHalf]);
        yield return ("a constant too strong", On(positive, Term.Sin(X) >= X - (Term.Pow(X, 3) / new Rational(601, 100))), [new Rational(1, 100)]);
        yield return ("the wrong way", On(positive, Term.Sin(X) <= X - (Term.Pow(X, 3) / 6)), [half]);
        yield return ("zero is attained", On(unit, X * X > 0), [Rational.Zero]);
        yield return ("zero is attained at an end", On(positive, X > 0), [Rational.Zero]);
        yield return ("a tangent too steep", On(unit, Term.Exp(X) >= 1 + (X * new Rational(101, 100))), [new Rational(1, 1000)]);
        yield return ("a bound off by a little", On(unit, Term.Exp(X) >= 1 + X + new Rational(1, 1L << 40)), [Rational.Zero]);
        yield return ("a kink", On(unit, Term.Exp(Term.Abs(X)) <= 1 + (X * X)), [half]);
        yield return ("a hidden kink", On(positive, Term.Abs(X - half) * Term.Sqrt(4) <= 0), [Rational.Zero]);
        yield return ("maximum", On(unit, Term.Exp(Term.Max(X, 0)) <= 1 + (X * X)), [half]);
        yield return ("minimum", On(unit, Term.Exp(Term.Min(X, 2 * X)) >= 1 + X), [new Rational(-1, 100)]);
        yield return ("a root at the end of its domain", On(positive, Term.Sqrt(X) <= X), [new Rational(1, 4)]);
        yield return ("a pole between", On(unit, 1 / (X - half) <= -2 + (4 * X * X)), [new Rational(3, 4)]);
        yield return ("a pole of the tangent between", On(Unit("x", 0, 3), Term.Tan(X) >= X), [new Rational(2, 1)]);
        yield return ("arcsine beyond its values", On(positive, Term.Asin(X) <= X), [half]);
        yield return ("a touch elsewhere", On(unit, Term.Square(X) - Term.Pow(X, 4) - new Rational(1, 100) <= new Rational(6, 25) - new Rational(2, 100)), [new Rational(7, 10)]);
        yield return ("two roots", On(unit, X * X * (X - half) >= 0), [new Rational(1, 4)]);
        yield return ("a quartic", On(unit, (Term.Pow(X, 4) * 2) - (X * X * X * X * new Rational(201, 100)) >= 0), [half]);
        yield return ("log", On(Unit("x", 1, 2), Term.Log(X) >= X - 1 - (Term.Square(X - 1) / new Rational(201, 100))), [new Rational(1001, 1000)]);
        yield return ("nothing at all", new Statement([unit], X.NotEqualTo(0), (2 * X) - X < X), [half]);
        yield return ("far from the anchor, past a hill", On(new RealVariable("x", new Rational(5, 2), 3), (4 * Term.Pow(X, 3)) - Term.Pow(X, 4) <= 0), [new Rational(3, 1)]);
        yield return ("log 3 for log 2", On(unit, Term.Log(1 + Term.Exp(X)) >= Term.Log(3) + (X / 2)), [Rational.Zero]);
        yield return ("log 2 for log(1/2)", On(positive, Term.Log(Term.Ratio(1, 2) + X) + (X * X) >= Term.Log(2)), [Rational.Zero]);
        yield return ("cosine of pi", On(unit, Term.Cos(Term.Pi + X) >= 1 - (X * X)), [Rational.Zero]);

        RealVariable[] plane = [Unit("x"), Unit("y")];
        yield return ("a saddle", Over((X * X) - (Y * Y) >= 0, plane), [Rational.Zero, half]);
        yield return ("a saddle on its diagonal", Over((X - Y) * (X + Y) >= 0, plane), [Rational.Zero, half]);
        yield return ("a product too large", Over(2 * X * Y * new Rational(201, 200) <= (X * X) + (Y * Y), plane), [half, half]);
        yield return ("a root of a square", Over(Term.Sqrt(Y * Y) <= Y + (X * X), plane), [Rational.Zero, minusHalf]);
        yield return ("a root of a square on the diagonal", Over(Term.Sqrt(X * Y) * Term.Sqrt(X * Y) <= X * (X + Y) / 2, [Unit("x"), Unit("y", 0)]), [half, Rational.One]);
        yield return ("zero on the diagonal", Over(Term.Square(X - Y) > 0, plane), [half, half]);
        yield return ("the guard may be zero", new Statement(plane, X >= Y, Term.Square(X - Y) > 0), [half, half]);
        yield return ("the guard is zero elsewhere", new Statement(plane, X > Y - half, Term.Square(X - Y) > 0), [half, half]);
        yield return ("the guard is not required", new Statement(plane, (X > Y) | (Y > 0), Term.Square(X - Y) > 0), [half, half]);
        yield return ("the guard is on the other side", new Statement(plane, X <= Y, Term.Sin(X - Y) >= (X - Y) / 2), [Rational.Zero, half]);
        yield return ("the guard is not monotone", new Statement([unit], Term.Square(X) >= 0, Term.Sin(X) >= X / 2), [minusHalf]);
        yield return ("the guard turns", new Statement([unit], X + (3 * X * X) >= 0, Term.Sin(X) >= X / 2), [minusHalf]);
        yield return ("the guard is an equality", new Statement([unit], (X * X).EqualTo(X * X), Term.Sin(X) >= X / 2), [minusHalf]);
        yield return ("one coordinate only", Over((X * X) - (Y * Y * new Rational(1, 1000)) + (X * Y) >= 0, plane), [Rational.Zero, half]);
        yield return ("an end that is rounded", Over(3 * X >= 1, new RealVariable("x", new Rational(333_333, 1_000_000), 1)), [new Rational(333_333, 1_000_000)]);
    }

    public static IEnumerable<MaliciousCertificate> All()
    {
        foreach ((string name, Statement statement, _) in Falsehoods())
        {
            EmptinessProblem problem = EmptinessProblem.Of(statement);
            int[] atoms = [.. Enumerable.Range(0, problem.Nodes.Count).Where(k => problem.Nodes[k].Kind == FormulaNodeKind.Atom)];
            foreach ((int node, int guard, int order, ContactAnchor[] anchors, string what) in
                from node in atoms
                from guard in atoms.Append(-1)
                from candidate in Anchors(problem)
                from order in candidate.Anchors.Length switch { 0 => [0], 1 => Enumerable.Range(1, 6), _ => [2] }
                select (node, guard, order, candidate.Anchors, candidate.Name))
            {
                yield return MaliciousCertificate.Steps(
                    "contact", $"{name}: atom {node}, guard {guard}, order {order}, {what}", statement, new ProofStep(new Contact(node, order, anchors, guard)));
            }
        }

        foreach (MaliciousCertificate other in Malformed().Concat(Texts()))
        {
            yield return other;
        }
    }

    private static IEnumerable<(string Name, ContactAnchor[] Anchors)> Anchors(EmptinessProblem problem)
    {
        yield return ("no anchor", []);
        int n = problem.Variables.Count;
        Rational[] values = [0, 1, new Rational(1, 2), new Rational(1, 3), -1];
        for (int i = 0; i < n; i++)
        {
            foreach (Rational value in values)
            {
                yield return ($"{i} at {value}", [new ContactAnchor(i, value)]);
            }

            for (int k = 0; k < problem.Tape.Length; k++)
            {
                yield return ($"{i} at slot {k}", [new ContactAnchor(i, 0, (Rational.One, k))]);
            }
        }

        if (n == 2)
        {
            foreach (Rational value in values)
            {
                yield return ($"both at {value}", [new ContactAnchor(0, value), new ContactAnchor(1, value)]);
            }
        }
    }

    private static IEnumerable<MaliciousCertificate> Malformed()
    {
        // True, and proved by (0, order 2, x at 0) alone.
        Statement square = Over(X * X >= 0, Unit("x"), Unit("y"));
        ContactAnchor x = new(0, 0), y = new(1, 0);
        (string Name, Contact Contact)[] wrong =
        [
            ("order 0", new(0, 0, [x])), ("order 1", new(0, 1, [x])), ("order 3", new(0, 3, [x])), ("order -1", new(0, -1, [x])),
            ("order 17", new(0, 17, [x])), ("huge order", new(0, int.MaxValue, [x])), ("node -1", new(-1, 2, [x])), ("node 1", new(1, 2, [x])),
            ("huge node", new(int.MaxValue, 2, [x])), ("guard -2", new(0, 2, [x], -2)), ("guard 1", new(0, 2, [x], 1)),
            ("huge guard", new(0, 2, [x], int.MaxValue)), ("twice the same", new(0, 2, [x, x])), ("both", new(0, 2, [x, y])),
            ("the other", new(0, 2, [y])), ("order without anchors", new(0, 2, [])), ("none", new(0, 0, [])),
            ("variable -1", new(0, 2, [new(-1, 0)])), ("variable 2", new(0, 2, [new(2, 0)])), ("slot -1", new(0, 2, [new(0, 0, (Rational.Zero, -1))])),
            ("slot 99", new(0, 2, [new(0, 0, (Rational.Zero, 99))])), ("its own slot", new(0, 2, [new(0, 0, (Rational.One, 0))])),
            ("its own slot, times zero", new(0, 2, [new(0, 0, (Rational.Zero, 0))])),
            ("many anchors", new(0, 2, Enumerable.Range(0, 100_000).Select(i => new ContactAnchor(i, 0)))),
        ];
        foreach ((string name, Contact contact) in wrong)
        {
            yield return MaliciousCertificate.Steps("malformed contact", name, square, new ProofStep(contact));
        }

        yield return MaliciousCertificate.Steps("malformed contact", "without its contact", square, new ProofStep(ProofStepKind.Contact));
        yield return MaliciousCertificate.Steps("malformed contact", "a second time", square, new(new Contact(0, 2, [x])), new(new Contact(0, 2, [x])));
    }

    private static IEnumerable<MaliciousCertificate> Texts()
    {
        foreach (string lie in new[]
        {
            "contact", "contact 0", "contact 0 2", "contact 0 2 none 0", "contact 0 2 none 0 0", "contact 0 2 none 0 0 1", "contact 0 2 none 0 0 1 1",
            "contact 0 2 none 0 0 0 ", "contact 0 2 none 0 0 0 0", "contact 0 2 none 0 0/1 0", "contact 0 2 none 0 -0 0", "contact 0 2 none 0 0.0 0",
            "contact 0 2 none 0 0 00", "contact 0 02 none 0 0 0", "contact +0 2 none 0 0 0", "contact 0 2 -1 0 0 0", "contact 0 2 NONE 0 0 0",
            "contact 0 2 None 0 0 0", "contact 0 2  0 0 0", "contact 0 2 none -1 0 0", "contact 0 2 none 0 0 -1", "contact 0 2 none 0 0 999999999",
            "contact 0 2 none 0 0 2147483648", "contact 0 2 none 0 1/0 0", "contact 0 2 none 0 NaN 0", "contact 0 2 none 0 1E9 0",
            "contact 0 2 none 0 0 1 0 99", "contact 0 2 none 0 0 1 1 1", "contact 0 4294967298 none 0 0 0", "contact 0 2 0 0 0", "contact 0 2 4294967295 0 0 0",
            "contact 0 2 none 0 0 0 0 0 0", "Contact 0 2 none 0 0 0", "contact 0 2 none 0 " + new string('9', 65) + " 0", "contact 0 0 none", "contact 0 1 none 0 0 0",
            "contact 0 2 none 1 0 0", "contact 1 2 none 0 0 0", "contact 0 2 0 0 1 0", "contact 0 4 none 0 0 0", "contact 0 16 none 0 1/3 0",
        })
        {
            yield return MaliciousCertificate.Sealed("contact text", lie.Length > 60 ? lie[..60] : lie, Line.Replace("contact 0 2 none 0 0 0", lie, StringComparison.Ordinal));
        }
    }
}
