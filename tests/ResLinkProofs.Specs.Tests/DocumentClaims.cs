using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit.Abstractions;

namespace ResLinkProofs.Specs.Tests;

/// <summary>The claims of one document: a class for each, so that a test explorer shows them as a tree.</summary>
public abstract class DocumentClaims(ITestOutputHelper output)
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

        try
        {
            Snapshot.Verify(VerdictSnapshot.Render(result), VerdictSnapshot.Name(claim));
        }
        catch (SnapshotException e)
        {
            throw new SnapshotException($"{e.Message}\n{VerdictDifference.Explain(result, SpecCatalogue.Recorded)}");
        }
    }
}

public sealed class LiYuan2017(ITestOutputHelper output) : DocumentClaims(output);

public sealed class PReLUReport(ITestOutputHelper output) : DocumentClaims(output);

public sealed class Du2019(ITestOutputHelper output) : DocumentClaims(output);

/// <summary>Claims of documents without a class of their own.</summary>
public sealed class Conjectures(ITestOutputHelper output) : DocumentClaims(output);
