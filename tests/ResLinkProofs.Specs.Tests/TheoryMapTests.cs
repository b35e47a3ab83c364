using ResLinkProofs.Claims;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit;

namespace ResLinkProofs.Specs.Tests;

/// <summary>The committed map from statements to files is current, and every file in it exists.</summary>
public class TheoryMapTests
{
    private static string Repository => Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void The_committed_map_is_current()
    {
        string file = Path.Combine(Repository, "docs", "theory-to-code.md");
        string current = TheoryMap.Render(SpecCatalogue.Claims, RecordedVerdicts.Near(Repository));
        if (SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable) == SnapshotMode.Accept)
        {
            File.WriteAllText(file, current);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == current, $"docs/theory-to-code.md is out of date. {TheoryMap.HowToRegenerate}");
    }

    [Fact]
    public void Every_claim_is_stated_in_a_file_that_mentions_its_spec()
    {
        Claim[] written = [.. SpecCatalogue.Claims.Where(c => c.Spec is not null)];
        Assert.NotEmpty(written);
        Assert.All(written, claim => Assert.Contains($"class {claim.Spec!.Name}", File.ReadAllText(Path.Combine(Repository, TheoryMap.FileOf(claim)!)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_verdict_that_changes_changes_the_map()
    {
        RecordedVerdicts none = RecordedVerdicts.Near(Path.GetPathRoot(Repository)!);
        Assert.NotEqual(TheoryMap.Render(SpecCatalogue.Claims, RecordedVerdicts.Near(Repository)), TheoryMap.Render(SpecCatalogue.Claims, none));
    }
}
