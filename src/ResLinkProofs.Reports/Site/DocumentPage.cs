using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using static ResLinkProofs.Reports.Site.SiteText;

namespace ResLinkProofs.Reports.Site;

/// <summary>The page of one document: its sums, its errata, and every statement of it that is checked.</summary>
internal static class DocumentPage
{
    /// <summary>The page.</summary>
    /// <param name="document">The document.</param>
    /// <param name="results">The results of its claims, ordered by id.</param>
    /// <param name="statements">Its numbered statements; none where they are not listed.</param>
    public static string Write(Document document, IReadOnlyList<ClaimResult> results, IReadOnlyList<NumberedStatement> statements)
    {
        var body = new StringBuilder(SiteReport.Figures(results));
        ClaimResult[] wrong = [.. results.Where(r => r is { Verdict: Verdict.Refuted, Claim.Reading: Reading.AsPrinted })];
        AppendErrata(body, "Errata", [.. wrong.Where(IsWrongInSubstance)], results);
        AppendErrata(body, "Consequences, readings, degenerate cases", [.. wrong.Where(r => !IsWrongInSubstance(r))], results);
        body.Append(CoverageSection.Write(statements, results));
        body.Append("<h2>What is checked</h2>\n<table>\n<thead><tr><th>statement</th><th>claims</th></tr></thead>\n<tbody>\n");
        foreach (IGrouping<string, ClaimResult> statement in results.GroupBy(r => r.Claim.Source.Label))
        {
            body.Append($"<tr><td>{Text(statement.Key)}</td><td>")
                .AppendJoin(
                    ", ", statement.Select(r => $"<a href=\"claims/{PageOf(r.Claim)}\">{r.Claim.ReadingText}</a> {Badge(r.Verdict)}"))
                .Append("</td></tr>\n");
        }

        body.Append("</tbody>\n</table>\n");
        return Page(document.Citation, "", body.ToString());
    }

    private static void AppendErrata(StringBuilder body, string heading, ClaimResult[] wrong, IReadOnlyList<ClaimResult> all)
    {
        if (wrong.Length == 0)
        {
            return;
        }

        body.Append($"<h2>{heading}</h2>\n");
        foreach (ClaimResult result in wrong)
        {
            Claim claim = result.Claim;
            ClaimResult? corrected = all.FirstOrDefault(r => r.Claim.Id == claim.Id && r.Claim.Reading == Reading.Corrected);
            body.Append(
                $"<h3><a href=\"claims/{PageOf(claim)}\">{Text(claim.Source.Label)}</a></h3>\n"
                    + $"<blockquote>{Text(claim.Quote!.Clause)}<br><small>{Text(claim.Quote.Place)}</small></blockquote>\n");
            body.Append($"<p>Fails at {MathMarkup.Witness(result.Witness ?? "(no witness)")}.</p>\n");
            body.Append(
                claim.Severity is { Detail.Length: > 0 } severity ? $"<p>{Text(severity.Kind)}: {Text(severity.Detail)}</p>\n" : "");
            body.Append(
                corrected is null
                    ? ""
                    : $"<p>{Text(corrected.Claim.Correction!)}: {Badge(corrected.Verdict)} {Text(corrected.Claim.StatedText)}</p>\n");
        }
    }
}
