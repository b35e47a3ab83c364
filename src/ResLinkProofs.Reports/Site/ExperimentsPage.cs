using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using static ResLinkProofs.Reports.Site.SiteText;

namespace ResLinkProofs.Reports.Site;

/// <summary>Recorded runs beside what the documents print of them. Printed pictures are their authors', and are told in words.</summary>
internal static class ExperimentsPage
{
    /// <summary>The name of the page.</summary>
    public const string Name = "experiments.html";

    /// <summary>The page.</summary>
    /// <param name="plots">The plots, by the experiment's name.</param>
    /// <param name="results">All results.</param>
    public static string Write(IReadOnlyDictionary<string, string> plots, IReadOnlyList<ClaimResult> results)
    {
        var body = new StringBuilder("<p>The runs at the sources' own sizes, as recorded, and beside each what is printed of it.</p>\n");
        foreach (string name in plots.Keys.Order(StringComparer.Ordinal))
        {
            body.Append($"<h2>{Text(name)}</h2>\n<div class=\"beside\">\n{Figure(name, "")}<ul>\n");
            foreach (ClaimResult result in results.Where(r => IsOf(r.Claim, name) && r.Claim.Quote is not null))
            {
                Claim claim = result.Claim;
                body.Append(
                    $"<li>{Badge(result.Verdict)} <a href=\"claims/{PageOf(claim)}\">{Text(claim.Source.ToString())}</a>: "
                        + $"“{Text(claim.Quote!.Clause)}” <small>{Text(claim.Quote.Place)}</small></li>\n");
            }

            body.Append("</ul>\n</div>\n");
        }

        return Page("Experiments", "", body.ToString());
    }

    /// <summary>The plot of an experiment.</summary>
    /// <param name="name">The experiment.</param>
    /// <param name="root">The way to the first page's folder.</param>
    public static string Figure(string name, string root) =>
        $"<figure><img src=\"{root}plots/{name}.svg\" alt=\"the recorded run of {Text(name)}\">"
            + $"<figcaption>{Text(name)}, as recorded</figcaption></figure>\n";

    private static bool IsOf(Claim claim, string name) =>
        claim.Proposition is ExperimentProposition { Experiment.Name: var own } && own == name;
}
