using System.Text;
using ResLinkProofs.Claims;

namespace ResLinkProofs.Reports;

/// <summary>
/// Lists the statements that are refuted as printed, from the recorded verdicts: what is printed, the witness, what is wrong,
/// the corrected statement and its verdict, in Markdown. Substantive errors come first and alone are counted; consequences of
/// them, matters of reading and degenerate cases stand apart, and so do refuted companions, which no document prints.
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
        int printed = all.Count(c => c.Reading == Reading.AsPrinted), substantive = wrong.Count(IsSubstantive);
        var text = new StringBuilder();
        text.Append("# Errata\n\n");
        text.Append($"Generated from the recorded verdicts; do not edit. To bring it up to date: `{HowToRegenerate}`.\n\n");
        text.Append(
            $"{substantive} of {printed} printed statements have a substantive error. "
                + $"{wrong.Length - substantive} more fail as a consequence of one of these, in one reading only, ");
        text.Append("or where nobody would look; they are listed after the others.\n");
        AppendErrors(text, "", wrong.Where(IsSubstantive), all, recorded);
        AppendErrors(text, ": consequences, readings, degenerate cases", wrong.Where(c => !IsSubstantive(c)), all, recorded);
        AppendOpen(text, all.Where(
            c => c is { Reading: Reading.AsPrinted, Existential: Existential.Instance } && recorded.Of(c) == Verdict.Inconclusive));
        AppendLimits(text, all.Where(c => c.Reading == Reading.Companion && recorded.Of(c) == Verdict.Refuted), recorded);
        return text.ToString();
    }

    private static bool IsSubstantive(Claim claim) => claim.Severity is null or Severity.Substantive;

    private static void AppendErrors(StringBuilder text, string heading, IEnumerable<Claim> wrong, Claim[] all, RecordedVerdicts recorded)
    {
        foreach (IGrouping<Document, Claim> document in wrong.GroupBy(c => c.Source.Document)
            .OrderBy(g => g.Key.Slug, StringComparer.Ordinal))
        {
            text.Append($"\n## {document.Key.Citation}{heading}\n");
            foreach (Claim claim in document.OrderBy(c => c.Id, StringComparer.Ordinal))
            {
                Claim? corrected = all.FirstOrDefault(c => c.Id == claim.Id && c.Reading == Reading.Corrected);
                text.Append($"\n### {claim.Source.Label}\n\n");
                text.Append($"- Printed: {claim.Quote}\n");
                text.Append($"- As we read it: {(claim.Existential is { } exists ? $"{exists.Prefix} " : "")}{claim.Text}\n");
                text.Append($"- Fails at: {recorded.WitnessOf(claim) ?? "(no witness recorded)"}\n");
                if (claim.Severity is { } severity)
                {
                    text.Append($"- Severity: {severity.Kind}{(severity.Detail.Length > 0 ? $": {severity.Detail}" : "")}\n");
                }

                if (corrected is not null)
                {
                    text.Append($"- What is wrong: {corrected.Correction}\n");
                    text.Append($"- Corrected: {corrected.Text}\n");
                    text.Append($"- Verdict on the corrected statement: {recorded.Of(corrected)?.ToString() ?? "not recorded"}\n");
                }
            }
        }
    }

    private static void AppendOpen(StringBuilder text, IEnumerable<Claim> open)
    {
        foreach ((Claim claim, int i) in open.OrderBy(c => c.Id, StringComparer.Ordinal).Select((claim, i) => (claim, i)))
        {
            text.Append(i == 0 ? "\n## Open\n\nConstants are said to exist; "
                + "the instance that was tried fails or is undecided, which refutes nothing.\n\n" : "");
            text.Append($"- **{claim.Source}**: {claim.Quote} {claim.Existential!.Prefix} {claim.Text}\n");
        }
    }

    private static void AppendLimits(StringBuilder text, IEnumerable<Claim> companions, RecordedVerdicts recorded)
    {
        foreach ((Claim claim, int i) in companions.OrderBy(c => c.Id, StringComparer.Ordinal).Select((claim, i) => (claim, i)))
        {
            text.Append(
                i == 0 ? "\n## Limits\n\nNothing here is printed in a source: these statements go beyond what is, and fail.\n\n" : "");
            text.Append($"- **{claim.Source}**: {claim.Text} Fails at {recorded.WitnessOf(claim) ?? "(no witness recorded)"}.\n");
        }
    }
}
