using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Testing.Snapshots;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>The worked example of <c>docs/adding-a-model.md</c>.</summary>
public sealed class LinearNetworkTests(ITestOutputHelper output)
{
    private static readonly Catalogue Claims = Catalogue.Of([new LinearNetwork.LinearNetwork()]);

    [Theory]
    [InlineData("example/balancedness-small", Verdict.Proved)]
    [InlineData("example/balancedness", Verdict.Supported)]
    [InlineData("example/false-balancedness", Verdict.Refuted)]
    [InlineData("example/slope", Verdict.Supported)]
    [InlineData("example/false-slope", Verdict.Refuted)]
    public void Claims_about_the_example_get_their_verdicts(string id, Verdict expected)
    {
        Claim claim = Assert.Single(Claims.Matching([id]));
        ClaimResult result = new ClaimRunner().Run(claim, Budget.Small, 1);
        output.WriteLine($"{result.Verdict} {result.WorstMargin} {result.Seconds}: {string.Join("\n  ", result.Evidence.Select(e => $"{e.Engine}: {e.Finding} {e.Summary} {e.WorstPoint} {string.Join(' ', e.Work)}"))}");
        output.WriteLine(((ResLinkProofs.Claims.Propositions.Models.ModelProposition)claim.Proposition).Formula);
        Assert.Equal(expected, result.Verdict);
        Assert.Equal(expected == Verdict.Refuted, result.Evidence.Any(e => e.Refutation is ConfirmedWitness));
    }
}
