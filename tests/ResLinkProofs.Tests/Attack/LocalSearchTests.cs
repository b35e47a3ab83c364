using ResLinkProofs.Attack;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Tests.Claims;

namespace ResLinkProofs.Tests.Attack;

public sealed class LocalSearchTests
{
    private static readonly Claim Bowl = KnownClaims.Of("Bowl", (x, y) => Term.Square(x - Term.Ratio(1, 3)) + Term.Square(y) + Term.Ratio(1, 100) >= Term.Ratio(1, 200));

    [Fact]
    public void The_margin_decreases_towards_its_minimum()
    {
        double[] point = [0.9, 0.9];
        Prober prober = ProberOf(Bowl);
        double before = prober.Measure(point).Conclusion;
        Measurement found = LocalSearch.Improve(prober, point, 600, new RandomStream(4, 0));
        Assert.True(found.Conclusion < before / 2);
        Assert.InRange(point[0], 0.32, 0.35);
        Assert.InRange(point[1], 0, 0.02);
        Assert.Equal(found, prober.Measure(point));
        Assert.Null(prober.Witness);
    }

    [Fact]
    public void Without_steps_nothing_moves()
    {
        double[] point = [0.9, 0.8];
        LocalSearch.Improve(ProberOf(Bowl), point, 0, new RandomStream(4, 0));
        Assert.Equal([0.9, 0.8], point);
    }

    [Fact]
    public void It_first_finds_the_hypothesis_then_the_violation()
    {
        Claim claim = KnownClaims.Of("Guarded", (x, y) => y <= Term.Ratio(9, 10), (x, _) => x >= Term.Ratio(99, 100));
        double[] point = [0.1, 0.1];
        Prober prober = ProberOf(claim);
        LocalSearch.Improve(prober, point, 2000, new RandomStream(4, 0));
        Assert.NotNull(prober.Witness);
        Assert.True(point[0] >= 0.99 && point[1] > 0.9);
    }

    [Fact]
    public void It_stays_in_the_ranges()
    {
        Claim claim = KnownClaims.Of("Corner", (x, y) => 3 >= x + y);
        double[] point = [0.2, 0.7];
        LocalSearch.Improve(ProberOf(claim), point, 400, new RandomStream(4, 0));
        Assert.All(point, x => Assert.InRange(x, 0.99, 1));
    }

    [Fact]
    public void A_violation_that_enclosures_deny_is_a_tie()
    {
        // (x + 10) - 10 >= x is an equality that floating point often sees as a violation.
        Claim claim = KnownClaims.Of("Tie", (x, _) => x + 10 - 10 >= x);
        Instance instance = ((SearchableProposition)claim.Proposition).At(0);
        var stream = new RandomStream(2, 0);
        var prober = new Prober(instance);
        int suspicious = 0;
        for (int k = 0; k < 200; k++)
        {
            double[] point = [stream.NextDouble(), 0];
            suspicious += instance.Measure(point).IsSuspicious ? 1 : 0;
            Assert.False(prober.Measure(point).IsSuspicious);
        }

        Assert.True(suspicious > 20, $"{suspicious}");
        Assert.Null(prober.Witness);
    }

    private static Prober ProberOf(Claim claim) => new(((SearchableProposition)claim.Proposition).At(0));
}
