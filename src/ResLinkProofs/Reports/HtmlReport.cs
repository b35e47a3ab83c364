using System.Globalization;
using System.Net;
using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports;

/// <summary>The whole result as one stand-alone HTML page: no script, no style from elsewhere.</summary>
public static class HtmlReport
{
    private const string Style = """
        body { font-family: sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.4 }
        table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid #ccc; padding: .3rem .5rem; text-align: left }
        .Proved { color: #1a7f37 } .Derived { color: #0f766e } .Supported { color: #0550ae } .Refuted { color: #b42318 } .Inconclusive, .Vacuous { color: #8a6100 }
        section { border-top: 1px solid #ccc; margin-top: 1.5rem } li { overflow-wrap: anywhere }
        """;

    /// <summary>The page.</summary>
    /// <param name="results">The results, in order.</param>
    /// <param name="recorded">The recorded verdicts.</param>
    public static string Write(IReadOnlyList<ClaimResult> results, RecordedVerdicts recorded)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(recorded);
        var page = new StringBuilder();
        page.Append($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Verdicts</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>Verdicts</h1>\n");
        page.Append("<table>\n<tr><th>claim</th><th>reading</th><th>verdict</th><th>recorded</th><th>least relative margin</th></tr>\n");
        foreach (ClaimResult result in results)
        {
            string margin = result.WorstMargin is { } least && double.IsFinite(least) ? least.ToString("G3", CultureInfo.InvariantCulture) : "";
            page.Append($"<tr><td><a href=\"#{Anchor(result)}\">{Text(result.Claim.Id)}</a></td><td>{result.Claim.ReadingText}</td>")
                .Append($"<td class=\"{result.Verdict}\">{result.Verdict}</td><td>{recorded.Of(result.Claim)?.ToString() ?? ""}</td><td>{margin}</td></tr>\n");
        }

        page.Append("</table>\n");
        foreach (ClaimResult result in results)
        {
            Append(page, result);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, ClaimResult result)
    {
        page.Append($"<section id=\"{Anchor(result)}\">\n<h2>{Text(result.Claim.Source.ToString())} [{result.Claim.ReadingText}]</h2>\n");
        if (result.Claim.Quote is { } quote)
        {
            page.Append($"<blockquote>{Text(quote.ToString())}</blockquote>\n");
        }

        page.Append($"<p>{Text(result.Claim.Existential is { } exists ? $"{exists.Prefix} " : "")}{Text(result.Claim.Text)}</p>\n");
        if (result.Claim.Correction is { } correction)
        {
            page.Append($"<p>Correction: {Text(correction)}.</p>\n");
        }

        if (result.Claim.Derivation is { } derivation)
        {
            page.Append($"<p>Derived {Text(derivation.Argument)}: {Text(string.Join(", ", derivation.Premises))}{Text(string.Concat(derivation.Rules.Select(rule => $"; by {rule}")))}.</p>\n");
        }

        page.Append($"<p class=\"{result.Verdict}\"><strong>{result.Verdict}</strong></p>\n");
        page.Append(result.Coq is { } coq ? $"<p>{WebUtility.HtmlEncode(CoqSentence.Of(result.Verdict, coq))}</p>\n" : "").Append("<ul>\n");
        foreach (Evidence evidence in result.Evidence)
        {
            page.Append($"<li>{Text(evidence.Engine)}: {Text(evidence.Summary)}</li>\n");
        }

        page.Append("</ul>\n</section>\n");
    }

    private static string Anchor(ClaimResult result) => VerdictSnapshot.Name(result.Claim).Replace('/', '-');

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
