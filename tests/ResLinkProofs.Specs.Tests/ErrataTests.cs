using System.Text.RegularExpressions;
using ResLinkProofs.Claims;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit;

namespace ResLinkProofs.Specs.Tests;

/// <summary>The committed errata are what the recorded verdicts say. Nothing is checked anew, so this is quick.</summary>
public partial class ErrataTests
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
    public void The_first_screen_of_the_README_has_the_figures_of_the_errata()
    {
        string file = Path.Combine(Repository, "README.md"), text = File.ReadAllText(file);
        RecordedVerdicts recorded = RecordedVerdicts.Near(Repository);
        Claim[] printed = [.. SpecCatalogue.Claims.Where(c => c.Reading == Reading.AsPrinted)];
        int wrong = printed.Count(c => recorded.Of(c) == Verdict.Refuted && c.Severity is null or Severity.Substantive);
        string current = Figures().Replace(text, $"Of {printed.Length} printed statements in three documents, [{wrong} are wrong in substance]");
        if (SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable) == SnapshotMode.Accept)
        {
            File.WriteAllText(file, current);
        }

        Assert.Matches(Figures(), text);
        Assert.True(current == File.ReadAllText(file), $"The figures of README.md are out of date. {Errata.HowToRegenerate}");
        Assert.Contains($"{wrong} of {printed.Length} printed statements have a substantive error", File.ReadAllText(Path.Combine(Repository, "docs", "errata.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Of \d+ printed statements in three documents, \[\d+ are wrong in substance\]", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [Fact]
    public void Every_recorded_refutation_of_a_printed_statement_is_listed_with_its_quote_and_its_witness()
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Repository);
        string text = Errata.Render(SpecCatalogue.Claims, recorded);
        Claim[] refuted = [.. SpecCatalogue.Claims.Where(c => c.Reading == Reading.AsPrinted && recorded.Of(c) == Verdict.Refuted)];
        Assert.NotEmpty(refuted);
        Assert.All(refuted, claim => Assert.Contains($"### {claim.Source.Label}\n\n- Printed: {claim.Quote}\n", text, StringComparison.Ordinal));
        Assert.All(refuted, claim => Assert.Contains($"- Fails at: {recorded.WitnessOf(claim)}\n", text, StringComparison.Ordinal));
        Assert.All(
            SpecCatalogue.Claims.Where(c => !refuted.Any(r => r.Id == c.Id)),
            claim => Assert.DoesNotContain($"### {claim.Source.Label}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_refuted_as_printed_has_a_severity_and_what_stands_has_none()
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Repository);
        foreach (Claim claim in SpecCatalogue.Claims.Where(c => c.Reading == Reading.AsPrinted))
        {
            Assert.True((recorded.Of(claim) == Verdict.Refuted) == claim.Severity is not null, $"{claim.Id} is {recorded.Of(claim)} and has {claim.Severity?.Kind ?? "no severity"}");
        }
    }

    [Fact]
    public void Every_substantive_error_has_a_correction_that_is_not_refuted()
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Repository);
        foreach (Claim claim in SpecCatalogue.Claims.Where(c => c.Severity is Severity.Substantive && c.Existential is not Existential.Defeated { Constants: "W*" }))
        {
            Claim? corrected = SpecCatalogue.Claims.FirstOrDefault(c => c.Id == claim.Id && c.Reading == Reading.Corrected);
            Assert.True(corrected is not null && recorded.Of(corrected) is Verdict.Proved or Verdict.Derived or Verdict.Supported, $"{claim.Id} has no corrected statement that stands");
        }
    }

    [Fact]
    public void A_consequence_names_a_printed_statement_that_is_refuted()
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Repository);
        foreach (Claim claim in SpecCatalogue.Claims)
        {
            if (claim.Severity is Severity.ConsequenceOf { Cause: var cause })
            {
                Assert.Contains(SpecCatalogue.Claims, c => c.Id == cause && c.Reading == Reading.AsPrinted && recorded.Of(c) == Verdict.Refuted);
            }
        }
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
