using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
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
        var totals = new Option<FileInfo?>("--totals") { Description = "Write the totals of the run as JSON to this file.", HelpName = "FILE" };
        var command = new Command("check", "Check claims; exit 0 when every verdict is the recorded one.") { Selection.Globs, json, totals };
        options.AddTo(command);
        command.Add(options.Solver);
        var judge = new JudgeOption();
        command.Add(judge.Judge);
        command.SetAction(parsed => Run(
            Selection.Of(parsed.GetValue(Selection.Globs) ?? []),
            options.BudgetOf(parsed),
            options.SeedOf(parsed),
            options.ThreadsOf(parsed),
            new ClaimRunner(options.SolverOf(parsed)),
            judge.Open(parsed),
            parsed.GetValue(json),
            parsed.GetValue(totals)));
        return command;
    }

    private static int Run(IReadOnlyList<Claim> claims, Budget budget, ulong seed, int threads, ClaimRunner runner, CoqProcess? coq, FileInfo? json, FileInfo? totals)
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Environment.CurrentDirectory, AppContext.BaseDirectory);
        foreach (FileInfo file in new[] { json, totals }.OfType<FileInfo>())
        {
            AtomicFile.RequireFolder(file.FullName);
        }

        ClaimResult[] results = CheckAll(claims, budget, seed, threads, runner, recorded);
        if (coq is not null)
        {
            results = JudgeOption.Consult(results, coq, new CoqLimits(), threads);
        }

        VerdictTable.Write(results, recorded);
        if (JudgeOption.Summary(results) is { } summary)
        {
            Console.WriteLine(summary);
        }

        if (json is not null)
        {
            AtomicFile.Write(json.FullName, JsonReport.Write(results, recorded));
        }

        if (totals is not null)
        {
            AtomicFile.Write(totals.FullName, JsonReport.WriteTotals(results));
        }

        return VerdictTable.WriteDifferences(results, recorded) ? Program.Different : Program.Success;
    }

    // A premise that was not selected stands as it is recorded.
    internal static ClaimResult[] CheckAll(
        IReadOnlyList<Claim> claims, Budget budget, ulong seed, int threads, ClaimRunner runner, RecordedVerdicts recorded)
    {
        var results = new ClaimResult[claims.Count];
        using var progress = new ProgressLine(claims.Count);
        Parallel.For(0, claims.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            results[i] = runner.Run(claims[i], budget, seed);
            progress.Advance(claims[i].Id);
        });

        Dictionary<Claim, Verdict> checkedHere = results.ToDictionary(r => r.Claim, r => r.Verdict, (IEqualityComparer<Claim>)ReferenceEqualityComparer.Instance);
        return [.. results.Select(r => r.StandingOn(Selection.Catalogue, c => checkedHere.TryGetValue(c, out Verdict own) ? own : recorded.Of(c)))];
    }
}
