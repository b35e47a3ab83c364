using System.CommandLine;
using System.Diagnostics;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Judging;
using ResLinkProofs.Reports;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink check [GLOB ...]</c>: checks claims and compares their verdicts with the recorded ones.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var json = new Option<FileInfo?>("--json") { Description = "Write the table as JSON to this file.", HelpName = "FILE" };
        var totals =
            new Option<FileInfo?>("--totals") { Description = "Write the totals of the run as JSON to this file.", HelpName = "FILE" };
        var verbose = new Option<bool>("--verbose") { Description = "Print all evidence of every claim." };
        var timings = new Option<bool>("--timings") { Description = "Print where the time went, and the slowest claims." };
        var record = new Option<bool>("--record")
        {
            Description = "Write the evidence of this run to snapshots/evidence, for other checkouts to confirm.",
        };
        var command = new Command("check", "Check claims; exit 0 when every verdict is the recorded one.")
        {
            Selection.Globs, Selection.Assembly, json, totals, verbose, timings, record, ShardOption.Option,
        };
        options.AddTo(command);
        options.AddRunnerTo(command);
        var judge = new JudgeOption();
        command.Add(judge.Judge);
        command.SetAction(parsed =>
        {
            var selection = Selection.From(parsed);
            EvidenceStore store = selection.Store;
            int code = Run(
                selection,
                selection.Of(parsed),
                ShardOption.Of(parsed),
                options.BudgetOf(parsed),
                options.SeedOf(parsed),
                options.ThreadsOf(parsed),
                options.RunnerOf(parsed, store),
                judge.Open(parsed),
                parsed.GetValue(json),
                parsed.GetValue(totals),
                parsed.GetValue(verbose),
                parsed.GetValue(timings));
            foreach (string notice in store.Notices)
            {
                Console.Error.WriteLine($"kept evidence: {notice}");
            }

            if (parsed.GetValue(record))
            {
                (int recorded, long characters) = store.Record();
                Console.WriteLine($"evidence of {recorded} claims recorded in snapshots/evidence, {characters} characters");
            }

            return selection.CodeOf(code);
        });
        return command;
    }

    private static int Run(
        Selection selection, IReadOnlyList<Claim> selected, FreshShare? shard, Budget budget, ulong seed, int threads, ClaimRunner runner,
        CoqProcess? coq, FileInfo? json, FileInfo? totals, bool verbose, bool timings)
    {
        RecordedVerdicts recorded = selection.Recorded;
        foreach (FileInfo file in new[] { json, totals }.OfType<FileInfo>())
        {
            OutputFile.RequireFolder(file.FullName);
        }

        long start = Stopwatch.GetTimestamp();
        ClaimResult[] results = CheckAll(
            selection, ShardOption.WithPremises(shard, selected, selection.Catalogue), budget, seed, threads, runner);
        results = shard is null ? results : [.. results.Where(r => shard.Includes(r.Claim))];
        if (coq is not null)
        {
            results = JudgeOption.Consult(results, coq, new CoqLimits(), threads);
        }

        var table = new VerdictTable(recorded);
        if (results.Length > 0)
        {
            table.Write(results, verbose);
        }

        if (JudgeOption.Summary(results) is { } summary)
        {
            Console.WriteLine(summary);
        }

        if (timings)
        {
            TimingTable.Write(results, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        if (json is not null)
        {
            OutputFile.Write(json.FullName, ShardOption.Mark(shard, JsonReport.Write(results, recorded)));
        }

        if (totals is not null)
        {
            OutputFile.Write(totals.FullName, JsonReport.WriteTotals(results));
        }

        return table.WriteDifferences(results) ? Program.Different : Program.Success;
    }

    /// <summary>
    /// Checks claims. One whose statement throws when an engine looks at it is told on standard error, counted among the faults of the
    /// selection, and has no result; the others have theirs.
    /// </summary>
    internal static ClaimResult[] CheckAll(
        Selection selection, IReadOnlyList<Claim> claims, Budget budget, ulong seed, int threads, ClaimRunner runner)
    {
        var results = new ClaimResult?[claims.Count];
        var faults = new SpecFault?[claims.Count];
        using (var progress = new ProgressLine(claims.Count))
        {
            Parallel.For(0, claims.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                try
                {
                    results[i] = runner.Run(claims[i], budget, seed);
                }
                catch (Exception e) when (e is not (EngineDisagreementException or ForeignEvidenceException or OutOfMemoryException))
                {
                    faults[i] = SpecFault.OfClaim(claims[i], e);
                }

                progress.Advance(claims[i].Id);
            });
        }

        selection.Tell(faults.OfType<SpecFault>());
        return Standing(selection, [.. results.OfType<ClaimResult>()]);
    }

    // A premise that was not selected stands as it is recorded.
    private static ClaimResult[] Standing(Selection selection, ClaimResult[] results)
    {
        Dictionary<Claim, Verdict> checkedHere = results.ToDictionary(
            r => r.Claim, r => r.Verdict, (IEqualityComparer<Claim>)ReferenceEqualityComparer.Instance);
        return [.. results.Select(
            r => r.StandingOn(
                selection.Catalogue, c => checkedHere.TryGetValue(c, out Verdict own) ? own : selection.Recorded.Of(c)))];
    }
}
