using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Tests.Proving;

public sealed class ProverTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    [Theory]
    [InlineData("caprasse", "-3.1801", 500)]
    [InlineData("trid", "-16.001", 20_000)]
    [InlineData("camel", "-13941776395527295/13510798882111488", 1_500)]
    [InlineData("delta", "0", 250)]
    [InlineData("arctangent", "0.005", 100)]
    [InlineData("butcher", "-1.44", 100)]
    public void Classic_problems_are_proved_within_their_boxes_and_the_certificate_replays(string name, string bound, long boxes)
    {
        Statement statement = KnownProblems.ByName(name, bound);
        Proved proved = Assert.IsType<Proved>(Prover.Prove(statement));
        Assert.InRange(proved.Boxes, 1, boxes);
        Certificate read = Certificate.Parse(proved.Proof.Certificate.ToString());
        Assert.NotNull(CertificateChecker.Check(read, statement).Accepted);
    }

    [Theory]
    [InlineData("caprasse", "-3.180065")]
    [InlineData("trid", "-15.99984")]
    [InlineData("camel", "-1.031618")]
    [InlineData("delta", "128.13")]
    [InlineData("arctangent", "0.0048780")]
    [InlineData("butcher", "-1.4379")]
    public void False_twins_are_refuted_by_a_confirmed_point(string name, string bound)
    {
        Refuted refuted = Assert.IsType<Refuted>(Prover.Prove(KnownProblems.ByName(name, bound)));
        Assert.NotNull(ConfirmedWitness.TryConfirm(refuted.Witness.Statement, refuted.Witness.Point));
    }

    [Fact]
    public void Verdicts_boxes_and_certificates_do_not_depend_on_the_number_of_threads()
    {
        foreach (Statement statement in new[]
        {
            KnownProblems.SixHumpCamel("-1.0317"), KnownProblems.Caprasse("-3.1801"), KnownProblems.Delta("100"), KnownProblems.SixHumpCamel("-1.0316284"),
        })
        {
            ProofOutcome one = Prover.Prove(statement, new ProofBudget { Threads = 1 });
            foreach (int threads in new[] { 2, 7 })
            {
                ProofOutcome many = Prover.Prove(statement, new ProofBudget { Threads = threads });
                Assert.Equal(one.GetType(), many.GetType());
                Assert.Equal(one.Boxes, many.Boxes);
                Assert.Equal((one as Proved)?.Proof.Certificate.ToString(), (many as Proved)?.Proof.Certificate.ToString());
                Assert.Equal((one as Refuted)?.Witness.ToString(), (many as Refuted)?.Witness.ToString());
            }
        }
    }

    [Fact]
    public void A_spent_budget_is_inconclusive_and_not_exceeded()
    {
        Statement wave = new([new RealVariable("x", 0, 9), new RealVariable("y", 0, 9)], Formula.True, Term.Sin(5 * X * Y) * Term.Cos(7 * X * Y) <= Term.Ratio(9_999, 10_000));
        Inconclusive outcome = Assert.IsType<Inconclusive>(Prover.Prove(wave, new ProofBudget { Boxes = 100 }));
        Assert.Equal(100, outcome.Boxes);
        Assert.Contains("budget of 100 boxes", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(2, outcome.NearestPoint.Count);
        Assert.InRange(outcome.NearestMargin, -1, 0);
    }

    [Fact]
    public void A_touching_point_that_cannot_be_decided_is_set_aside_not_passed()
    {
        // (x^2 - 2) sin(x^2 - 2) >= 0 touches at the root of 2: true, but neither boxes, nor squares, nor a contact at a number that occurs show it.
        Term beyond = Term.Square(X) - 2;
        Statement touching = new([new RealVariable("x", 1, new Rational(3, 2))], Formula.True, beyond * Term.Sin(beyond) >= 0);
        Inconclusive outcome = Assert.IsType<Inconclusive>(Prover.Prove(touching, new ProofBudget { Boxes = 5000 }));
        Assert.True(outcome.SetAside > 0 || outcome.Boxes == 5000);
    }

    [Fact]
    public void Nothing_is_proved_about_points_at_which_a_term_is_undefined()
    {
        RealVariable[] x = [new RealVariable("x", -1, 1)];
        Assert.IsType<Inconclusive>(Prover.Prove(new(x, Formula.True, Term.Sqrt(X) >= 0), new ProofBudget { Boxes = 500 }));
        Assert.IsType<Inconclusive>(Prover.Prove(new(x, Formula.True, Term.Log(X) <= 1), new ProofBudget { Boxes = 500 }));
        Assert.IsType<Proved>(Prover.Prove(new(x, X >= 0, Term.Sqrt(X) >= 0)));
        Assert.IsType<Proved>(Prover.Prove(new(x, X >= Term.Ratio(1, 9), Term.Log(X) <= 0)));
    }

    [Fact]
    public void Guards_bound_unbounded_variables_and_a_missing_bound_is_named()
    {
        RealVariable[] free = [new RealVariable("x", null, null), new RealVariable("y", null, null)];
        Assert.IsType<Proved>(Prover.Prove(new(free, Term.Square(X) + Term.Square(Y) <= 1, X + Y <= Term.Ratio(3, 2))));
        Assert.IsType<Proved>(Prover.Prove(new(free, Formula.True, Term.Square(X) + Term.Square(Y) + 1 > 0)));
        Assert.IsType<Refuted>(Prover.Prove(new(free, Term.Square(X) + Term.Square(Y) <= 1, X + Y <= Term.Ratio(7, 5))));
        Inconclusive outcome = Assert.IsType<Inconclusive>(Prover.Prove(new(free[..1], Formula.True, X * Term.Exp(-Term.Square(X)) <= Term.Ratio(1, 2)), new ProofBudget { Boxes = 2000 }));
        Assert.Contains("unbounded", outcome.Reason, StringComparison.Ordinal);
        Assert.Contains("x", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_with_and_or_min_max_and_equalities_are_decided()
    {
        RealVariable[] square = [new RealVariable("x", 0, 1), new RealVariable("y", 0, 1)];
        Assert.IsType<Proved>(Prover.Prove(new(square, (X <= Term.Ratio(1, 4)) | (Y <= Term.Ratio(1, 4)), Term.Min(X, Y) <= Term.Ratio(1, 4))));
        Assert.IsType<Proved>(Prover.Prove(new(square, (Y - X).EqualTo(Term.Ratio(1, 2)), (Y >= Term.Ratio(1, 2)) & (X <= Term.Ratio(1, 2)))));
        Assert.IsType<Proved>(Prover.Prove(new(square, Formula.True, (Term.Max(X, Y) >= Term.Ratio(1, 2)) | ((X + Y < 1) & (Term.Abs(X - Y) < Term.Ratio(1, 2))))));
        Assert.IsType<Refuted>(Prover.Prove(new(square, Formula.True, (X * Y).NotEqualTo(Term.Ratio(1, 4)))));
        Assert.IsType<Refuted>(Prover.Prove(new(square, Term.Max(X, Y) >= Term.Ratio(1, 2), X * Y >= Term.Ratio(1, 1000))));
    }

    [Fact]
    public void Statements_without_variables_or_with_trivial_parts_are_decided()
    {
        Assert.IsType<Proved>(Prover.Prove(new([], Formula.True, Term.Exp(1) < 3)));
        Assert.IsType<Refuted>(Prover.Prove(new([], Formula.True, Term.Exp(1) > 3)));
        Assert.IsType<Proved>(Prover.Prove(new([], Formula.False, Term.Exp(1) > 3)));
        Assert.IsType<Proved>(Prover.Prove(new([new RealVariable("x", 2, 2)], Formula.True, Term.Sqrt(X) < Term.Ratio(3, 2))));
        Assert.IsType<Refuted>(Prover.Prove(new([new RealVariable("x", 2, 2)], Formula.True, Formula.False)));
    }

    [Fact]
    public void Ends_of_ranges_that_are_no_doubles_count_as_members()
    {
        RealVariable[] x = [new RealVariable("x", new Rational(1, 10), new Rational(3, 10))];
        Assert.IsType<Refuted>(Prover.Prove(new(x, Formula.True, X > Term.Ratio(1, 10))));
        Assert.IsType<Refuted>(Prover.Prove(new(x, Formula.True, X < Term.Ratio(3, 10))));
        Assert.IsType<Proved>(Prover.Prove(new(x, Formula.True, X < Term.Ratio(300_001, 1_000_000))));
    }
}
