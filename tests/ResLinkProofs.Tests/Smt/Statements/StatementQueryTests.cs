using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Statements;
using ResLinkProofs.Tests.Smt.Solving;

namespace ResLinkProofs.Tests.Smt.Statements;

public sealed class StatementQueryTests(Z3Fixture z3) : IClassFixture<Z3Fixture>
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");
    private static readonly SolverLimits Limits = new(20_000_000, TimeSpan.FromSeconds(60));

    [Fact]
    public void A_violation_is_asked_of_the_whole_domain_or_of_a_part()
    {
        Statement Stated(Rational factor) => new([new("x", -1, 1), new("y", 0, 2)], Formula.True, (X * X) + (Y * Y) >= factor * X * Y);
        Assert.Equal(SmtFinding.NoSolution, Ask(StatementQuery.Violation(Stated(2))));
        Assert.Equal(SmtFinding.Solution, Ask(StatementQuery.Violation(Stated(new Rational(21, 10)))));
        // It only fails near the diagonal.
        Assert.Equal(SmtFinding.NoSolution, Ask(StatementQuery.Violation(Stated(new Rational(21, 10)), [new("x", -1, 0), new("y", 0, 2)])));
        Assert.Throws<ArgumentException>(() => StatementQuery.Violation(Stated(2), [new("y", 0, 1)]));
    }

    [Fact]
    public void Vacuity_is_asked_of_the_hypotheses_alone()
    {
        Statement Stated(Formula hypothesis) => new([new("x", -1, 1), new("y", 0, 2)], hypothesis, X > 5);
        Assert.Equal(SmtFinding.Solution, Ask(StatementQuery.Hypotheses(Stated(X > Y))));
        Assert.Equal(SmtFinding.NoSolution, Ask(StatementQuery.Hypotheses(Stated(X > Y + 2))));
    }

    private SmtFinding Ask(ResLinkProofs.Smt.Writing.SmtQuery query) => SmtJudge.Ask(z3.Solver, query, Limits).Finding;
}
