using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Statements;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Statements about piecewise functions, true ones and false ones that fail at a boundary or on one side of it only.</summary>
public sealed class PiecewiseTests
{
    private static readonly Term X = Term.Variable("x");

    // Huber's function, 1 beyond the unit interval in slope.
    private static readonly Term Huber = Term.Ite(Term.Abs(X) <= 1, Term.Square(X) / 2, Term.Abs(X) - Term.Ratio(1, 2));

    public static TheoryData<string, bool> Claims() => new()
    {
        { "huber below parabola", true },
        { "huber below a smaller parabola", false },
        { "huber at least a line", true },
        { "log where positive", true },
        { "log where positive, too low", false },
        { "root where it is defined", true },
        { "needle", false },
        { "step at one third", true },
        { "step at one third, closed", false },
        { "strict and not strict differ", false },
        { "strict and not strict agree beside zero", true },
        { "four pieces continuous", true },
        { "four pieces with a jump", false },
    };

    private static Formula Claim(string name) => name switch
    {
        "huber below parabola" => Huber <= (Term.Square(X) / 2) + new Rational(1, 1000),
        "huber below a smaller parabola" => Huber <= (Term.Square(X) / 2) - new Rational(1, 1000),
        "huber at least a line" => Huber >= X - new Rational(51, 100),
        "log where positive" => Term.Ite(X > Term.Ratio(1, 10), Term.Log(X), -7) <= new Rational(7, 5),
        "log where positive, too low" => Term.Ite(X > Term.Ratio(1, 10), Term.Log(X), -7) <= new Rational(1, 2),
        "root where it is defined" => Term.Square(Term.Ite(X >= 0, Term.Sqrt(X), X)) <= new Rational(41, 10),
        "needle" => Term.Ite(X.EqualTo(Term.Ratio(1, 3)), 1, 0) <= new Rational(1, 2),
        "step at one third" => (X * Term.Ite(X > Term.Ratio(1, 3), 0, 1)) <= new Rational(334, 1000),
        "step at one third, closed" => (X * Term.Ite(X > Term.Ratio(1, 3), 0, 1)) < Term.Ratio(1, 3),
        "strict and not strict differ" => Term.Ite(X > 0, 1, 0).EqualTo(Term.Ite(X >= 0, 1, 0)),
        "strict and not strict agree beside zero" => X.EqualTo(0) | Term.Ite(X > 0, 1, 0).EqualTo(Term.Ite(X >= 0, 1, 0)),
        "four pieces continuous" => Pieces(1) <= new Rational(21, 10),
        _ => Pieces(3) <= new Rational(21, 10),
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public void True_ones_are_proved_and_false_ones_refuted_exactly(string name, bool holds)
    {
        ProofOutcome outcome = Prover.Prove(Over(Claim(name)));
        if (holds)
        {
            Assert.True(outcome is Proved, $"{name}: {(outcome as Inconclusive)?.Reason ?? (outcome as Refuted)?.Witness.ToString()}");
            return;
        }

        Assert.IsType<Refuted>(outcome);
    }

    [Fact]
    public void A_run_follows_the_pieces_of_its_step()
    {
        // z falls by a half while it is at least 1, and then jumps by 3: 4, 2, 1, 1/2, 7/2.
        Term z = Term.Variable("z");
        Term next = Term.Ite(z >= 1, z / 2, z + 3);
        RecurrenceStatement After(Formula conclusion) => new([new RealVariable("s", 4, 4)], Formula.True, [new("z", "before", Term.Variable("s"), next)], 4, 4, conclusion);
        Assert.NotNull(ConfirmedRun.TryConfirm(After(z < new Rational(7, 2)), [4], 4));
        Assert.Null(ConfirmedRun.TryConfirm(After(z <= new Rational(7, 2)), [4], 4));
    }

    [Fact]
    public void It_is_written_for_other_solvers_as_ite()
    {
        string script = StatementQuery.Violation(Over(Term.Ite(X >= 1, X, 2 - X) >= 1)).Script;
        Assert.Contains("(ite (>= ", script, StringComparison.Ordinal);
    }

    private static Term Pieces(int last) => Term.Piecewise([(X < 0, -X), (X < 1, X), (X < 2, 2 - X)], last * (X - 2));

    private static Statement Over(Formula claim) => new([new RealVariable("x", -2, 4)], Formula.True, claim);
}
