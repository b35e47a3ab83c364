using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Tests.Claims;

public sealed class GradientCheckerTests
{
    private static readonly NetworkField Correct = NetworkField.Relu.Over(Term.Pi);

    private static readonly NetworkField NegativeGradient = new(
        "-∇L", n => PopulationGradient.TryNegativeGradient(n, out DenseMatrix? field) ? field : null, (n, row, column) => n.NegativeGradient(row, column));

    public static TheoryData<string, Term> WrongDivisors() => new()
    {
        { "pi", Term.One },
        { "one percent less", Term.Pi * Term.Ratio(101, 100) },
        { "one percent more", Term.Pi * Term.Ratio(99, 100) },
    };

    [Fact]
    public void Differences_support_the_gradient() => Assert.Equal(Verdict.Supported, Differences(Correct, new NetworkDomain { Dimensions = [1, 2, 3, 8] }).Verdict);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(-1, 2)]
    [InlineData(2, 1)]
    public void Differences_support_the_gradient_of_leaky_activations_and_refute_that_of_another_slope(int numerator, int denominator)
    {
        var slope = new Rational(numerator, denominator);
        Assert.Equal(Verdict.Supported, Differences(NegativeGradient, new NetworkDomain { Dimensions = [1, 2, 3], NegativeSlope = slope }).Verdict);
        Assert.Equal(Verdict.Refuted, Differences(Correct, new NetworkDomain { Dimensions = [1, 2], NegativeSlope = slope }).Verdict);
    }

    [Theory]
    [MemberData(nameof(WrongDivisors))]
    public void Differences_refute_a_field_that_is_off(string name, Term divisor)
    {
        ClaimResult result = Differences(NetworkField.Relu.Over(divisor), new NetworkDomain { Dimensions = [1, 2, 3] });
        Assert.True(result.Verdict == Verdict.Refuted, name);
        Assert.StartsWith("d = 1, W = [", result.Witness, StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_do_not_refute_by_points_outside_the_domain()
    {
        // Right wherever |W*[1,1]| <= 3/4, and far off beyond; the floating-point form is off everywhere, so that the search tries.
        var field = new NetworkField(
            "local",
            n => Correct.Measure(n)?.Scale(2),
            (n, row, column) => Correct.Expand(n, row, column) * (1 + (1000 * Term.Max(0, Term.Square(n.WStar[0, 0]) - Term.Ratio(9, 16)))));
        var domain = new NetworkDomain { Dimensions = [1], Radius = new Rational(3, 4) };
        Assert.Equal(Verdict.Inconclusive, Differences(field, domain).Verdict);
        Assert.Equal(Verdict.Refuted, Differences(field, domain with { Radius = null }).Verdict);
        Assert.Equal(Verdict.Refuted, Differences(NetworkField.Relu, domain).Verdict);
    }

    [Fact]
    public void Monte_Carlo_supports_the_gradient_and_refutes_the_printed_field()
    {
        var domain = new NetworkDomain { Dimensions = [1, 2, 3] };
        Assert.Equal(Verdict.Supported, MonteCarlo(Correct, domain).Verdict);
        ClaimResult refuted = MonteCarlo(NetworkField.Relu, domain);
        Assert.Equal(Verdict.Refuted, refuted.Verdict);
        Assert.Contains("standard errors", refuted.Evidence[0].Summary, StringComparison.Ordinal);
        Assert.Null(refuted.Evidence[0].Refutation);
    }

    [Fact]
    public void Monte_Carlo_supports_the_gradient_of_a_leaky_activation() =>
        Assert.Equal(Verdict.Supported, MonteCarlo(NegativeGradient, new NetworkDomain { Dimensions = [1, 2], NegativeSlope = new Rational(1, 4) }).Verdict);

    [Fact]
    public void Monte_Carlo_without_a_point_to_sample_ends_and_finds_nothing()
    {
        Assert.Equal(Verdict.Inconclusive, MonteCarlo(Correct, new NetworkDomain { Dimensions = [50] }).Verdict);
        Assert.Equal(Verdict.Inconclusive, MonteCarlo(Correct, new NetworkDomain { Dimensions = [1], Radius = Rational.Zero }).Verdict);
        Assert.Equal(Verdict.Inconclusive, MonteCarlo(new NetworkField("nowhere", _ => null, (_, _, _) => 0), new NetworkDomain { Dimensions = [1] }).Verdict);
    }

    [Fact]
    public void Other_propositions_are_left_to_other_engines()
    {
        Assert.Empty(new GradientDifferences().Check(KnownClaims.True, KnownClaims.Tiny, 1));
        Assert.Empty(new GradientMonteCarlo().Check(KnownClaims.True, KnownClaims.Tiny, 1));
        Assert.Empty(new SearchChecker().Check(KnownClaims.Of("Gradient", new NetworkGradientProposition(new NetworkDomain(), Correct)), KnownClaims.Tiny, 1));
    }

    private static ClaimResult Differences(NetworkField field, NetworkDomain domain) => Run(new GradientDifferences(), field, domain);

    private static ClaimResult MonteCarlo(NetworkField field, NetworkDomain domain) => Run(new GradientMonteCarlo(), field, domain);

    private static ClaimResult Run(IChecker checker, NetworkField field, NetworkDomain domain) =>
        new ClaimRunner([checker]).Run(KnownClaims.Of("Gradient", new NetworkGradientProposition(domain, field)), KnownClaims.Tiny, 3);
}
