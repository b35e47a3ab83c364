using ResLinkProofs.Attack;
using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Tests.Claims;

/// <summary>The slope of the activation as a variable of a claim on networks.</summary>
public class SlopeRangeTests
{
    private static readonly SlopeRange Wide = new(-3, 3);

    [Fact]
    public void A_claim_that_fails_at_one_slope_alone_is_refuted_there()
    {
        // For α = 1 the inner product vanishes where (W* - W)u = 0.
        ClaimResult result = Run(new(
            Domain(Wide), _ => Formula.True, n => n[InnerProduct] >= n[SquaredDistance] / 1_000));
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("α = 1", result.Evidence[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_claim_stands_where_the_slope_is_kept_away()
    {
        ClaimResult result = Run(new(Domain(new SlopeRange(-3, new Rational(1, 2))), _ => Formula.True, n => n[InnerProduct] >= n[SquaredDistance] / 1_000));
        Assert.Equal(Verdict.Supported, result.Verdict);
    }

    [Fact]
    public void At_a_slope_an_instance_measures_what_the_instance_of_that_slope_measures()
    {
        var slope = new Rational(1, 4);
        static Formula Conclusion(NetworkSymbols n) => n[InnerProduct] >= n[SquaredDistance] * (1 - n[NegativeSlope]);
        Instance all = new NetworkProposition(Domain(Wide), _ => Formula.True, Conclusion).At(3);
        Instance one = new NetworkProposition(Domain(null) with { NegativeSlope = slope }, _ => Formula.True, Conclusion).At(3);
        double[] point = new double[all.CoordinateCount];
        var stream = new RandomStream(7, 0);
        for (int k = 0; k < 50; k++)
        {
            all.Sample(stream, point);
            Assert.InRange(point[^1], -3, 3);
            point[^1] = slope.ToDouble();
            Assert.Equal(one.Measure(point.AsSpan(0, one.CoordinateCount)), all.Measure(point));
        }

        Assert.EndsWith("α = 1/4", all.Describe([.. point.Select(Rational.FromDouble)]), StringComparison.Ordinal);
        Assert.Equal(one.Statement!.VariableNames.Append("α"), all.Statement!.VariableNames);
        RealVariableOf(all, out Rational? least, out Rational? largest);
        Assert.Equal((-3, 3), (least, largest));
    }

    [Fact]
    public void A_smaller_witness_keeps_its_slope_in_a_larger_dimension()
    {
        var proposition = new NetworkProposition(Domain(Wide), _ => Formula.True, n => n[InnerProduct] >= 0);
        double[] embedded = proposition.At(3).Embed(proposition.At(2), [.. Enumerable.Range(1, 8).Select(i => (double)i), 0.5])!;
        Assert.Equal([1, 2, 0, 3, 4, 0, 0, 0, 0, 5, 6, 0, 7, 8, 0, 0, 0, 0, 0.5], embedded);
        double[] outside = [.. embedded];
        outside[^1] = 7;
        proposition.At(3).Project(outside);
        Assert.Equal(3, outside[^1]);
    }

    [Fact]
    public void A_descent_leaves_parameters_as_they_are()
    {
        var chart = new ParameterisedChart(new SpectralBallChart(1, 2, 1), 1);
        double[] place = new double[3], point = new double[3], gradient = new double[3];
        chart.Enter([0.25, -0.5, 2], place);
        chart.ToPoint(place, point);
        Assert.Equal([0.25, -0.5, 2], point.Select(x => Math.Round(x, 12)));
        chart.PullBack([1, 1, 1], gradient);
        Assert.True(gradient[0] > 0 && gradient[1] > 0 && gradient[2] == 0);
    }

    [Fact]
    public void Ranges_that_are_empty_or_out_of_place_are_refused()
    {
        Assert.Contains("exchange", Assert.Throws<ArgumentException>(() => new SlopeRange(1, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("one claim for each slope", Assert.Throws<ArgumentException>(() => new NetworkGradientProposition(Domain(Wide), NetworkField.Relu)).Message, StringComparison.Ordinal);
        var family = new DescentFamily { Starts = Domain(Wide), StepSize = _ => 1, Steps = _ => 1 };
        Assert.Throws<ArgumentException>(() => TrajectoryProposition.EveryStep(family, t => t.Now[Potential] >= 0));
    }

    private static void RealVariableOf(Instance instance, out Rational? least, out Rational? largest)
    {
        var variable = instance.Statement!.Variables.Single(v => v.Name == SlopeRange.Name);
        (least, largest) = (variable.Lower, variable.Upper);
    }

    private static NetworkDomain Domain(SlopeRange? slopes) => new() { Radius = new Rational(1, 100), NegativeSlopes = slopes, Dimensions = [2, 3] };

    private static ClaimResult Run(NetworkProposition proposition) =>
        new ClaimRunner([new SearchChecker()]).Run(KnownClaims.Of("Slopes", proposition), KnownClaims.Tiny, seed: 3);
}
