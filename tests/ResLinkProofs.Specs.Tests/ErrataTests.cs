using ResLinkProofs.Claims;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit;

namespace ResLinkProofs.Specs.Tests;

/// <summary>The committed errata are what the recorded verdicts say. Nothing is checked anew, so this is quick.</summary>
public class ErrataTests
{
    private static string Repository => Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void The_committed_errata_are_current()
    {
        string file = Path.Combine(Repository, "docs", "errata.md");
        string current = Errata.Render(SpecCatalogue.Claims, RecordedVerdicts.Near(Repository));
        if (SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable) == SnapshotMode.Accept)
        {
            File.WriteAllText(file, current);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == current, $"docs/errata.md is out of date. {Errata.HowToRegenerate}");
    }

    [Fact]
    public void Every_recorded_refutation_of_a_printed_statement_is_listed_with_its_witness()
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Repository);
        string text = Errata.Render(SpecCatalogue.Claims, recorded);
        Claim[] refuted = [.. SpecCatalogue.Claims.Where(c => c.Reading == Reading.AsPrinted && recorded.Of(c) == Verdict.Refuted)];
        Assert.NotEmpty(refuted);
        Assert.All(refuted, claim => Assert.Contains($"### {claim.Source.Label}\n\n- Printed: {claim.Text}\n- Fails at: {recorded.WitnessOf(claim)}\n", text, StringComparison.Ordinal));
        Assert.All(
            SpecCatalogue.Claims.Where(c => !refuted.Any(r => r.Id == c.Id)),
            claim => Assert.DoesNotContain($"### {claim.Source.Label}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verdict_that_changes_changes_the_errata()
    {
        // Positive control: without recorded verdicts nothing is refuted.
        RecordedVerdicts none = RecordedVerdicts.Near(Path.GetPathRoot(Repository)!);
        Assert.False(none.Exist);
        Assert.NotEqual(Errata.Render(SpecCatalogue.Claims, RecordedVerdicts.Near(Repository)), Errata.Render(SpecCatalogue.Claims, none));
    }
}
