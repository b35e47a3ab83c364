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
    public void Every_claim_as_printed_has_a_quote_and_the_map_says_where_it_is_printed()
    {
        string[] map = TheoryMap.Render(SpecCatalogue.Claims, RecordedVerdicts.Near(Repository)).Split('\n');
        Claim[] printed = [.. SpecCatalogue.Claims.Where(c => c.Reading == Reading.AsPrinted)];
        Assert.NotEmpty(printed);
        Assert.All(printed, claim => Assert.Contains(map, line => line.StartsWith($"| {claim.Source.Label} | {claim.Quote!.Place} | `", StringComparison.Ordinal)));

        // Where a verdict stands under "as printed" there is a place, and nowhere else.
        string[][] rows = [.. map.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| statement", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row[4].Length == 0 || row[2].Length > 0, string.Join(" | ", row)));
        Assert.Equal(printed.Length, rows.Count(row => row[4].Length > 0));
    }

    [Fact]
    public void A_verdict_that_changes_changes_the_map()
    {
        RecordedVerdicts none = RecordedVerdicts.Near(Path.GetPathRoot(Repository)!);
        Assert.NotEqual(TheoryMap.Render(SpecCatalogue.Claims, RecordedVerdicts.Near(Repository)), TheoryMap.Render(SpecCatalogue.Claims, none));
    }
}
