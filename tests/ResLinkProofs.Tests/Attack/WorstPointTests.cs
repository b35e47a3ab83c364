using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using Xunit;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Tests.Attack;

/// <summary>What the attack has to find with nothing but a claim.</summary>
public class WorstPointTests
{
    /// <summary>
    /// Worst ratios of the printed inner product to |W* - W|^2 for g at most 0.1, one per cent above the least ones known.
    /// </summary>
    [Theory]
    [InlineData(5, 3000, new[] { 2 }, 0.4839)]
    [InlineData(20, 3000, new[] { 2 }, 0.2641)]
    [InlineData(10, 3000, new[] { 2, 3 }, 0.3916)]
    [InlineData(30, 3000, new[] { 2, 3 }, 0.0938)]
    [InlineData(35, 3000, new[] { 2, 3 }, 0.0390)]
    [InlineData(30, 3000, new[] { 10 }, 0.0734)]
    public void Ratio_of_theorem_33_is_as_low_as_the_best_known(int hundredthsOfGamma, int steps, int[] dimensions, double bestKnown)
    {
        // The claim that the ratio is at least 1/100: its relative margin (r - c)/(r + c) tells the ratio.
        const double C = 0.01;
        Evidence evidence = Attack(Convexity(new Rational(hundredthsOfGamma, 100), Term.Ratio(1, 100), dimensions), steps);
        Assert.Equal(Finding.Support, evidence.Finding);
        double margin = evidence.WorstMargin!.Value, ratio = C * (1 + margin) / (1 - margin);
        Assert.InRange(ratio, C, 1.01 * bestKnown);
    }

    [Theory]
    [InlineData(3, 8661, true)]  // just outside sqrt(3)/2 = 0.86603: a cyclic permutation of the columns
    [InlineData(3, 6000, false)] // well inside the minimum is unique and the loss grows with the distance
    [InlineData(2, 10001, true)] // d = 2 needs norm 1: exchanged columns
    [InlineData(2, 6000, false)]
    public void Zero_loss_away_from_the_teacher_is_found_exactly_where_it_exists(int d, int radius, bool exists)
    {
        // L >= |W* - W|^2 / 1000 fails at any other global minimum.
        var claim = new NetworkProposition(
            new NetworkDomain { Radius = new Rational(radius, 10_000), Dimensions = [d] },
            _ => Formula.True,
            n => 1000 * n[Loss] >= n[SquaredDistance]);
        Evidence evidence = Attack(claim, 3000);
        Assert.True((exists ? Finding.Refutation : Finding.Support) == evidence.Finding, evidence.Summary);
    }

    [Fact]
    public void A_frontier_is_hit_from_both_sides()
    {
        // At d = 3 the ratio 0.03 is undercut from gamma = 0.3592 on.
        Assert.Equal(Finding.Support, Attack(Convexity(new Rational(355, 1000), Term.Ratio(3, 100), [2, 3]), 3000).Finding);
        Assert.Equal(Finding.Refutation, Attack(Convexity(new Rational(361, 1000), Term.Ratio(3, 100), [2, 3]), 3000).Finding);
    }

    [Fact]
    public void Hypotheses_that_no_sample_satisfies_are_reached_and_kept()
    {
        // Two thin lenses about (1.1, 1.1) and its opposite; the tip of the first has x = 1.2082.
        var forAll = new Quantifier();
        Term x = forAll.Real("x", -10, 10), y = forAll.Real("y", -10, 10);
        forAll.Given(x * y >= Term.Ratio(6, 5)).Given(Term.Square(x) + Term.Square(y) <= Term.Ratio(121, 50));
        Evidence evidence = Attack(StatementProposition.Of(forAll.Conclude(2 - x >= Term.Ratio(1, 2))), 3000);
        Assert.Equal(Finding.Support, evidence.Finding);

        double tip = Math.Sqrt(1.21 + Math.Sqrt((1.21 * 1.21) - 1.44));
        Assert.Equal((2 - tip - 0.5) / (2 - tip + 0.5), evidence.WorstMargin!.Value, 1e-4);
    }

    [Fact]
    public void The_same_seed_finds_the_same_bits()
    {
        NetworkProposition claim = Convexity(new Rational(3, 10), Term.Ratio(1, 100), [2, 4]);
        Evidence first = Attack(claim, 600), second = Attack(claim, 600);
        Assert.Equal(first.WorstPoint, second.WorstPoint);
        Assert.Equal(first.Work, second.Work);
    }

    private static NetworkProposition Convexity(Rational gamma, Term constant, int[] dimensions) => new(
        new NetworkDomain { Radius = gamma, Dimensions = dimensions },
        n => n[Potential] <= Term.Ratio(1, 10),
        n => n[ReluInnerProduct] >= constant * n[SquaredDistance]);

    private static Evidence Attack(Proposition proposition, int steps)
    {
        var claim = new Claim { Source = new Source(new Document("test", "Test"), "attack"), Text = "attack", Proposition = proposition };
        return new SearchChecker().Check(claim, Budget.Default with { AttackSteps = steps }, seed: 0).Single();
    }
}
