using System.Globalization;
using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using static ResLinkProofs.Reports.Site.SiteText;

namespace ResLinkProofs.Reports.Site;

/// <summary>
/// The whole result as a site of files: a first page with the sums and a table that can be filtered, a page
/// per document with its errata and what is covered, a page per claim. It needs no network and no server.
/// </summary>
public static class SiteReport
{
    /// <summary>The files, by their path below the folder of the site, with forward slashes.</summary>
    /// <param name="results">The results, ordered by id.</param>
    /// <param name="catalogue">Their catalogue, for premises.</param>
    /// <param name="recorded">The recorded verdicts.</param>
    /// <param name="material">What is recorded beside the results; nothing by default.</param>
    public static IEnumerable<(string Path, string Text)> Files(
        IReadOnlyList<ClaimResult> results, Catalogue catalogue,
        RecordedVerdicts recorded, SiteMaterial? material = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(recorded);
        yield return ("style.css", Style.ReplaceLineEndings("\n") + "\n");
        yield return ("filter.js", Script.ReplaceLineEndings("\n") + "\n");
        material ??= new SiteMaterial();
        yield return ("index.html", Index(results, recorded, hasExperiments: material.Plots.Count > 0));
        foreach (IGrouping<Document, ClaimResult> document in results.GroupBy(r => r.Claim.Source.Document))
        {
            yield return (PageOf(document.Key), DocumentPage.Write(
                document.Key, [.. document], material.Statements.GetValueOrDefault(document.Key.Slug, [])));
        }

        if (material.Plots.Count > 0)
        {
            yield return (ExperimentsPage.Name, ExperimentsPage.Write(material.Plots, results));
        }

        foreach ((string name, string image) in material.Plots)
        {
            yield return ($"plots/{name}.svg", image);
        }

        foreach ((string name, string image) in material.Frontiers)
        {
            yield return ($"frontiers/{name}.svg", image);
        }

        foreach (ClaimResult result in results)
        {
            (string page, IReadOnlyList<(string Name, string Text)> certificates) = ClaimPage.Write(
                result, results, catalogue.PremisesOf(result.Claim), material);
            yield return ($"claims/{PageOf(result.Claim)}", page);
            foreach ((string name, string text) in certificates)
            {
                yield return ($"certificates/{name}", text);
            }
        }
    }

    /// <summary>The sums of one document, in sentences.</summary>
    internal static string Figures(IReadOnlyList<ClaimResult> results)
    {
        ClaimResult[] printed = [.. results.Where(r => r.Claim.Reading == Reading.AsPrinted)];
        int wrong = printed.Count(IsWrongInSubstance), failing = printed.Count(r => r.Verdict == Verdict.Refuted)
            - wrong, holding = printed.Count(Holds);
        return $"<p><strong>{holding}</strong> of {printed.Length} printed statements "
            + $"hold</p>\n<p><strong class=\"Refuted\">{wrong}</strong> are wrong in substance</p>\n"
            + $"<p>{failing} more fail as a consequence, in one reading, or where nobody would look; "
            + $"{printed.Length - holding - wrong - failing} are open</p>\n"
            + $"<p>{results.Count} claims in all: "
            + $"{string.Join(", ", results.GroupBy(r => r.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Badge(g.Key)}"))}</p>\n";
    }

    private static string Index(IReadOnlyList<ClaimResult> results, RecordedVerdicts recorded, bool hasExperiments)
    {
        var body = new StringBuilder("<div class=\"figures\">\n");
        foreach (IGrouping<Document, ClaimResult> document in results.GroupBy(r => r.Claim.Source.Document))
        {
            body.Append(
                "<section><h2><a "
                    + $"href=\"{PageOf(document.Key)}\">{Text(document.Key.Citation)}</a></h2>\n{Figures([.. document])}</section>\n");
        }

        body.Append("</div>\n");
        body.Append(hasExperiments
            ? $"<p><a href=\"{ExperimentsPage.Name}\">Experiments</a>: recorded runs beside what is printed</p>\n"
            : "");
        body.Append("<div class=\"filters\">\n");
        Select("source", "every document", results.Select(r => r.Claim.Source.Document.Citation));
        Select("reading", "every reading", results.Select(r => r.Claim.ReadingText));
        Select("verdict", "every verdict", results.Select(r => r.Verdict.ToString()));
        Select("severity", "every severity", results.Select(SeverityOf));
        Select("evidence", "all evidence", results.SelectMany(r => r.Agreeing));
        body.Append(
            "<input type=\"search\" data-filter=\"text\" placeholder=\"text\" aria-label=\"text\">\n</div>\n<p id=\"shown\"></p>\n");
        body.Append(
            "<table>\n<thead><tr><th>verdict</th><th>claim</th><th "
                + "class=\"wide\">statement</th><th class=\"wide\">margin</th></tr></thead>\n<tbody>\n");
        foreach (ClaimResult result in results)
        {
            Claim claim = result.Claim;
            string margin = result.WorstMargin is { } least && double.IsFinite(least)
                ? least.ToString("G3", CultureInfo.InvariantCulture)
                : "";
            string moved = recorded.Exist && recorded.Of(claim) != result.Verdict
                ? $"<br><small>recorded: {recorded.Of(claim)?.ToString() ?? "none"}</small>"
                : "";
            body.Append(
                $"<tr data-source=\"{Text(claim.Source.Document.Citation)}\" "
                    + $"data-reading=\"{claim.ReadingText}\" data-verdict=\"{result.Verdict}\" ")
                .Append(
                    $"data-severity=\"{Text(SeverityOf(result))}\" "
                        + $"data-evidence=\"{Text(string.Join('|', result.Agreeing))}\"><td>{Badge(result.Verdict)}{moved}</td>")
                .Append("<td><a "
                    + $"href=\"claims/{PageOf(claim)}\">{Text(claim.Source.Label)}</a><br><small>{Text(claim.Source.Document.Citation)}, "
                    + $"{claim.ReadingText}</small></td>")
                .Append($"<td class=\"wide\">{Text(claim.StatedText)}</td><td class=\"wide margin\">{margin}</td></tr>\n");
        }

        body.Append("</tbody>\n</table>\n");
        return Page("What the papers state, and what holds", "", body.ToString(), "filter.js");

        void Select(string name, string all, IEnumerable<string> values)
        {
            body.Append($"<select data-filter=\"{name}\" aria-label=\"{name}\"><option value=\"\">{all}</option>");
            foreach (string value in values.Where(v => v.Length > 0).Distinct().Order(StringComparer.Ordinal))
            {
                body.Append($"<option>{Text(value)}</option>");
            }

            body.Append("</select>\n");
        }
    }
}
