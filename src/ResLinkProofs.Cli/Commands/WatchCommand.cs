using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Cli.Loading;
using ResLinkProofs.Cli.Output;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// <c>reslink watch [GLOB ...]</c>: checks claims, and whenever a spec or a formula file is saved, those that say something else than
/// before. In a checkout nothing is built for it: the compiler is asked directly.
/// </summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);

    public static Command Create()
    {
        var options = new CommonOptions();
        var command = new Command("watch", "Check claims whenever a spec or a formula file is saved, until it is stopped.")
        {
            Selection.Globs, Selection.Assembly,
        };
        options.AddTo(command);
        options.AddRunnerTo(command);
        command.SetAction(Run);
        return command;

        int Run(ParseResult parsed)
        {
            var workspace = parsed.GetValue(Selection.Assembly) is { } file
                ? SpecWorkspace.OfAssembly(file.FullName)
                : SpecWorkspace.OfCheckout(Checkout.Find());
            string[] globs = parsed.GetValue(Selection.Globs) ?? [];
            FolderState state = workspace.State();
            Selection selection = workspace.Read([]);
            ClaimRunner runner = options.RunnerOf(parsed, selection.Store);
            var changes = new ClaimChanges();
            changes.Take(selection.Catalogue.Claims);
            if (globs.Length > 0)
            {
                Check(selection, selection.Catalogue.Matching(globs), Stopwatch.GetTimestamp());
            }

            Console.WriteLine($"watching {workspace.Folder}; Ctrl+C ends it");
            while (true)
            {
                (state, IReadOnlyList<string> saved) = Wait(workspace, state);
                long start = Stopwatch.GetTimestamp();
                string now = DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
                Console.WriteLine($"\n{now} {string.Join(", ", saved.Select(Relative))}");
                try
                {
                    selection = workspace.Read(saved);
                    IReadOnlyList<Claim> moved = changes.Take(workspace.Restated(selection));
                    Check(selection, [.. moved.Intersect(selection.Catalogue.Matching(globs))], start);
                }
                catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
                {
                    Console.Error.WriteLine(e.Message); // half written, or being built: the next save is looked at again
                }
            }

            void Check(Selection current, IReadOnlyList<Claim> claims, long start)
            {
                ClaimResult[] results = CheckCommand.CheckAll(
                    current, claims, options.BudgetOf(parsed), options.SeedOf(parsed), options.ThreadsOf(parsed), runner);
                if (results.Length > 0)
                {
                    new VerdictTable(current.Recorded).WriteRows(results);
                }

                string seconds = Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
                Console.WriteLine($"{results.Length} of {current.Catalogue.Claims.Count} claims checked in {seconds} s");
            }
        }
    }

    // An editor that writes in several steps is waited for.
    private static (FolderState State, IReadOnlyList<string> Saved) Wait(SpecWorkspace workspace, FolderState before)
    {
        while (true)
        {
            Thread.Sleep(Interval);
            FolderState now = workspace.State();
            if (now.Since(before).Count == 0)
            {
                continue;
            }

            for (FolderState last = now; ; last = now)
            {
                Thread.Sleep(Interval);
                now = workspace.State();
                if (now.Since(last).Count == 0)
                {
                    return (now, now.Since(before));
                }
            }
        }
    }

    private static string Relative(string file) => Path.GetRelativePath(Environment.CurrentDirectory, file);
}
