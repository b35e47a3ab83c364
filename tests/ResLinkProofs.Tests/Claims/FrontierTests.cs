using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using Xunit;

namespace ResLinkProofs.Tests.Claims;

public class FrontierTests
{
    [Fact]
    public void The_bracket_closes_around_a_known_frontier()
    {
        // x^2 <= 1/2 on [0, p] holds up to p = 0.7071...
        FrontierBracket bracket = Assert.Single(FrontierSearch.Run(Squares(new Rational(1, 2)), Budget.Small, seed: 0));
        Assert.Equal(new Rational(707, 1000), bracket.Holds!.Value);
        Assert.Equal(new Rational(708, 1000), bracket.Fails!.Value);
        Assert.True(bracket.Fails.IsConfirmed);
        Assert.Equal(Finding.Refutation, bracket.Fails.Evidence.Finding);
        Assert.Equal(Finding.Support, bracket.Holds.Evidence.Finding);
    }

    [Fact]
    public void The_lower_end_is_proved_where_the_prover_can()
    {
        FrontierBracket bracket = Assert.Single(FrontierSearch.Run(Squares(new Rational(1, 2)), Budget.Small, seed: 0));
        Assert.Equal(new Rational(707, 1000), bracket.Certified!.Value);
        Assert.NotEmpty(bracket.Certified.Evidence.Certificates);
    }

    [Fact]
    public void A_sufficient_condition_is_proved_part_by_part_and_never_past_its_own_limit()
    {
        // x <= 1/2 suffices for x^2 <= 1/2; over a part it is stated for that part alone.
        bool narrow = true;
        Frontier frontier = Squares(new Rational(1, 2)) with
        {
            Sufficient = (p, _) => new Covering([new RealVariable("x", 0, p)], part =>
            {
                var forAll = new Quantifier();
                Term x = forAll.Real("x", part[0].Lower, part[0].Upper);
                bool isWide = part[0].Upper - part[0].Lower > new Rational(1, 10);
                return part[0].Lower > new Rational(1, 2) ? null : forAll.Conclude(narrow && isWide ? x * 0 >= 1 : x <= Term.Ratio(1, 2));
            }),
        };
        FrontierEnd certified = Assert.Single(FrontierSearch.Run(frontier, Budget.Default, seed: 0)).Certified!;
        Assert.Equal(new Rational(1, 2), certified.Value);
        Assert.True(certified.Evidence.Certificates.Count > 4); // the whole was not provable
        narrow = false;
        Assert.Single(Assert.Single(FrontierSearch.Run(frontier, Budget.Default, seed: 0)).Certified!.Evidence.Certificates);
    }

    [Fact]
    public void No_proof_is_sought_past_a_witness()
    {
        Frontier frontier = Squares(new Rational(1, 2)) with
        {
            // Proves whatever it is asked.
            Sufficient = (p, _) => new Covering([new RealVariable("x", 0, 1)], part => new Statement(part, Formula.True, Term.Variable("x") <= 2)),
        };
        FrontierBracket bracket = Assert.Single(FrontierSearch.Run(frontier, Budget.Small, seed: 0));
        Assert.Equal(bracket.Holds!.Value, bracket.Certified!.Value);
        Assert.True(bracket.Certified.Value < bracket.Fails!.Value);
    }

    [Fact]
    public void A_family_that_always_holds_has_no_failing_end() =>
        Assert.Null(Assert.Single(FrontierSearch.Run(Squares(2), Budget.Small, seed: 0)).Fails);

    [Fact]
    public void A_family_that_never_holds_has_no_holding_end() =>
        Assert.Null(Assert.Single(FrontierSearch.Run(Squares(-1), Budget.Small, seed: 0)).Holds);

    [Fact]
    public void Sizes_come_in_order_and_the_report_lists_them()
    {
        // x^n <= 1/2 on [0, p] holds up to 2^(-1/n).
        var frontier = new Frontier("p", 0, 1, new Rational(1, 100), p => StatementProposition.ForEach("n", [1, 2, 3], n =>
        {
            var forAll = new Quantifier();
            Term x = forAll.Real("x", 0, p);
            return forAll.Conclude(Term.Pow(x, n) <= Term.Ratio(1, 2));
        }));
        var claim = new Claim
        {
            Source = new Source(new Document("test", "Test"), "powers"),
            Text = "x^n is at most 1/2",
            Proposition = frontier.At(0),
            Frontier = frontier,
        };
        FrontierBracket[] brackets = [.. FrontierSearch.Run(frontier, Budget.Small, seed: 0)];
        Assert.Equal([1, 2, 3], brackets.Select(b => b.Size));
        Assert.Equal([0.5, 0.7, 0.79], brackets.Select(b => b.Holds!.Value.ToDouble()));
        string csv = FrontierReport.CommaSeparated([(claim, brackets)]);
        Assert.Contains("test/powers,companion,3,holds,0.79,", csv, StringComparison.Ordinal);
        Assert.Contains("test/powers,companion,3,proved,0.79,", csv, StringComparison.Ordinal);
        Assert.Equal(10, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("<svg", FrontierReport.Plot([(claim, brackets)]), StringComparison.Ordinal);
        Assert.Equal(4, FrontierReport.Table(claim, brackets).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_range_without_room_for_a_step_is_refused()
    {
        Assert.Throws<ArgumentException>("resolution", () => new Frontier("p", 0, 1, 2, _ => null!));
        Assert.Throws<ArgumentException>("resolution", () => new Frontier("p", 0, 1, 0, _ => null!));
    }

    private static Frontier Squares(Rational bound) => new("p", new Rational(1, 1000), 1, new Rational(1, 1000), p =>
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, p);
        return StatementProposition.Of(forAll.Conclude(Term.Square(x) <= (Term)bound));
    });
}
