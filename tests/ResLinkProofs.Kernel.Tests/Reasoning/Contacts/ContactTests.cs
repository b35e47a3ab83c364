using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Contacts;

/// <summary>The step at a contact: it proves what touches, and nothing when a coefficient is off by a millionth.</summary>
public sealed class ContactTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Rational Small = new(1, 1_000_000);

    public static TheoryData<string> Functions => [.. TaylorCoefficients.All.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_coefficient_is_known_from_both_sides(string name)
    {
        (Term function, string[] coefficients) = TaylorCoefficients.All[name];
        for (int order = 1; order < coefficients.Length; order++)
        {
            foreach (int side in new[] { 1, -1 })
            {
                var near = new RealVariable("x", side > 0 ? Rational.Zero : new Rational(-1, 1L << 40), side > 0 ? new Rational(1, 1L << 40) : Rational.Zero);
                Statement Above(Rational shift) => Over(
                    side == 1 || order % 2 == 0 ? function >= Bound(shift) : function <= Bound(shift), near);
                Term Bound(Rational shift) => TaylorCoefficients.Polynomial(coefficients, order)
                    + (Term.Literal(Rational.Parse(coefficients[order]) + shift) * Term.Pow(X, order));
                Statement truth = Above(-Small), lie = Above(Small);
                var step = new ProofStep(new Contact(0, order, [new ContactAnchor(0, 0)]));
                Assert.True(CertificateChecker.Check(truth, [step]).Accepted is not null, $"order {order}, side {side}");
                for (int other = 0; other <= 10; other++)
                {
                    IEnumerable<ContactAnchor> anchors = other == 0 ? [] : [new ContactAnchor(0, 0)];
                    Assert.Null(CertificateChecker.Check(lie, [new ProofStep(new Contact(0, other, anchors))]).Accepted);
                }
            }
        }
    }

    [Fact]
    public void Whole_domains_need_no_other_step()
    {
        var line = new RealVariable("x", null, null);
        Accept(Over(Term.Exp(X) >= 1 + X, line), new Contact(0, 2, [new ContactAnchor(0, 0)]));
        Accept(Over(2 * X * Y <= (X * X) + (Y * Y), line, new RealVariable("y", null, null)),
            new Contact(0, 2, [new ContactAnchor(0, 0, (Rational.One, SlotOf(Over(2 * X * Y <= (X * X) + (Y * Y), line, new RealVariable("y", null, null)), "y")))]));
        Accept(Over(Term.Square(X + Y) <= (X * X) + (2 * X * Y) + (Y * Y), line, new RealVariable("y", null, null)), new Contact(0, 0, []));
    }

    [Fact]
    public void Several_anchors_take_the_definite_Hessian()
    {
        // (x - 1)^2 + (x - 1)(y - 2) + (y - 2)^2, multiplied out, at (1, 2).
        Term bowl = (X * X) + (X * Y) + (Y * Y) - (4 * X) - (5 * Y) + 7;
        Contact at = new(0, 2, [new ContactAnchor(0, 1), new ContactAnchor(1, 2)]);
        RealVariable[] box = [Unit("x", -5, 5), Unit("y", -5, 5)];
        Accept(Over(bowl >= 0, box), at);
        Reject(Over(bowl - Term.Literal(Small) >= 0, box), at);
        Reject(Over(bowl - (Term.Literal(Small) * (X - 1)) >= 0, box), at);
        Reject(Over(bowl - (2 * Term.Square(X - 1)) >= 0, box), at);
        Reject(Over(bowl - (2 * Term.Square(Y - 2)) >= 0, box), at);
        // Zero is attained: it is not positive.
        Reject(Over(bowl > 0, box), at);
        Accept(new Statement(box, X < 1, bowl > 0), at, guard: (X, 1));
        Accept(new Statement(box, X.NotEqualTo(1), bowl > 0), at, guard: (X, 1));
        Reject(new Statement(box, X <= 1, bowl > 0), at, guard: (X, 1));
        Reject(new Statement(box, X < 2, bowl > 0), at, guard: (X, 2));
    }

    [Fact]
    public void A_guard_tells_the_side_and_excludes_the_contact()
    {
        RealVariable[] x = [Unit("x")];
        Contact at = new(0, 1, [new ContactAnchor(0, 0)]);
        Accept(new Statement(x, X >= 0, Term.Sin(X) <= X * 2), at, guard: (X, 0));
        Accept(new Statement(x, X > 0, Term.Sin(X) < X * 2), at, guard: (X, 0));
        Accept(new Statement(x, X < 0, Term.Sin(X) > X * 2), at, guard: (X, 0));
        Reject(new Statement(x, X >= 0, Term.Sin(X) < X * 2), at, guard: (X, 0));
        Reject(new Statement(x, X <= 0, Term.Sin(X) <= X * 2), at, guard: (X, 0));
        Reject(new Statement(x, X.NotEqualTo(0), Term.Sin(X) <= X * 2), at, guard: (X, 0));
        // Two equal expressions, one of them zero only where the guard does not allow it.
        Contact even = new(0, 2, [new ContactAnchor(0, 0)]);
        Accept(new Statement(x, X.NotEqualTo(0) & Term.Cos(X).EqualTo(1), Formula.False), even, guard: (X, 0), of: Relation.Equal);
        Reject(new Statement(x, (X >= 0) & Term.Cos(X).EqualTo(1), Formula.False), even, guard: (X, 0), of: Relation.Equal);
    }

    [Fact]
    public void Nothing_is_concluded_where_something_may_be_undefined()
    {
        Contact identity = new(0, 0, []);
        Accept(Over(X / X <= 1, Unit("x", 1, 2)), identity);
        Reject(Over(X / X <= 1, Unit("x")), identity);
        Reject(Over((Term.Log(X) * 2) - Term.Log(X) <= Term.Log(X), Unit("x")), identity);
    }

    [Fact]
    public void An_end_that_is_no_double_is_taken_exactly()
    {
        Contact third = new(0, 1, [new ContactAnchor(0, new Rational(1, 3))]);
        Accept(Over((3 * X) + Term.Square((3 * X) - 1) >= 1, new RealVariable("x", new Rational(1, 3), new Rational(2, 5))), third);
        Reject(Over(3 * X >= 1, new RealVariable("x", new Rational(333_333_333, 1_000_000_000), new Rational(2, 5))), third);
    }

    [Fact]
    public void Roots_of_quotients_by_pi_and_of_square_factors_are_taken_apart()
    {
        RealVariable x = new("x", -2, -1), y = new("y", -2, -1);
        Accept(Over((Term.Sqrt(4 / Term.Pi) * Term.Sqrt(Term.Pi)) + X >= 2 + X, x), new Contact(0, 0, []));
        Accept(Over(Term.Sqrt(9 * X * Y) >= 3 * Term.Sqrt(X * Y), x, y), new Contact(0, 0, []));
        Reject(Over((Term.Sqrt(4 / Term.Pi) * Term.Sqrt(Term.Pi)) + X >= 2 + X + Term.Literal(Small), x), new Contact(0, 0, []));
        Reject(Over(Term.Sqrt(X / Y) * Y >= Term.Sqrt(X * Y), x, y), new Contact(0, 0, []));
    }

    [Fact]
    public void A_line_of_text_gives_the_same_contact()
    {
        Statement statement = new([Unit("x"), Unit("y")], X > Y, (X * X) + (Y * Y) > 2 * X * Y);
        int node = AtomOf(statement, Relation.GreaterOrEqual), guard = AtomOf(statement, Relation.Greater);
        Contact contact = new(node, 2, [new ContactAnchor(0, new Rational(0, 1), (new Rational(1, 1), SlotOf(statement, "y")))], guard);
        Certificate certificate = CertificateChecker.Check(statement, [new ProofStep(contact)]).Accepted!.Certificate;
        Certificate read = Certificate.Parse(certificate.ToString());
        Assert.Equal(certificate.ToString(), read.ToString());
        Assert.NotNull(CertificateChecker.Check(read, statement).Accepted);
    }

    internal static int SlotOf(Statement statement, string variable)
    {
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        int index = Enumerable.Range(0, problem.Variables.Count).Single(i => problem.Variables[i].Name == variable);
        return Enumerable.Range(0, problem.Tape.Length)
            .Single(k => problem.Tape.Instructions[k] is { Operation: Operation.Variable } step && step.Left == index);
    }

    private static int AtomOf(Statement statement, Relation relation) => EmptinessProblem.Of(statement).Nodes
        .Select((n, k) => (n, k)).Single(p => p.n.Kind == FormulaNodeKind.Atom && p.n.Relation == relation).k;

    private static void Accept(Statement statement, Contact contact, (Term Variable, int At)? guard = null, Relation? of = null) =>
        Assert.True(Check(statement, contact, guard, of) is { Accepted: not null }, statement.ToString());

    private static void Reject(Statement statement, Contact contact, (Term Variable, int At)? guard = null, Relation? of = null) =>
        Assert.True(Check(statement, contact, guard, of) is { Accepted: null }, statement.ToString());

    // The hypothesis is the guard and the negated conclusion the atom of the contact, whichever comes first.
    private static CertificateVerdict Check(Statement statement, Contact contact, (Term Variable, int At)? guard, Relation? of)
    {
        if (guard is null)
        {
            return CertificateChecker.Check(statement, [new ProofStep(contact)]);
        }

        int[] atoms = [.. EmptinessProblem.Of(statement).Nodes.Select((n, k) => (n, k)).Where(p => p.n.Kind == FormulaNodeKind.Atom).Select(p => p.k)];
        Assert.Equal(2, atoms.Length);
        CertificateVerdict[] verdicts = [.. atoms.Select((node, i) => CertificateChecker.Check(
            statement, [new ProofStep(new Contact(node, contact.Order, contact.Anchors, atoms[1 - i]))]))];
        return Array.Find(verdicts, v => v.Accepted is not null) ?? verdicts[0];
    }
}
