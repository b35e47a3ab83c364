using System.Net;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports.Site;

/// <summary>What the pages of the site have in common.</summary>
internal static class SiteText
{
    /// <summary>The style: follows the reader's choice of light or dark, and the width of the screen.</summary>
    public const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --soft: light-dark(#f6f8fa, #1c2128);
          --link: light-dark(#0550ae, #79c0ff);
          --proved: light-dark(#1a7f37, #56d364); --derived: light-dark(#0f766e, #5eead4); --supported: light-dark(#0550ae, #79c0ff);
          --refuted: light-dark(#b42318, #ff7b72); --open: light-dark(#8a6100, #e3b341) }
        * { box-sizing: border-box }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
        a { color: var(--link) } h1 { line-height: 1.2 }
        code, pre { background: var(--soft); border-radius: 4px; padding: .1em .3em; white-space: pre-wrap }
        blockquote { margin: 1rem 0; padding: .5rem 1rem; border-left: 4px solid var(--line); background: var(--soft) }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line) }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 1rem 0 }
        .figures section { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem }
        .figures h2 { margin: 0; font-size: 1.1rem } .figures p { margin: .25rem 0 }
        .figures strong { font-size: 1.4rem }
        .filters { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 }
        .filters select, .filters input { font: inherit; max-width: 100%; padding: .25rem .4rem }
        .Proved { color: var(--proved) } .Derived { color: var(--derived) } .Supported { color: var(--supported) }
        .Refuted { color: var(--refuted) } .Inconclusive, .Vacuous { color: var(--open) }
        .verdict { font-weight: 600; white-space: nowrap } th { overflow-wrap: normal } .margin { white-space: nowrap }
        .formula { overflow-x: auto; padding: .25rem 0 } math { font-size: 1.1em }
        dt { font-weight: 600; margin-top: .75rem } dd { margin: 0 }
        dd, td { overflow-x: auto; overflow-y: hidden } .evidence { table-layout: fixed } .evidence th:nth-child(-n+2) { width: 7rem }
        figure { margin: 1rem 0 } img { max-width: 100%; background: #fff } .proof { padding: .5rem } .twins { columns: 18rem }
        .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem }
        @media (max-width: 40rem) {
          .evidence th:nth-child(-n+2) { width: 4.5rem } .evidence td { font-size: .85rem } .wide { display: none }
        th, td { padding: .3rem .25rem } }
        """;

    /// <summary>The script of the first page: shows the rows that fit all filters, and keeps the filters in the address.</summary>
    public const string Script = """
        "use strict";
        const fields = [...document.querySelectorAll("[data-filter]")], rows = [...document.querySelectorAll("tbody tr")];
        function apply() {
          let shown = 0;
          for (const row of rows) {
            row.hidden = !fields.every(f => !f.value || (f.dataset.filter === "text"
              ? row.textContent.toLowerCase().includes(f.value.toLowerCase())
              : row.dataset[f.dataset.filter].split("|").includes(f.value)));
            shown += row.hidden ? 0 : 1;
          }
          document.getElementById("shown").textContent = shown + " of " + rows.length + " claims";
          const chosen = fields.filter(f => f.value).map(f => f.dataset.filter + "=" + encodeURIComponent(f.value));
          try { history.replaceState(null, "", "#" + chosen.join("&")); } catch { /* some browsers forbid it for files */ }
        }
        for (const part of location.hash.slice(1).split("&")) {
          const [name, value] = part.split("="), field = fields.find(f => f.dataset.filter === name);
          if (field && value) { field.value = decodeURIComponent(value); }
        }
        for (const field of fields) { field.addEventListener("input", apply); }
        apply();
        """;

    /// <summary>Text, never markup.</summary>
    public static string Text(string value) => WebUtility.HtmlEncode(value);

    /// <summary>The name of a claim's page in the folder <c>claims</c>.</summary>
    public static string PageOf(Claim claim) => VerdictSnapshot.Name(claim).Replace('/', '-') + ".html";

    /// <summary>The name of a document's page.</summary>
    public static string PageOf(Document document) => $"document-{document.Slug}.html";

    /// <summary>A verdict in its colour.</summary>
    public static string Badge(Verdict verdict) => $"<span class=\"verdict {verdict}\">{verdict}</span>";

    /// <summary>A whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="root">The way to the first page's folder: empty, or <c>../</c>.</param>
    /// <param name="body">Its content.</param>
    /// <param name="script">A script of its own, run at the end; null for none.</param>
    public static string Page(string title, string root, string body, string? script = null) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>{Text(title)}</title>
        <link rel="stylesheet" href="{root}style.css">
        </head>
        <body>
        {(root.Length > 0 || script is null ? $"<p><a href=\"{root}index.html\">All claims</a></p>\n" : "")}<h1>{Text(title)}</h1>
        {body}{(script is null ? "" : $"<script src=\"{script}\"></script>\n")}</body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>True when a printed statement holds, as far as is known.</summary>
    public static bool Holds(ClaimResult result) => result.Verdict is Verdict.Proved or Verdict.Derived or Verdict.Supported;

    /// <summary>True when a printed statement fails, and its author would correct it.</summary>
    public static bool IsWrongInSubstance(ClaimResult result) =>
        result is { Verdict: Verdict.Refuted, Claim: { Reading: Reading.AsPrinted, Severity: null or Severity.Substantive } };

    /// <summary>The kind of error, for a printed statement that fails; otherwise empty.</summary>
    public static string SeverityOf(ClaimResult result) =>
        result is { Verdict: Verdict.Refuted, Claim.Reading: Reading.AsPrinted } ? result.Claim.Severity?.Kind ?? "substantive" : "";
}
