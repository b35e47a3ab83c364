using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Kernel.Statements;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>Least eigenvalues as hypotheses and as conclusions: proved, supported, refuted.</summary>
public sealed class GramMatrixTests(ITestOutputHelper output)
{
    private static readonly Catalogue Claims = Catalogue.Of([new GramMatrix()]);

    [Theory]
    [InlineData("gram/pair", Verdict.Proved)]
    [InlineData("gram/all-sizes", Verdict.Supported)]
    [InlineData("gram/too-much", Verdict.Refuted)]
    [InlineData("gram/never-parallel", Verdict.Refuted)]
    public void Claims_about_least_eigenvalues_get_their_verdicts(string id, Verdict expected)
    {
        Claim claim = Assert.Single(Claims.Matching([id]));
        ClaimResult result = new ClaimRunner().Run(claim, Budget.Small, 1);
        output.WriteLine($"{result.Verdict} {result.WorstMargin} {result.Seconds}: {string.Join("\n  ", result.Evidence.Select(e => $"{e.Engine}: {e.Finding} {e.Summary} {e.WorstPoint} {string.Join(' ', e.Work)}"))}");
        output.WriteLine(((ResLinkProofs.Claims.Propositions.Models.ModelProposition)claim.Proposition).Formula);
        Assert.Equal(expected, result.Verdict);
        Assert.Equal(expected == Verdict.Refuted, result.Evidence.Any(e => e.Refutation is ConfirmedWitness));
        Assert.Equal(expected == Verdict.Refuted, result.Witness?.Contains("]: ⟨v, H v⟩ < ", StringComparison.Ordinal) ?? false);
    }
}
