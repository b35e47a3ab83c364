using System.Text;
using ResLinkProofs.Claims;

namespace ResLinkProofs.Reports;

/// <summary>
/// Lists the statements that are refuted as printed, from the recorded verdicts: the witness, what is wrong, the corrected statement
/// and its verdict, in Markdown. Refuted companions, which no document prints, mark the limits of what is true and stand apart.
/// </summary>
public static class Errata
{
    /// <summary>How to bring the committed file up to date; part of the file and of the failing test's message.</summary>
    public const string HowToRegenerate = "SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Specs.Tests --filter Errata";

    /// <summary>The text of the errata.</summary>
    /// <param name="claims">All claims.</param>
    /// <param name="recorded">Their recorded verdicts.</param>
    public static string Render(IEnumerable<Claim> claims, RecordedVerdicts recorded)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(recorded);
        Claim[] all = [.. claims];
        Claim[] wrong = [.. all.Where(c => c.Reading == Reading.AsPrinted && recorded.Of(c) == Verdict.Refuted)];
        var text = new StringBuilder();
        text.Append("# Errata\n\n");
        text.Append($"Generated from the recorded verdicts; do not edit. To bring it up to date: `{HowToRegenerate}`.\n\n");
        text.Append($"{wrong.Length} of {all.Count(c => c.Reading == Reading.AsPrinted)} statements fail as printed.\n");
        foreach (IGrouping<Document, Claim> document in wrong.GroupBy(c => c.Source.Document).OrderBy(g => g.Key.Slug, StringComparer.Ordinal))
        {
            text.Append($"\n## {document.Key.Citation}\n");
            foreach (Claim claim in document.OrderBy(c => c.Id, StringComparer.Ordinal))
            {
                Claim? corrected = all.FirstOrDefault(c => c.Id == claim.Id && c.Reading == Reading.Corrected);
                text.Append($"\n### {claim.Source.Label}\n\n");
                text.Append($"- Printed: {claim.Text}\n");
                text.Append($"- Fails at: {recorded.WitnessOf(claim) ?? "(no witness recorded)"}\n");
                text.Append($"- What is wrong: {corrected?.Correction ?? "see the witness; no corrected statement has been formulated"}\n");
                if (corrected is not null)
                {
                    text.Append($"- Corrected: {corrected.Text}\n");
                    text.Append($"- Verdict on the corrected statement: {recorded.Of(corrected)?.ToString() ?? "not recorded"}\n");
                }
            }
        }

        AppendLimits(text, all.Where(c => c.Reading == Reading.Companion && recorded.Of(c) == Verdict.Refuted), recorded);
        return text.ToString();
    }

    private static void AppendLimits(StringBuilder text, IEnumerable<Claim> companions, RecordedVerdicts recorded)
    {
        foreach ((Claim claim, int i) in companions.OrderBy(c => c.Id, StringComparer.Ordinal).Select((claim, i) => (claim, i)))
        {
            text.Append(i == 0 ? "\n## Limits\n\nNothing here is printed in a source: these statements go beyond what is, and fail.\n\n" : "");
            text.Append($"- **{claim.Source}**: {claim.Text} Fails at {recorded.WitnessOf(claim) ?? "(no witness recorded)"}.\n");
        }
    }
}
