using System.Text.RegularExpressions;

namespace ResLinkProofs.Cli.Tests;

/// <summary>What <c>check</c> prints on 80 columns.</summary>
public sealed partial class VerdictTableTests
{
    private static readonly string[] Some = ["li-yuan/definition-2.4", "li-yuan/lemma-2.5-proof-r-at-*", "du/chapter-5-g-*"];

    [Fact]
    public void Every_claim_has_one_line_of_at_most_80_columns_in_a_group_with_its_counts()
    {
        CommandRun run = CommandRun.Of(["check", "--budget", "small", "--solver", "none", .. Some]);
        string[] lines = run.Output.Split('\n');
        Assert.All(lines.TakeWhile(l => !l.StartsWith("differs", StringComparison.Ordinal)), line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
        string[] listed = CommandRun.Of(["list", .. Some]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] rows = [.. lines.Where(l => Row().IsMatch(l))];
        Assert.Equal(listed.Length, rows.Length);
        Assert.All(rows, row => Assert.Matches(@" [0-9]+\.[0-9]\r?$", row));
        int[] groups = [.. lines.Select(l => Group().Match(l)).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(2, groups.Length);
        Assert.Equal(listed.Length, groups.Sum());
        Assert.Contains(lines, l => l.StartsWith($"{listed.Length} claims: ", StringComparison.Ordinal));
        Assert.Single(rows, r => r.Contains("definition-2.4 [p] x = ", StringComparison.Ordinal)); // the witness, not how it was found
        Assert.DoesNotContain("certificate of", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_evidence_comes_on_request_and_so_does_where_the_time_went()
    {
        CommandRun run = CommandRun.Of("check", "--budget", "small", "--solver", "none", "--verbose", "--timings", "li-yuan/lemma-2.5-proof-r-at-*");
        Assert.Contains("  prover     certificate of", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"[0-9.]+ s of work in [0-9.]+ s, by engine:", run.Output);
        Assert.Matches(@"(?m)^ +[0-9.]+ +[0-9]+ ?% +prover", run.Output);
        Assert.Matches(@"the slowest [0-9]+ claims:\r?\n +[0-9.]+  li-yuan/lemma-2.5-proof-r-at-", run.Output);
    }

    [Fact]
    public void The_rows_of_the_readme_are_rows_with_the_recorded_verdicts()
    {
        string root = Root();
        string[] sample = File.ReadAllText(Path.Combine(root, "README.md")).ReplaceLineEndings("\n").Split("```").Single(part => part.Contains(" margin/witness ", StringComparison.Ordinal)).Split('\n');
        Assert.All(sample, line => Assert.True(line.Length <= 80, line));
        int rows = 0;
        foreach (Match row in sample.Select(l => Row().Match(l)).Where(m => m.Success))
        {
            rows++;
            string reading = row.Groups["mark"].Value switch { "[p]" => "as-printed", "[c]" => "corrected", _ => "companion" };
            string recorded = File.ReadAllText(Path.Combine(root, "snapshots", $"{row.Groups["id"].Value}.{reading}.verified.txt"));
            Assert.Contains($"verdict: {row.Groups["verdict"].Value}\n", recorded.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        Assert.InRange(rows, 6, 12);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ResLinkProofs.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    [GeneratedRegex(@"^[ !] (?<verdict>Proved|Derived|Refuted|Supported|Vacuous|Inconclusive) +(?<id>[a-z-]+/[a-z0-9.…-]+)(?: (?<mark>\[[pc]\]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"^[A-Z].*: ([0-9]+) claims: ", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
