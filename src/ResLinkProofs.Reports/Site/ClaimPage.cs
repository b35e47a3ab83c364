using System.Globalization;
using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Reports.Derivations;
using static ResLinkProofs.Reports.Site.SiteText;

namespace ResLinkProofs.Reports.Site;

/// <summary>The page of one claim: what is printed, what is claimed, what is known and from where.</summary>
internal static class ClaimPage
{
    // A formula larger than this is not written out as text either.
    private const int LongestFormula = 3000;

    // Longer certificates are left to 'reslink solve' and the store: the site is to stay small.
    private const int LongestCertificate = 60_000;

    /// <summary>The page, and the certificates to which it links, by name in the folder <c>certificates</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="all">All results, for links.</param>
    /// <param name="premises">The claims from which it is derived.</param>
    /// <param name="material">What is recorded beside the results.</param>
    public static (string Page, IReadOnlyList<(string Name, string Text)> Certificates) Write(
        ClaimResult result, IReadOnlyList<ClaimResult> all, IReadOnlyList<Claim> premises, SiteMaterial material)
    {
        Claim claim = result.Claim;
        var body = new StringBuilder();
        body.Append(
            $"<p>{Badge(result.Verdict)}, {claim.ReadingText}, <a "
                + $"href=\"../{PageOf(claim.Source.Document)}\">{Text(claim.Source.Document.Citation)}</a> · "
                + $"<code>{Text(claim.Id)}</code></p>\n");
        body.Append(result.Coq is { } coq ? $"<p>{Text(CoqSentence.Of(result.Verdict, coq))}</p>\n" : "");
        if (claim.Quote is { } quote)
        {
            body.Append($"<blockquote>{Text(quote.Clause)}<br><small>{Text(quote.Place)}</small></blockquote>\n");
        }

        body.Append("<dl>\n");
        Entry("Statement", Text(claim.Text));
        Entry("Constants", claim.Existential is { } exists ? Text(exists.Prefix) : null);
        Entry("Formula", FormulaOf(claim.Proposition));
        Entry("Severity", SeverityOf(result) is { Length: > 0 } severity ? Text($"{severity} {claim.Severity?.Detail}".TrimEnd()) : null);
        Entry("Correction", claim.Correction is { } correction ? Text(correction) : null);
        Entry("Fails at", result.Witness is { } witness ? MathMarkup.Witness(witness) : null);
        Entry(
            "Least relative margin",
            result.WorstMargin is { } margin && double.IsFinite(margin) ? margin.ToString("G4", CultureInfo.InvariantCulture) : null);
        string others = string.Join(", ", all.Where(r => r.Claim.Id == claim.Id && r.Claim.Reading != claim.Reading)
            .Select(r => $"<a href=\"{PageOf(r.Claim)}\">{r.Claim.ReadingText}</a>: {Badge(r.Verdict)}"));
        Entry("Other readings", others.Length > 0 ? others : null);
        Entry("To see it again", $"<code>reslink show {Text(claim.Id)}</code>");
        body.Append("</dl>\n");
        if (claim.Proposition is ExperimentProposition { Experiment.Name: var name } && material.Plots.ContainsKey(name))
        {
            body.Append(ExperimentsPage.Figure(name, "../"));
        }

        AppendSharpness(body, claim, material);
        AppendDerivation(body, claim, all, premises);
        AppendProof(body, result);
        var certificates = new List<(string Name, string Text)>();
        AppendEvidence(body, result, certificates);
        return (Page($"{claim.Source.Label} [{claim.ReadingText}]", "../", body.ToString()), certificates);

        void Entry(string name, string? html) => body.Append(html is null ? "" : $"<dt>{name}</dt><dd>{html}</dd>\n");
    }

    private static string? FormulaOf(Proposition proposition)
    {
        switch (proposition)
        {
            case NetworkProposition network:
                return $"for all {Text(network.Domain.ToString())}, d = {string.Join(", ", network.Domain.Dimensions)}:"
                    + (
                        MathMarkup.Implication(network.Hypothesis, network.Conclusion) is { } math
                            ? $"<div class=\"formula\">{math}</div>"
                            : "");
            case ModelProposition model:
                return Text($"{model.SizeName} = {string.Join(", ", model.Sizes)}: {model.Formula}");
            case SearchableProposition searchable when searchable.At(searchable.Sizes[0]).Statement is { } statement:
                string size = searchable.SizeName.Length > 0
                    ? $"{searchable.SizeName} = {string.Join(", ", searchable.Sizes)}; here {searchable.SizeName} = {searchable.Sizes[0]}. "
                    : "";
                string ranges = statement.Variables.Count <= 40
                    ? $"for all {string.Join(", ", statement.Variables)}:"
                    : $"for all values of {statement.Variables.Count} variables:";
                string? formula = MathMarkup.Implication(statement.Hypothesis, statement.Conclusion);
                return Text(size + ranges) + (formula is not null ? $"<div class=\"formula\">{formula}</div>"
                    : statement.ToString() is { Length: <= LongestFormula } text
                        ? $"<pre>{Text(text)}</pre>"
                        : " <em>too long to be read; its certificate has it whole</em>");
            default:
                return null;
        }
    }

