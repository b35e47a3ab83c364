using System.Text;
using ResLinkProofs.Claims;

namespace ResLinkProofs.Reports;

/// <summary>A numbered statement of a source and what is left of it.</summary>
/// <param name="Label">The statement as the document numbers it; claims whose label is this, or
/// begins with it and a space, are about it.</param>
/// <param name="Note">What is left, or why there is no claim; empty for nothing.</param>
public sealed record NumberedStatement(string Label, string Note)
{
    /// <summary>How the note of a statement that waits for its claims begins; such a note says nothing once there are claims.</summary>
    public const string Waiting = "not yet: ";

    /// <summary>True when a claim is about this statement.</summary>
    /// <param name="claim">The claim.</param>
    public bool Covers(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Source.Label == Label || claim.Source.Label.StartsWith(Label + " ", StringComparison.Ordinal);
    }

    /// <summary>Reads a list: one statement a line, with a note after a bar; lines that begin with # are left out.</summary>
    /// <param name="text">The text of the list.</param>
    /// <exception cref="FormatException">A label is empty or stands twice.</exception>
    public static IReadOnlyList<NumberedStatement> ReadAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<NumberedStatement>();
        foreach ((string line, int i) in text.Split('\n').Select((line, i) => (line.Trim(), i + 1)))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Length == 0 || found.Any(s => s.Label == parts[0]))
            {
                throw new FormatException($"Line {i} of the list of statements: '{parts[0]}' is empty or stands twice.");
            }

            found.Add(new NumberedStatement(parts[0], parts.Length > 1 ? parts[1] : ""));
        }

        return found;
    }
}

/// <summary>
/// Every numbered statement of every source with its claims and their recorded verdicts, or the reason why there is none, in Markdown.
/// </summary>
public static class Coverage
{
    /// <summary>How to bring the committed file up to date; part of the file and of the failing test's message.</summary>
    public const string HowToRegenerate = "SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Specs.Tests --filter Coverage";

    /// <summary>The text of the document.</summary>
    /// <param name="statements">The numbered statements of each document.</param>
    /// <param name="claims">All claims.</param>
    /// <param name="recorded">Their recorded verdicts.</param>
    public static string Render(
        IEnumerable<(Document Document, IReadOnlyList<NumberedStatement> Statements)> statements,
        IEnumerable<Claim> claims, RecordedVerdicts recorded)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(recorded);
        Claim[] all = [.. claims];
        var text = new StringBuilder("# Coverage\n\n");
        text.Append(
            "Generated from the specs, the recorded verdicts and the lists in `docs/coverage`; "
                + $"do not edit. To bring it up to date: `{HowToRegenerate}`.\n\n");
        text.Append(
            "Every numbered statement with the verdicts on itself; those on its parts, "
                + "on steps of its proof and on what goes with it, each as often as it occurs; and what is left of it. ")
            .Append("A part that is refuted does not refute the statement. A statement without claims says why.\n");
        foreach ((Document document, IReadOnlyList<NumberedStatement> numbered) in statements)
        {
            Claim[] own = [.. all.Where(c => c.Source.Document == document)];
            int covered = numbered.Count(s => own.Any(s.Covers));
            text.Append($"\n## {document.Citation}\n\n{covered} of {numbered.Count} numbered statements have claims.\n\n");
            text.Append(
                "| statement | as printed | corrected | its parts, "
                    + "steps and companions | what is left |\n| --- | --- | --- | --- | --- |\n");
            foreach (NumberedStatement statement in numbered)
            {
                Claim[] about = [.. own.Where(statement.Covers)];
                string note = about.Length > 0 && statement.Note.StartsWith(NumberedStatement.Waiting, StringComparison.Ordinal)
                    ? ""
                    : statement.Note;
                Claim[] whole = [.. about.Where(c => c.Source.Label == statement.Label && c.Reading != Reading.Companion)];
                string printed = Verdicts(whole.Where(c => c.Reading == Reading.AsPrinted), recorded),
                    corrected = Verdicts(whole.Where(c => c.Reading == Reading.Corrected), recorded);
                text.Append($"| {statement.Label} | {printed} | {corrected} | {Verdicts(about.Except(whole), recorded)} | {note} |\n");
            }

            string[] beside =
            [
                .. own.Where(c => !numbered.Any(s => s.Covers(c))).Select(c => c.Source.Label).Distinct().Order(StringComparer.Ordinal),
            ];
            text.Append(beside.Length > 0 ? $"\nBeside the numbered statements: {string.Join("; ", beside)}.\n" : "");
        }

        return text.ToString();
    }

    /// <summary>The statements that have neither a claim nor a reason: silent gaps.</summary>
    /// <param name="statements">The numbered statements of one document.</param>
    /// <param name="claims">Its claims.</param>
    public static IReadOnlyList<string> Gaps(IEnumerable<NumberedStatement> statements, IReadOnlyCollection<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return [.. statements.Where(s => s.Note.Length == 0 && !claims.Any(s.Covers)).Select(s => s.Label)];
    }

    private static string Verdicts(IEnumerable<Claim> claims, RecordedVerdicts recorded) => string.Join(
        ", ",
        claims.GroupBy(c => recorded.Of(c))
            .OrderBy(g => g.Key).Select(g => $"{g.Key?.ToString() ?? "not recorded"}{(g.Count() > 1 ? $" × {g.Count()}" : "")}"));
}
