using System.Globalization;
using System.Text.RegularExpressions;
using ResLinkProofs.Claims;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit;

namespace ResLinkProofs.Specs.Tests;

/// <summary>No numbered statement of a source is left out in silence, and the committed document says so.</summary>
public partial class CoverageTests
{
    private static string Repository => Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void The_committed_coverage_is_current()
    {
        string file = Path.Combine(Repository, "docs", "coverage.md");
        string current = Coverage.Render(Statements(), SpecCatalogue.Claims, RecordedVerdicts.Near(Repository));
        if (SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable) == SnapshotMode.Accept)
        {
            File.WriteAllText(file, current);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == current, $"docs/coverage.md is out of date. {Coverage.HowToRegenerate}");
    }

    [Fact]
    public void Every_numbered_statement_has_a_claim_or_a_reason()
    {
        string[] gaps = [.. Statements().SelectMany(s => Coverage.Gaps(s.Statements, Own(s.Document)).Select(label => $"{s.Document.Citation}, {label}"))];
        Assert.True(gaps.Length == 0, $"Neither a claim nor a reason: {string.Join("; ", gaps)}");
    }

    [Fact]
    public void A_statement_without_claims_and_without_a_reason_is_noticed()
    {
        (Document document, IReadOnlyList<NumberedStatement> statements) = Statements().First(s => s.Document.Slug == "du");
        NumberedStatement covered = statements.First(s => s.Label == "Corollary 2.1");
        Assert.Empty(Coverage.Gaps([covered], Own(document)));
        Assert.Equal(["Corollary 2.1"], Coverage.Gaps([covered], []));
        Assert.Empty(Coverage.Gaps([covered with { Note = "not yet: for a reason" }], []));
    }

    // Lemma 2.1 is not Lemma 2.10, and what is not yet claimed is no longer said once there is a claim.
    [Fact]
    public void A_statement_is_not_taken_for_another_whose_number_begins_alike()
    {
        Claim claim = SpecCatalogue.Claims.First(c => c.Source.Document.Slug == "du");
        Claim tenth = claim with { Source = new Source(claim.Source.Document, "Lemma 2.10 constant") };
        Assert.False(new NumberedStatement("Lemma 2.1", "").Covers(tenth));
        NumberedStatement waiting = new("Lemma 2.10", "not yet: for a reason");
        Assert.True(waiting.Covers(tenth));
        RecordedVerdicts none = RecordedVerdicts.Near(Path.GetPathRoot(Repository)!);
        Assert.DoesNotContain("for a reason", Coverage.Render([(claim.Source.Document, [waiting])], [tenth], none), StringComparison.Ordinal);
        Assert.Contains("for a reason", Coverage.Render([(claim.Source.Document, [waiting])], [], none), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_source_has_a_list_and_the_numbers_of_each_kind_run_on_without_a_gap()
    {
        var statements = Statements().ToList();
        Assert.Equal(
            SpecCatalogue.Claims.Select(c => c.Source.Document.Slug).Where(slug => slug != "conjecture").Distinct().Order(StringComparer.Ordinal),
            statements.Select(s => s.Document.Slug).Order(StringComparer.Ordinal));
        IEnumerable<string> labels = statements.Single(s => s.Document.Slug == "du").Statements.Select(s => s.Label);
        var kinds = labels.Select(label => Numbered().Match(label)).Where(m => m.Success).GroupBy(m => (Kind: m.Groups[1].Value, Chapter: m.Groups[2].Value)).ToList();
        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.Equal(
            Enumerable.Range(1, kind.Count()), kind.Select(m => int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture)).Order()));
    }

    [Theory]
    [InlineData("Lemma 1\nLemma 1")]
    [InlineData("| a reason for nothing")]
    public void A_list_that_says_something_twice_or_nothing_is_refused(string text) => Assert.Throws<FormatException>(() => NumberedStatement.ReadAll(text));

    private static IEnumerable<(Document Document, IReadOnlyList<NumberedStatement> Statements)> Statements() =>
        from document in SpecCatalogue.Claims.Select(c => c.Source.Document).Distinct().OrderBy(d => d.Slug, StringComparer.Ordinal)
        let file = Path.Combine(Repository, "docs", "coverage", $"{document.Slug}.txt")
        where File.Exists(file)
        select (document, NumberedStatement.ReadAll(File.ReadAllText(file)));

    private static Claim[] Own(Document document) => [.. SpecCatalogue.Claims.Where(c => c.Source.Document == document)];

    // Equations and sections are those that the statements name; the others are all there.
    [GeneratedRegex(@"^(Theorem|Lemma|Corollary|Definition|Proposition|Claim|Condition|Assumption|Remark) (\d+)\.(\d+)$")]
    private static partial Regex Numbered();
}
