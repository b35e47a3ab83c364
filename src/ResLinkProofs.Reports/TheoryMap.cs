using System.Text;
using ResLinkProofs.Claims;

namespace ResLinkProofs.Reports;

/// <summary>Which statement of which source, printed where, is stated in which file, with its recorded verdicts, in Markdown.</summary>
public static class TheoryMap
{
    /// <summary>How to bring the committed file up to date; part of the file and of the failing test's message.</summary>
    public const string HowToRegenerate = "SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Specs.Tests --filter TheoryMap";

    /// <summary>The text of the map.</summary>
    /// <param name="claims">All claims, in the order of the catalogue.</param>
    /// <param name="recorded">Their recorded verdicts.</param>
    public static string Render(IEnumerable<Claim> claims, RecordedVerdicts recorded)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(recorded);
        var text = new StringBuilder("# From statement to code\n\n");
        text.Append($"Generated from the specs and the recorded verdicts; do not edit. To bring it up to date: `{HowToRegenerate}`.\n");
        foreach (IGrouping<Document, Claim> document in claims.GroupBy(c => c.Source.Document)
            .OrderBy(g => g.Key.Slug, StringComparer.Ordinal))
        {
            text.Append(
                $"\n## {document.Key.Citation}\n\n| statement | printed at | stated in | as "
                    + "printed | corrected | companion |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (IGrouping<string, Claim> statement in document.GroupBy(c => c.Id))
            {
                string Verdict(Reading reading) =>
                    statement.FirstOrDefault(c => c.Reading == reading) is { } claim
                        ? recorded.Of(claim)?.ToString() ?? "not recorded"
                        : "";
                Claim first = statement.First();
                string place = statement.Select(c => c.Quote?.Place).FirstOrDefault(p => p is not null) ?? "";
                text.Append(
                    $"| {first.Source.Label} | {place} | {(FileOf(first) is { } file ? $"`{file}`" : "")} | "
                        + $"{Verdict(Reading.AsPrinted)} | {Verdict(Reading.Corrected)} | {Verdict(Reading.Companion)} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The file of the spec that states a claim, relative to the repository: folders follow namespaces. Null where discovery found no spec.
    /// </summary>
    /// <param name="claim">The claim.</param>
    public static string? FileOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Spec is { FullName: { } name } spec
            ? $"specs/{name[(spec.Assembly.GetName().Name!.Length + 1)..].Replace('.', '/')}.cs"
            : null;
    }
}
