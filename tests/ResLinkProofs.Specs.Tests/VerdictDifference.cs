using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Reports;

namespace ResLinkProofs.Specs.Tests;

/// <summary>What is said of a verdict that is not the recorded one: old and new evidence, and the commands that repeat and accept it.</summary>
internal static class VerdictDifference
{
    public static string Explain(ClaimResult result, RecordedVerdicts recorded)
    {
        Claim claim = result.Claim;
        var text = new StringBuilder();
        text.Append($"{claim.Id} [{claim.ReadingText}] is {result.Verdict}, recorded {recorded.Of(claim)?.ToString() ?? "nowhere"}\n  evidence now:\n");
        foreach (Evidence evidence in result.Evidence)
        {
            text.Append($"    {evidence.Engine} {evidence.Finding}: {evidence.Summary}\n");
        }

        IReadOnlyList<RecordedEvidence> old = RecordedEvidence.Of(claim, recorded);
        text.Append(old.Count == 0 ? "  evidence recorded: none\n" : "  evidence recorded:\n");
        foreach (RecordedEvidence evidence in old)
        {
            text.Append($"    {evidence.Engine} {evidence.Finding}: {evidence.Summary}\n");
        }

        text.Append($"  to repeat it: dotnet run --project src/ResLinkProofs.Cli -c Release -- check {claim.Id} --fresh --verbose\n");
        text.Append($"  to accept it: SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Specs.Tests --filter \"Id={claim.Id}\"");
        return text.ToString();
    }
}
