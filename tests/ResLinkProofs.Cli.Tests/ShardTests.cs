using System.Text.Json.Nodes;

namespace ResLinkProofs.Cli.Tests;

/// <summary>A run in parts is the run of the whole.</summary>
public sealed class ShardTests : IDisposable
{
    private static readonly string[] Some = ["li-yuan/definition-2.4", "li-yuan/lemma-2.5-proof-r-at-*", "du/chapter-5-g-*"];
    private readonly string _folder = Directory.CreateTempSubdirectory("reslink-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parts_put_together_are_the_unsharded_table_bit_for_bit_but_for_times()
    {
        int whole = Check(null, "whole.json");
        string[] parts = ["1.json", "2.json", "3.json"];
        for (int i = 0; i < parts.Length; i++)
        {
            Check($"{i + 1}/3", parts[i]);
        }

        Assert.True(parts.Count(p => Rows(p).Count > 0) >= 2, "the parts are to share the work");
        CommandRun merged = Run(["merge", .. parts.Reverse(), "--json", "merged.json"]);
        Assert.Equal(whole, merged.ExitCode);
        Assert.Equal(WithoutTimes("whole.json"), WithoutTimes("merged.json"));
        Assert.StartsWith($"{Rows("whole.json").Count} claims in 3 parts: ", merged.Output, StringComparison.Ordinal);

        Refused("parts, and 2 are given", "1.json", "2.json");
        Refused("give each part of one run once", "1.json", "1.json", "2.json");
        Refused("was written without --shard", "whole.json");
        File.WriteAllText(Path.Combine(_folder, "3.json"), "[{}]");
        Refused("is no table of", parts);
        File.WriteAllText(Path.Combine(_folder, "2.json"), File.ReadAllText(Path.Combine(_folder, "2.json")).Replace("/3\"", "/4\"", StringComparison.Ordinal));
        Refused("give those of one run", "1.json", "2.json");
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("3")]
    [InlineData("all")]
    public void What_is_no_part_is_refused(string part)
    {
        CommandRun run = Run("check", "--shard", part);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--shard: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    private void Refused(string message, params string[] parts)
    {
        CommandRun run = Run(["merge", .. parts, "--json", "refused.json"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "refused.json")));
    }

    private int Check(string? part, string file)
    {
        CommandRun run = Run(
            ["check", "--budget", "small", "--solver", "none", "--fresh", .. Some, "--json", file, .. part is null ? (string[])[] : ["--shard", part]]);
        Assert.InRange(run.ExitCode, 0, 1);
        Assert.Equal("", run.Error.Replace("No snapshots folder near the current directory: verdicts were not compared with recorded ones.", "", StringComparison.Ordinal).Trim());
        return run.ExitCode;
    }

    private JsonArray Rows(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, file)))!.AsArray();

    private string WithoutTimes(string file)
    {
        JsonArray rows = Rows(file);
        foreach (JsonNode? row in rows)
        {
            row!["seconds"] = 0;
            row["expected"] = null; // whether the checkout around the program has recorded it
        }

        return rows.ToJsonString();
    }

    private CommandRun Run(params string[] arguments) => CommandRun.In(_folder, null, arguments);
}
