using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Tests.Claims;

public sealed class HypothesisSharesTests
{
    [Fact]
    public void Every_conjunct_is_measured_by_itself_at_every_size()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1), y = forAll.Real("y", 0, 1);
        forAll.Given(x <= 2).Given(y >= Term.Ratio(1, 2)).Given(y <= -1);
        IReadOnlyList<HypothesisShare> shares = HypothesisShares.Of(StatementProposition.Of(forAll.Conclude(x >= 0)), 0);
        Assert.Equal([false, true, true], shares.Select(s => s.Binds));
        Assert.InRange(shares[1].Share, 0.1, 0.9);
        Assert.Equal(1, shares[2].Share);
    }

    [Fact]
    public void A_hypothesis_on_networks_that_is_idle_in_small_dimensions_binds_in_large_ones()
    {
        // |g| is at most 2 gamma d: at gamma = 1/100 no condition g <= 1/10 below d = 5.
        NetworkProposition claim = Bounded(new Rational(1, 10));
        Assert.All(HypothesisShares.Of(claim, 0), s => Assert.False(s.Binds));
        Assert.Contains(HypothesisShares.Of(claim, [20, 50], 0), s => s.Binds);
        Assert.Contains(HypothesisShares.Of(Bounded(new Rational(1, 1000)), 0), s => s.Binds);
    }

    [Fact]
    public void The_same_seed_gives_the_same_shares() =>
        Assert.Equal(HypothesisShares.Of(Bounded(new Rational(1, 1000)), 7), HypothesisShares.Of(Bounded(new Rational(1, 1000)), 7));

    [Fact]
    public void Nothing_is_excluded_where_nothing_is_assumed() =>
        Assert.Empty(HypothesisShares.Of(new NetworkProposition(new NetworkDomain { Dimensions = [1, 2] }, _ => Formula.True, n => n[Potential] <= 1), 0));

    private static NetworkProposition Bounded(Rational bound) => new(
        new NetworkDomain { Radius = new Rational(1, 100), Dimensions = [1, 2, 3] }, n => n[Potential] <= bound, n => n[Loss] >= 0);
}
