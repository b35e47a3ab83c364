using System.Globalization;
using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports;

/// <summary>The whole result as Markdown: a table of verdicts, then every claim with its evidence.</summary>
public static class MarkdownReport
{
    /// <summary>The text.</summary>
    /// <param name="results">The results, in order.</param>
    /// <param name="recorded">The recorded verdicts.</param>
    public static string Write(IReadOnlyList<ClaimResult> results, RecordedVerdicts recorded)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(recorded);
        var text = new StringBuilder("# Verdicts\n\n");
        text.Append("| claim | reading | verdict | recorded | least relative margin |\n| --- | --- | --- | --- | --- |\n");
        foreach (ClaimResult result in results)
        {
            text.Append(
                $"| {result.Claim.Id} | {result.Claim.ReadingText} | {result.Verdict} | "
                    + $"{recorded.Of(result.Claim)?.ToString() ?? "-"} | {Margin(result)} |\n");
        }

        foreach (ClaimResult result in results)
        {
            Append(text, result);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ClaimResult result)
    {
        text.Append($"\n## {result.Claim.Source} [{result.Claim.ReadingText}]\n\n");
        text.Append(result.Claim.Quote is { } quote ? $"> {quote}\n\n" : "");
        text.Append($"{(result.Claim.Existential is { } exists ? $"{exists.Prefix} " : "")}{result.Claim.Text}\n\n");
        if (result.Claim.Correction is { } correction)
        {
            text.Append($"Correction: {correction}.\n\n");
        }

        if (result.Claim.Derivation is { } derivation)
        {
            text.Append($"Derived {derivation.Argument}: {string.Join(", ", derivation.Premises.Select(premise => $"`{premise}`"))}")
                .Append($"{string.Concat(derivation.Rules.Select(rule => $"; by {rule}"))}.\n\n");
        }

        text.Append($"**{result.Verdict}**\n\n");
        if (result.Coq is { } coq)
        {
            text.Append($"{CoqSentence.Of(result.Verdict, coq)}\n\n");
        }

        foreach (Evidence evidence in result.Evidence)
        {
            text.Append($"- {evidence.Engine}: {evidence.Summary}\n");
        }
    }

    private static string Margin(ClaimResult result) =>
        result.WorstMargin is { } margin && double.IsFinite(margin) ? margin.ToString("G3", CultureInfo.InvariantCulture) : "-";
}
