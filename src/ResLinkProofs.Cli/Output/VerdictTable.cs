using System.Globalization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Reports;
using Spectre.Console;

namespace ResLinkProofs.Cli.Output;

/// <summary>The table that <c>reslink check</c> prints.</summary>
internal static class VerdictTable
{
    private const int WidthWithoutTerminal = 160;

    public static void Write(IReadOnlyList<ClaimResult> results, RecordedVerdicts recorded)
    {
        IAnsiConsole console = CreateConsole();
        var table = new Table().Border(TableBorder.Simple);
        foreach (string header in new[] { "claim", "reading", "verdict", "margin", "agreeing", "evidence", "seconds" })
        {
            table.AddColumn(new TableColumn(header) { NoWrap = header is "verdict" or "margin" or "seconds" });
        }

        foreach (ClaimResult result in results)
        {
            Verdict? expected = recorded.Of(result.Claim);
            table.AddRow(
                Markup.Escape(result.Claim.Id),
                result.Claim.ReadingText,
                $"[{Colour(result.Verdict)}]{result.Verdict}[/]{(expected == result.Verdict ? "" : " !")}",
                result.WorstMargin is { } margin ? margin.ToString("G3", CultureInfo.InvariantCulture) : "",
                string.Join(", ", result.Agreeing),
                Markup.Escape((result.Claim.Existential is { } exists ? $"{Shorten(exists.Prefix)} " : "") + string.Join("; ", result.Evidence.Where(e => e.Finding != Finding.Satisfiable).Select(e => $"{e.Engine}: {Shorten(e.Summary)}"))),
                result.Seconds.ToString("F1", CultureInfo.InvariantCulture));
        }

        console.Write(table);
        string counts = string.Join(", ", results.GroupBy(r => r.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"));
        console.WriteLine($"{results.Count} claims: {counts}");
        if (SolverTotals.Of(results) is { } totals)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{totals.Solver}: {totals.CertifiedPoints} points, {totals.CertifiedBoxes} boxes and {totals.CertifiedDomains} whole domains certified; {totals.Queries} queries, in seconds {totals.QuerySeconds:F1}"));
        }
    }

    /// <summary>Lists verdicts that differ from the recorded ones; returns true when there are any.</summary>
    public static bool WriteDifferences(IReadOnlyList<ClaimResult> results, RecordedVerdicts recorded)
    {
        if (!recorded.Exist)
        {
            Console.Error.WriteLine("No snapshots folder near the current directory: verdicts were not compared with recorded ones.");
            return false;
        }

        bool differ = false;
        foreach (ClaimResult result in results)
        {
            Verdict? expected = recorded.Of(result.Claim);
            bool hasMoved = expected is not null && recorded.IsOfAnotherStatement(result.Claim);
            if (expected == result.Verdict && !hasMoved)
            {
                continue;
            }

            differ = true;
            Console.WriteLine(expected is null
                ? $"not recorded yet: {result.Claim.Id} [{result.Claim.ReadingText}] is {result.Verdict}; SNAPSHOT_ACCEPT=1 dotnet test records it"
                : hasMoved ? $"another statement: {result.Claim.Id} [{result.Claim.ReadingText}] is {result.Verdict}, but its ranges, hypotheses or constants are not those of which {expected} is recorded"
                : $"differs: {result.Claim.Id} [{result.Claim.ReadingText}] is {result.Verdict}, recorded {expected}");
        }

        return differ;
    }

    private static IAnsiConsole CreateConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }

    private static string Shorten(string text) => text.Length <= 120 ? text : text[..119] + "…";

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "green",
        Verdict.Derived => "aqua",
        Verdict.Supported => "blue",
        Verdict.Refuted => "red",
        _ => "yellow",
    };
}
