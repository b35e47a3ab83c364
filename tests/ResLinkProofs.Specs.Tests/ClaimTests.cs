using ResLinkProofs.Claims;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Specs.Tests;

public class ClaimTests
{
    [Fact]
    public void No_corrected_reading_is_refuted() => Assert.All(
        SpecCatalogue.Claims.Where(c => c.Reading == Reading.Corrected),
        c => Assert.NotEqual(Verdict.Refuted, SpecCatalogue.ResultOf(c).Verdict));

    [Fact]
    public void No_snapshot_is_an_orphan() => Snapshot.OfRepository().VerifyNoOrphans([.. SpecCatalogue.Claims.Select(VerdictSnapshot.Name), .. SpecCatalogue.Claims.Select(c => $"twins/{c.Source.Document.Slug}").Distinct(), "hypotheses/idle"]);

    [Fact]
    public void Every_claim_is_a_case_of_one_class_and_the_classes_are_those_of_documents()
    {
        string[] classes = [.. typeof(DocumentClaims).Assembly.GetTypes().Where(t => t.BaseType == typeof(DocumentClaims)).Select(t => t.FullName!)];
        Assert.All(SpecCatalogue.Claims, claim => Assert.Single(classes, c => ClaimTraits.IsIn(c, claim)));
        Assert.All(
            SpecCatalogue.Claims.Where(c => c.Source.Document.Slug != "conjecture"),
            claim => Assert.False(ClaimTraits.IsIn(nameof(Conjectures), claim), $"{claim.Source.Document.Citation} has no class '{ClaimTraits.SourceOf(claim)}'"));
    }

    [Fact]
    public void The_traits_are_those_of_the_claim_and_of_what_is_recorded()
    {
        Claim claim = SpecCatalogue.Find("li-yuan/theorem-3.3", nameof(Reading.AsPrinted));
        Assert.Equal(
            [("Id", "li-yuan/theorem-3.3"), ("Source", "LiYuan2017"), ("Statement", "Theorem 3.3"), ("Reading", "AsPrinted"), ("Severity", "Degenerate"), ("Verdict", "Refuted")],
            ClaimTraits.Of(claim, SpecCatalogue.Recorded).Where(t => t.Name != "Evidence"));
        Assert.Contains(("Evidence", "Sampling"), ClaimTraits.Of(claim, SpecCatalogue.Recorded));
        Assert.Contains(("Verdict", "None"), ClaimTraits.Of(claim, RecordedVerdicts.In(null)));
    }

    [Fact]
    public void A_moved_verdict_is_told_with_old_and_new_evidence_and_what_to_do()
    {
        Claim claim = SpecCatalogue.Find("li-yuan/definition-2.4", nameof(Reading.AsPrinted));
        ClaimResult result = SpecCatalogue.Runner.Run(claim, Budget.Small, seed: 0);
        string text = VerdictDifference.Explain(result, SpecCatalogue.Recorded);
        Assert.Contains("is Refuted, recorded Refuted", text, StringComparison.Ordinal);
        Assert.Contains("evidence now:\n    ", text, StringComparison.Ordinal);
        Assert.Contains("    sampling Refutation: at 0/1, 0/1, 1/1, 1/1\n", text, StringComparison.Ordinal);
        Assert.Contains("-- check li-yuan/definition-2.4 --fresh --verbose", text, StringComparison.Ordinal);
        Assert.Contains("SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Specs.Tests --filter \"Id=li-yuan/definition-2.4\"", text, StringComparison.Ordinal);
        Assert.Contains("evidence recorded: none", VerdictDifference.Explain(result, RecordedVerdicts.In(null)), StringComparison.Ordinal);
    }
}
