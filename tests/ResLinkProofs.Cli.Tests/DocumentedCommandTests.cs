using System.Text.RegularExpressions;

namespace ResLinkProofs.Cli.Tests;

/// <summary>Every command that README and docs print runs as printed, or is named here with the reason why it is not run.</summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly string[] Prefixes = ["reslink ", "dotnet run --project src/ResLinkProofs.Cli -c Release -- "];

    // The beginning of a command, and why it is not run here.
    private static readonly (string Start, string Why)[] NotRun =
    [
        ("check", "takes what the catalogue takes; the gate's step 'check' and CheckCommandTests run it"),
        ("watch", "runs until it is stopped; ConjectureTests run it"),
        ("report", "likewise; PageReportTests and OwnProjectTests run it"),
        ("judge", "fetches Coq; the gate's step 'judge' runs it where Coq is"),
        ("experiment", "minutes to hours; the tests of experiments run them at their smallest scale"),
        ("frontier", "minutes; FrontierTests run a small one"),
        ("export", "ExportTests run it"),
        ("solve", "needs the reader's file; SolveAndReplayTests run it"),
        ("minimise", "needs the reader's file; SolveAndReplayTests run it"),
        ("replay", "needs the reader's file; SolveAndReplayTests run it"),
        ("new", "writes into the checkout; OwnProjectTests run it in one of their own"),
        ("merge", "needs the parts; ShardTests run it"),
    ];

    [Fact]
    public void They_run_as_printed_or_are_named()
    {
        string[] commands = [.. Commands()];
        Assert.Contains("list", commands);
        Assert.Contains("check", commands);
        string[] run = [.. commands.Where(c => c is "list" or "doctor" || c.Contains(' ', StringComparison.Ordinal)).Where(c => !NotRun.Any(n => c == n.Start || c.StartsWith(n.Start + " ", StringComparison.Ordinal)))];
        Assert.Contains(run, c => c.StartsWith("show ", StringComparison.Ordinal));
        string help = CommandRun.Of("--help").Output;
        Assert.All(NotRun, n => Assert.Contains($"  {n.Start}", help, StringComparison.Ordinal));
        foreach (string command in run.Where(c => !Placeholder().IsMatch(c)).Where(c => !c.StartsWith("show conjecture/", StringComparison.Ordinal)))
        {
            CommandRun result = CommandRun.Of(Words(command));
            Assert.True(result.ExitCode == 0, $"reslink {command}: {result.ExitCode}\n{result.Error}");
        }
    }

    /// <summary>What is not run is still understood: a help of each has every option that is printed with it.</summary>
    [Fact]
    public void Every_printed_option_exists()
    {
        foreach (IGrouping<string, string> command in Commands().GroupBy(c => c.Split(' ')[0]))
        {
            CommandRun help = CommandRun.Of(command.Key, "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.All(
                command.SelectMany(c => c.Split(' ')).Where(w => w.StartsWith("--", StringComparison.Ordinal)).Distinct(),
                option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Commands()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "ResLinkProofs.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        IEnumerable<string> files = Directory.GetFiles(Path.Combine(root, "docs"), "*.md").Append(Path.Combine(root, "README.md"));
        return files.SelectMany(file => Code().Matches(File.ReadAllText(file)).SelectMany(m => m.Value.Trim('`').Split('\n')))
            .SelectMany(line => Prefixes.Where(p => line.StartsWith(p, StringComparison.Ordinal)).Select(p => line[p.Length..].Trim()))
            .Where(c => c.Length > 0 && char.IsAsciiLetterLower(c[0]))
            .Distinct().Order(StringComparer.Ordinal);
    }

    private static string[] Words(string command) => [.. Word().Matches(command).Select(m => m.Value.Trim('"'))];

    [GeneratedRegex("```[^`]*```|`[^`\n]+`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // A word in capitals stands for what the reader puts there.
    [GeneratedRegex("(^| )[A-Z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
