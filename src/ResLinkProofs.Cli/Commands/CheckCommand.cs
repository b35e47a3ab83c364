using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Reports;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink check [GLOB ...]</c>: checks claims and compares their verdicts with the recorded ones.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var json = new Option<FileInfo?>("--json") { Description = "Write the table as JSON to this file.", HelpName = "FILE" };
        var command = new Command("check", "Check claims; exit 0 when every verdict is the recorded one.") { Selection.Globs, json };
        options.AddTo(command);
        command.Add(options.Solver);
        command.SetAction(parsed => Run(
            Selection.Of(parsed.GetValue(Selection.Globs) ?? []),
            options.BudgetOf(parsed),
            options.SeedOf(parsed),
            options.ThreadsOf(parsed),
            new ClaimRunner(options.SolverOf(parsed)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(IReadOnlyList<Claim> claims, Budget budget, ulong seed, int threads, ClaimRunner runner, FileInfo? json)
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(Environment.CurrentDirectory, AppContext.BaseDirectory);
        if (json is not null)
        {
            AtomicFile.RequireFolder(json.FullName);
        }

        ClaimResult[] results;
        try
        {
            results = CheckAll(claims, budget, seed, threads, runner);
        }
        catch (AggregateException e) when (e.InnerException is EngineDisagreementException disagreement)
        {
            Console.Error.WriteLine(disagreement.Message);
            if (disagreement.Script is { } script)
            {
                string kept = Path.GetFullPath("disagreement.smt2");
                AtomicFile.Write(kept, script);
                Console.Error.WriteLine($"The question to the solver is kept in {kept}.");
            }

            return Program.Different;
        }

        VerdictTable.Write(results, recorded);
        if (json is not null)
        {
            AtomicFile.Write(json.FullName, JsonReport.Write(results, recorded));
        }

        return VerdictTable.WriteDifferences(results, recorded) ? Program.Different : Program.Success;
    }

    internal static ClaimResult[] CheckAll(IReadOnlyList<Claim> claims, Budget budget, ulong seed, int threads, ClaimRunner runner)
    {
        var results = new ClaimResult[claims.Count];
        using var progress = new ProgressLine(claims.Count);
        Parallel.For(0, claims.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            results[i] = runner.Run(claims[i], budget, seed);
            progress.Advance(claims[i].Id);
        });
        return results;
    }
}
