using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit.Abstractions;

namespace ResLinkProofs.Specs.Tests;

public class ClaimTests(ITestOutputHelper output)
{
    [PerClaim]
    public void Verdict_is_the_recorded_one(string id, string reading)
    {
        Claim claim = SpecCatalogue.Find(id, reading);
        ClaimResult result = SpecCatalogue.ResultOf(claim);
        foreach (Evidence evidence in result.Evidence)
        {
            output.WriteLine($"{evidence.Engine}: {evidence.Summary}");
        }

        Snapshot.Verify(VerdictSnapshot.Render(result), VerdictSnapshot.Name(claim));
    }

    [Fact]
    public void No_corrected_reading_is_refuted() => Assert.All(
        SpecCatalogue.Claims.Where(c => c.Reading == Reading.Corrected),
        c => Assert.NotEqual(Verdict.Refuted, SpecCatalogue.ResultOf(c).Verdict));

    [Fact]
    public void No_snapshot_is_an_orphan() => Snapshot.OfRepository().VerifyNoOrphans([.. SpecCatalogue.Claims.Select(VerdictSnapshot.Name), .. SpecCatalogue.Claims.Select(c => $"twins/{c.Source.Document.Slug}").Distinct(), "hypotheses/idle"]);
}
