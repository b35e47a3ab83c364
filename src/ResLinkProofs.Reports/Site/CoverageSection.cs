using System.Text;
using ResLinkProofs.Claims;
using static ResLinkProofs.Reports.Site.SiteText;

namespace ResLinkProofs.Reports.Site;

/// <summary>Every numbered statement of a document with the claims about it, or what is left of it.</summary>
internal static class CoverageSection
{
    /// <summary>The section; empty where the statements are not listed.</summary>
    /// <param name="statements">The numbered statements.</param>
    /// <param name="results">The results of the document's claims.</param>
    public static string Write(IReadOnlyList<NumberedStatement> statements, IReadOnlyList<ClaimResult> results)
    {
        if (statements.Count == 0)
        {
            return "";
        }

        int covered = statements.Count(s => results.Any(r => s.Covers(r.Claim)));
        var text = new StringBuilder($"<h2>Coverage</h2>\n<p>{covered} of {statements.Count} numbered statements have claims.</p>\n");
        text.Append("<table>\n<thead><tr><th>statement</th><th>claims</th><th>what is left</th></tr></thead>\n<tbody>\n");
        foreach (NumberedStatement statement in statements)
        {
            ClaimResult[] about = [.. results.Where(r => statement.Covers(r.Claim))];
            string note = about.Length > 0 && statement.Note.StartsWith(NumberedStatement.Waiting, StringComparison.Ordinal)
                ? ""
                : statement.Note;
            string verdicts = string.Join(", ", about.GroupBy(r => r.Verdict).OrderBy(g => g.Key)
                .Select(g => $"<a href=\"claims/{PageOf(g.First().Claim)}\">{Badge(g.Key)}</a>{(g.Count() > 1 ? $" × {g.Count()}" : "")}"));
            text.Append($"<tr><td>{Text(statement.Label)}</td><td>{verdicts}</td><td>{Text(note)}</td></tr>\n");
        }

        return text.Append("</tbody>\n</table>\n").ToString();
    }
}
