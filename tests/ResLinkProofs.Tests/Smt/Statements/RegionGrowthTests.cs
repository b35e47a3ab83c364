using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Statements;
using ResLinkProofs.Tests.Smt.Solving;

namespace ResLinkProofs.Tests.Smt.Statements;

public sealed class RegionGrowthTests(Z3Fixture z3) : IClassFixture<Z3Fixture>
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");
    private static readonly SolverLimits Limits = new(20_000_000, TimeSpan.FromSeconds(60));

    [Fact]
    public void A_polynomial_claim_is_certified_on_its_whole_domain()
    {
        CertifiedRegion region = Grow((X * X) + (Y * Y) >= 2 * X * Y, [0, 1]);
        Assert.Equal((1.0, 11, SmtFinding.NoSolution), (region.Fraction, region.Queries, region.Last.Finding));
        Assert.Equal(["x ∈ [-1, 1]", "y ∈ [0, 2]"], region.Box.Select(v => v.ToString()));
    }

    [Fact]
    public void A_false_claim_is_certified_where_it_holds_and_yields_a_confirmed_witness()
    {
        CertifiedRegion region = Grow((X * X) + (Y * Y) >= Term.Ratio(21, 10) * X * Y, [-1, 1]);
        Assert.InRange(region.Fraction, 0.05, 0.9);
        Assert.NotNull(region.Witness);
        Assert.Equal(SmtFinding.Solution, region.Last.Finding);
        Assert.All(region.Box, v => Assert.True(v.Upper > v.Lower));
    }

    [Fact]
    public void A_claim_with_a_sine_is_certified_around_a_point_and_not_everywhere()
    {
        CertifiedRegion region = Grow(Term.Sin(X) <= X + Term.Ratio(1, 100), [Half, 1]);
        Assert.InRange(region.Fraction, 0.0001, 0.9);
        Assert.Equal(SmtFinding.Inconclusive, region.Last.Finding);
        Assert.Null(region.Witness);

        CertifiedRegion none = Grow(Term.Sin(X) <= X - Term.Ratio(1, 100), [0, 1]);
        Assert.Equal((0.0, 1, 0), (none.Fraction, none.Queries, none.Box.Count));
        Assert.NotNull(none.Witness);
    }

    [Fact]
    public void Vacuity_is_asked_of_the_hypotheses_alone()
    {
        Statement Stated(Formula hypothesis) => new([new("x", -1, 1), new("y", 0, 2)], hypothesis, X > 5);
        Assert.Equal(SmtFinding.Solution, SmtJudge.Ask(z3.Solver, StatementQuery.Hypotheses(Stated(X > Y)), Limits).Finding);
        Assert.Equal(SmtFinding.NoSolution, SmtJudge.Ask(z3.Solver, StatementQuery.Hypotheses(Stated(X > Y + 2)), Limits).Finding);
    }

    [Fact]
    public void A_point_outside_and_an_unbounded_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Grow(X > 0, [2, 1]));
        Assert.Throws<ArgumentException>(() => Grow(X > 0, [0]));
        var unbounded = new Statement([new("x", 0, null)], Formula.True, X >= 0);
        Assert.Throws<ArgumentException>(() => RegionGrowth.Grow(z3.Solver, unbounded, [1], 3, Limits));
        Assert.Throws<ArgumentException>(() => StatementQuery.Violation(unbounded, [new("y", 0, 1)]));
    }

    private static Rational Half => new(1, 2);

    private CertifiedRegion Grow(Formula conclusion, Rational[] point) =>
        RegionGrowth.Grow(z3.Solver, new Statement([new("x", -1, 1), new("y", 0, 2)], Formula.True, conclusion), point, doublings: 10, Limits);
}