    // How much more could be claimed: up to which value of a parameter, and which claims nearby fail.
    private static void AppendSharpness(StringBuilder body, Claim claim, SiteMaterial material)
    {
        if (claim.Frontier is { } frontier && FrontierOf(claim) is var plot && material.Frontiers.ContainsKey(plot))
        {
            body.Append(
                $"<h2>Up to which {Text(frontier.Parameter)} it holds</h2>\n<figure><img src=\"../frontiers/{plot}.svg\" "
                    + $"alt=\"frontier of {Text(claim.Id)}\"><figcaption>proved below, refuted above, unknown between, as recorded; "
                    + $"<code>reslink frontier {Text(claim.Id)}</code></figcaption></figure>\n");
        }

        if (material.Twins.TryGetValue($"{claim.Id} [{claim.ReadingText}]", out IReadOnlyList<string>? twins) && twins.Count > 0)
        {
            int refuted = twins.Count(t => t.StartsWith("refuted", StringComparison.Ordinal));
            body.Append(
                $"<h2>Sharpness</h2>\n<p>Claims that say a little more: {twins.Count}, of which refuted: {refuted}</p>\n"
                    + "<ul class=\"twins\">\n")
                .AppendJoin("", twins.Select(t => $"<li>{Text(t)}</li>\n")).Append("</ul>\n");
        }
    }

    /// <summary>The name under which the frontier of a claim is recorded.</summary>
    private static string FrontierOf(Claim claim) => claim.Id.Replace('/', '-');

    // A derivation that the kernel has replayed, as a numbered proof.
    private static void AppendProof(StringBuilder body, ClaimResult result)
    {
        foreach (AcceptedDerivation derivation in result.Evidence.Select(e => e.Derivation).OfType<AcceptedDerivation>())
        {
            body.Append("<h2>Proof for every dimension</h2>\n<pre class=\"proof\">")
                .AppendJoin('\n', new DerivationReport(MatrixTeacherStudent.Notation).Lines(derivation).Select(Text)).Append("</pre>\n");
        }
    }

    private static void AppendDerivation(StringBuilder body, Claim claim, IReadOnlyList<ClaimResult> all, IReadOnlyList<Claim> premises)
    {
        if (claim.Derivation is not { } derivation)
        {
            return;
        }

        body.Append($"<h2>Derivation</h2>\n<p>{Text(derivation.Argument)}</p>\n<ol>\n");
        foreach (Claim premise in premises)
        {
            ClaimResult? known = all.FirstOrDefault(r => r.Claim.Id == premise.Id && r.Claim.Reading == premise.Reading);
            string name = $"{premise.Source.Label} [{premise.ReadingText}]";
            body.Append(known is null ? $"<li>{Text(name)}" : $"<li>{Badge(known.Verdict)} <a href=\"{PageOf(premise)}\">{Text(name)}</a>")
                .Append($": {Text(premise.Text)}</li>\n");
        }

        body.Append("</ol>\n");
        if (derivation.Rules.Count > 0)
        {
            body.Append("<p>Joined by:</p>\n<ul>\n")
                .AppendJoin("", derivation.Rules.Select(rule => $"<li>{Text(rule.ToString())}</li>\n")).Append("</ul>\n");
        }
    }

    private static IEnumerable<string> CertificatesOf(Evidence evidence) => evidence.Derivation is { } derivation
        ? [DerivationFile.Print(derivation.Theorem, derivation.Steps)]
        : evidence.Certificates.Select(c => c.Certificate.ToString());

    private static void AppendEvidence(StringBuilder body, ClaimResult result, List<(string Name, string Text)> certificates)
    {
        body.Append(
            "<h2>Evidence</h2>\n<table class=\"evidence\">\n<thead><tr><th>engine</th><th>finding</th><th>in "
                + "words</th></tr></thead>\n<tbody>\n");
        foreach (Evidence evidence in result.Evidence)
        {
            body.Append($"<tr><td>{Text(evidence.Engine)}</td><td>{evidence.Finding}</td><td>{MathMarkup.Witness(evidence.Summary)}");
            if (evidence.WorstPoint is { Length: > 0 and <= LongestFormula } point)
            {
                body.Append($"<br><small>closest point: {MathMarkup.Witness(point)}</small>");
            }

            foreach (string text in CertificatesOf(evidence).Where(t => t.Length <= LongestCertificate))
            {
                string name = $"{Path.GetFileNameWithoutExtension(PageOf(result.Claim))}-{certificates.Count + 1}.txt";
                certificates.Add((name, text));
                body.Append($"<br><a href=\"../certificates/{name}\">certificate</a>");
            }

            if (evidence.Work.Count > 0)
            {
                body.Append($"<br><small>{Text(string.Join(", ", evidence.Work.Select(w => $"{w.Amount} {w.Unit}")))}</small>");
            }

            body.Append("</td></tr>\n");
        }

        body.Append("</tbody>\n</table>\n");
    }
}
