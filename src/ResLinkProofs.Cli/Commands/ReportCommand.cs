using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.Judging;
using ResLinkProofs.Reports;
using ResLinkProofs.Reports.Site;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink report --out DIR</c>: checks claims and writes the result as a site, Markdown and JSON, with the errata.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var options = new CommonOptions();
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder for the site (index.html), report.md, errata.md and results.json.",
            HelpName = "DIR",
            Required = true,
        };
        var command =
            new Command("report", "Check claims and write the whole result as a site, Markdown and JSON.")
            {
                Selection.Globs, Selection.Assembly, folder,
            };
        options.AddTo(command);
        options.AddRunnerTo(command);
        var judge = new JudgeOption();
        command.Add(judge.Judge);
        command.SetAction(parsed =>
        {
            var selection = Selection.From(parsed);
            IReadOnlyList<Claim> claims = selection.Of(parsed);
            CoqProcess? coq = judge.Open(parsed);
            RecordedVerdicts recorded = selection.Recorded;
            ClaimResult[] results = CheckCommand.CheckAll(
                selection, claims, options.BudgetOf(parsed), options.SeedOf(parsed), options.ThreadsOf(parsed),
                options.RunnerOf(parsed, selection.Store));
            if (coq is not null)
            {
                results = JudgeOption.Consult(results, coq, new CoqLimits(), options.ThreadsOf(parsed));
            }

            string path = parsed.GetValue(folder)!.FullName;
            foreach ((string file, string text) in SiteReport.Files(results, selection.Catalogue, recorded, Plots()))
            {
                AtomicFile.Write(Path.Combine(path, file), text);
            }

            AtomicFile.Write(Path.Combine(path, "report.md"), MarkdownReport.Write(results, recorded));
            AtomicFile.Write(Path.Combine(path, "errata.md"), Errata.Render(selection.Catalogue.Claims, recorded));
            AtomicFile.Write(Path.Combine(path, "results.json"), JsonReport.Write(results, recorded));
            Console.WriteLine($"{results.Length} claims: {Path.Combine(path, "index.html")}, report.md, errata.md, results.json");
            return Program.Success;
        });
        return command;
    }

    // The plots of the recorded runs, where the program runs in a checkout or was built in one.
    private static Dictionary<string, string> Plots() =>
        RecordedRun.DefaultFolder() is { } folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.svg", SearchOption.AllDirectories)
                .Where(file => Path.GetFileNameWithoutExtension(file) == Path.GetFileName(Path.GetDirectoryName(file)))
                .Order(StringComparer.Ordinal)
                .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText)
            : [];
}
