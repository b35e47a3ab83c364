using System.Globalization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Reports;
using Spectre.Console;

namespace ResLinkProofs.Cli.Output;

/// <summary>
/// What <c>reslink check</c> prints: one line per claim, in a group per document with its counts,
/// and the sum. No line is longer than the screen is wide.
/// </summary>
internal sealed class VerdictTable
{
    private const int VerdictWidth = 12, SecondsWidth = 6, LongestLabel = 42, LeastDetail = 9;

    private readonly IAnsiConsole _console;
    private readonly int _width;
    private readonly RecordedVerdicts _recorded;

    /// <summary>A table on the console.</summary>
    /// <param name="recorded">The recorded verdicts.</param>
    public VerdictTable(RecordedVerdicts recorded)
    {
        _recorded = recorded;
        _width = ScreenWidth.Now();
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Console.IsOutputRedirected
                ? AnsiSupport.No
                : AnsiSupport.Detect,
        });
        _console.Profile.Width = 10_000; // lines are made to fit here, and evidence in full may be longer
    }

    /// <summary>Writes the groups and the sum.</summary>
    /// <param name="results">The results, ordered by id.</param>
    /// <param name="verbose">Whether all evidence follows each line.</param>
    public void Write(IReadOnlyList<ClaimResult> results, bool verbose)
    {
        int label = Math.Min(LongestLabel, results.Max(r => LabelOf(r).Length));
        _console.WriteLine(
            $"  {"verdict",-VerdictWidth} {"claim".PadRight(label)} "
                + $"{"margin/witness".PadRight(_width - VerdictWidth - SecondsWidth - 6 - label)} seconds");
        foreach (IGrouping<Document, ClaimResult> group in results.GroupBy(r => r.Claim.Source.Document))
        {
            WriteWrapped($"{group.Key.Citation}: {Counts([.. group])}");
            foreach (ClaimResult result in group)
            {
                WriteRow(result, label);
                if (verbose)
                {
                    EvidenceLines.Write(result, _console.WriteLine);
                }
            }

            _console.WriteLine();
        }

        WriteWrapped(Counts(results));
        if (results.Any(r => r.Claim.Reading != Reading.Companion))
        {
            WriteWrapped("[p] as printed, [c] corrected; 'reslink show ID' or --verbose for the evidence");
        }

        if (results.Sum(r => r.Times.Count(t => t.IsKept)) is var kept and > 0)
        {
            WriteWrapped(
                "evidence kept from earlier runs and confirmed again: "
                    + $"{kept} of {results.Sum(r => r.Times.Count)} pieces; --fresh searches everything");
        }

        if (SolverTotals.Of(results) is { } totals)
        {
            WriteWrapped(string.Create(
                CultureInfo.InvariantCulture,
                $"{totals.Solver}: {totals.CertifiedPoints} points, {totals.CertifiedBoxes} boxes and {totals.CertifiedDomains} "
                    + $"whole domains certified; {totals.Queries} queries, in seconds {totals.QuerySeconds:F1}"));
        }
    }

    /// <summary>Writes a line for each result and nothing else.</summary>
    /// <param name="results">The results, at least one.</param>
    public void WriteRows(IReadOnlyList<ClaimResult> results)
    {
        int label = Math.Min(LongestLabel, results.Max(r => LabelOf(r).Length));
        foreach (ClaimResult result in results)
        {
            WriteRow(result, label);
        }
    }

    /// <summary>Lists verdicts that differ from the recorded ones, each with all its evidence; returns true when there are any.</summary>
    public bool WriteDifferences(IReadOnlyList<ClaimResult> results)
    {
        if (!_recorded.Exist)
        {
            Console.Error.WriteLine("No snapshots folder near the current directory: verdicts were not compared with recorded ones.");
            return false;
        }

        bool differ = false;
        foreach (ClaimResult result in results)
        {
            Verdict? expected = _recorded.Of(result.Claim);
            bool hasMoved = expected is not null && _recorded.IsOfAnotherStatement(result.Claim);
            if (expected == result.Verdict && !hasMoved)
            {
                continue;
            }

            differ = true;
            _console.WriteLine();
            _console.WriteLine(expected is null
                ? $"not recorded yet: {result.Claim.Id} [{result.Claim.ReadingText}] is {result.Verdict}; "
                    + "SNAPSHOT_ACCEPT=1 dotnet test records it"
                : hasMoved ? $"another statement: {result.Claim.Id} [{result.Claim.ReadingText}] is {result.Verdict}, "
                    + $"but its ranges, hypotheses or constants are not those of which {expected} is recorded"
                : $"differs: {result.Claim.Id} [{result.Claim.ReadingText}] is {result.Verdict}, recorded {expected}");
            _console.WriteLine($"  {result.Claim.StatedText}");
            EvidenceLines.Write(result, _console.WriteLine);
        }

        return differ;
    }

    private static string Counts(IReadOnlyList<ClaimResult> results) =>
        $"{results.Count} claims: "
            + $"{string.Join(", ", results.GroupBy(r => r.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"))}";

    private static string LabelOf(ClaimResult result) => result.Claim.Id + MarkOf(result);

    private static string MarkOf(ClaimResult result) => result.Claim.Reading switch
    {
        Reading.AsPrinted => " [p]",
        Reading.Corrected => " [c]",
        _ => "",
    };

    // Where it fails; how close it came; or why nothing is known.
    private static string DetailOf(ClaimResult result) =>
        result.Verdict == Verdict.Refuted ? result.Witness ?? ""
        : result.Verdict == Verdict.Inconclusive
            && result.Evidence.FirstOrDefault(e => e.Finding is Finding.Suspicion or Finding.Refutation) is { } open
            ? open.Summary
        : result.WorstMargin is { } margin ? margin.ToString("G3", CultureInfo.InvariantCulture)
        : result.Verdict == Verdict.Inconclusive && result.Evidence.Count > 0 ? result.Evidence[0].Summary
        : "";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "green",
        Verdict.Derived => "aqua",
        Verdict.Supported => "blue",
        Verdict.Refuted => "red",
        _ => "yellow",
    };

    // Verdict, id, margin or witness, seconds. A long id takes room from what follows it, and is cut only when hardly any is left.
    private void WriteRow(ClaimResult result, int labelWidth)
    {
        int room = _width - VerdictWidth - SecondsWidth - 5;
        string mark = MarkOf(result), label = Cut(result.Claim.Id, room - LeastDetail - mark.Length) + mark;
        if (result.Verdict != Verdict.Refuted)
        {
            label = label.PadRight(Math.Min(labelWidth, room - LeastDetail)); // a witness needs the room more than it needs a column
        }

        int detailWidth = room - label.Length;
        string detail = Cut(DetailOf(result), detailWidth).PadRight(detailWidth);
        string moved = _recorded.Exist && (_recorded.Of(result.Claim) != result.Verdict || _recorded.IsOfAnotherStatement(result.Claim))
            ? "!"
            : " ";
        string seconds = result.Seconds.ToString("F1", CultureInfo.InvariantCulture).PadLeft(SecondsWidth);
        _console.MarkupLine(
            $"{moved} [{Colour(result.Verdict)}]{result.Verdict.ToString().PadRight(VerdictWidth)}[/] "
                + $"{Markup.Escape(label)} {Markup.Escape(detail)} {seconds}");
    }

    private void WriteWrapped(string text)
    {
        foreach (string line in ScreenWidth.Wrap(text, _width, "  "))
        {
            _console.WriteLine(line);
        }
    }
}
