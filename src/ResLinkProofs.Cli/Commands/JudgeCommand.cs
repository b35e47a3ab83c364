using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Export;
using ResLinkProofs.Judging;
using ResLinkProofs.Reports;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink judge [GLOB ...]</c>: has Coq look at the closed claims that are proved or refuted.</summary>
internal static class JudgeCommand
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Write the claims with Coq's opinions as JSON to this file.",
            HelpName = "FILE",
        };
        var limit = new Option<int>("--limit")
        {
            Description = "Seconds of processor time for one file of statements; nothing is concluded from what takes longer.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 120,
        };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when a claim that was asked about is not accepted." };
        var command = new Command("judge", "Have Coq, with its Interval library, look at the closed claims that are proved or refuted.")
        {
            Selection.Globs, Selection.Assembly, json, limit, strict,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            int seconds = parsed.GetValue(limit);
            if (seconds is < 1 or > 3600)
            {
                throw new UsageException($"--limit: {seconds} is out of range; give a number of seconds from 1 to 3600.");
            }

            if (parsed.GetValue(json) is { } target)
            {
                OutputFile.RequireFolder(target.FullName);
            }

            var selection = Selection.From(parsed);
            RecordedVerdicts recorded = selection.Recorded;
            Claim[] claims = [.. selection.Of(parsed).Where(
                c => IsClosed(c) && recorded.Of(c) is null or Verdict.Proved or Verdict.Refuted)];
            CoqProcess coq = JudgeOption.OpenCoq();
            // What Coq is asked takes a proof or a witness of this house, and nothing that samples networks or runs.
            var runner = new ClaimRunner([new SearchChecker(), new ProverChecker(), new InductionChecker(), new HypothesisChecker()]);
            ClaimResult[] decided = CheckCommand.CheckAll(
                selection, claims, options.BudgetOf(parsed), options.SeedOf(parsed), options.ThreadsOf(parsed), runner);
            ClaimResult[] results = JudgeOption.Consult(
                decided, coq, new CoqLimits { Work = TimeSpan.FromSeconds(seconds) }, options.ThreadsOf(parsed));
            foreach (ClaimResult result in results.Where(r => r.Coq is not null))
            {
                Console.WriteLine(
                    $"{result.Coq!.Outcome,-9} {result.Claim.Id} [{result.Claim.ReadingText}] {result.Verdict}: "
                        + $"{CoqSentence.Of(result.Verdict, result.Coq)}");
            }

            Console.WriteLine(JudgeOption.Summary(results) ?? "No closed claim among these is proved or refuted.");
            if (parsed.GetValue(json) is { } file)
            {
                OutputFile.Write(file.FullName, JsonReport.Write(results, recorded));
            }

            return parsed.GetValue(strict) && results.Any(r => r.Coq is not { Outcome: CoqOutcome.Accepted })
                ? Program.Different
                : Program.Success;
        });
        return command;
    }

    private static bool IsClosed(Claim claim)
    {
        try
        {
            ClosedStatements.Of(claim);
            return true;
        }
        catch (UnsupportedShapeException)
        {
            return false;
        }
    }
}
