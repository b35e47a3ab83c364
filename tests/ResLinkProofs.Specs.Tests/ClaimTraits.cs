using ResLinkProofs.Claims;
using ResLinkProofs.Reports;

namespace ResLinkProofs.Specs.Tests;

/// <summary>
/// The traits of a claim's tests, by which they are filtered and grouped, e.g. <c>--filter "Source=LiYuan2017&amp;Verdict=Refuted"</c>.
/// Verdict and evidence are those that are recorded.
/// </summary>
internal static class ClaimTraits
{
    /// <summary>The traits: Id, Source, Statement, Reading, Severity where something fails, Verdict, and Evidence for each engine.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Claim claim, RecordedVerdicts recorded)
    {
        yield return ("Id", claim.Id);
        yield return ("Source", SourceOf(claim));
        yield return ("Statement", claim.Source.Label);
        yield return ("Reading", claim.Reading.ToString());
        if (claim.Severity is { } severity)
        {
            yield return ("Severity", Joined(severity.Kind));
        }

        yield return ("Verdict", recorded.Of(claim)?.ToString() ?? "None");
        foreach (string engine in RecordedEvidence.Of(claim, recorded).Where(e => e.Finding != nameof(Finding.Nothing)).Select(e => e.Engine).Distinct())
        {
            yield return ("Evidence", Joined(engine));
        }
    }

    /// <summary>The document in one word: the letters and digits of its citation, e.g. <c>LiYuan2017</c>.</summary>
    public static string SourceOf(Claim claim) => Joined(claim.Source.Document.Citation);

    /// <summary>Whether a claim belongs under a test class: the class is named after its document, or takes what has no class of its own.</summary>
    public static bool IsIn(string testClass, Claim claim)
    {
        string name = testClass[(testClass.LastIndexOf('.') + 1)..];
        return name == nameof(Conjectures)
            ? !Documents.Contains(SourceOf(claim), StringComparer.OrdinalIgnoreCase)
            : name.Equals(SourceOf(claim), StringComparison.OrdinalIgnoreCase);
    }

    private static string[] Documents { get; } =
        [.. typeof(DocumentClaims).Assembly.GetTypes().Where(t => t.BaseType == typeof(DocumentClaims) && t != typeof(Conjectures)).Select(t => t.Name)];

    // Filters read letters and digits as they stand.
    private static string Joined(string words) => string.Concat(words.Split(' ').Where(w => w.Any(char.IsLetterOrDigit))
        .Select(w => char.ToUpperInvariant(w[0]) + string.Concat(w.Skip(1).Where(char.IsLetterOrDigit))));
}
