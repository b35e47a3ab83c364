using System.Text.Json;
using System.Text.RegularExpressions;

namespace ResLinkProofs.Cli.Tests;

/// <summary>Checks one quick claim inside a checkout of its own, whose recorded verdicts the test writes.</summary>
public sealed partial class CheckCommandTests : IDisposable
{
    private const string Id = "li-yuan/definition-2.4";
    private readonly string _checkout = Directory.CreateTempSubdirectory("reslink-").FullName;

    public CheckCommandTests()
    {
        File.WriteAllText(Path.Combine(_checkout, "ResLinkProofs.sln"), "");
        Directory.CreateDirectory(Path.Combine(_checkout, "snapshots", "li-yuan"));
    }

    public void Dispose() => Directory.Delete(_checkout, recursive: true);

    [Fact]
    public void The_exit_code_compares_with_the_recorded_verdicts()
    {
        CommandRun unrecorded = Check(null, "--json", "out.json");
        Assert.Equal(1, unrecorded.ExitCode);
        Assert.Contains("not recorded yet", unrecorded.Output, StringComparison.Ordinal);

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_checkout, "out.json")));
        JsonElement[] rows = [.. document.RootElement.EnumerateArray()];
        Assert.Equal(["AsPrinted", "Corrected"], rows.Select(r => r.GetProperty("reading").GetString()));
        Assert.Equal("Refuted", rows[0].GetProperty("verdict").GetString());
        Assert.Contains("x = ", rows[0].GetProperty("witness").GetString(), StringComparison.Ordinal);
        Assert.All(rows, row =>
        {
            Assert.Equal(Id, row.GetProperty("id").GetString());
            Assert.Contains("Definition 2.4", row.GetProperty("source").GetString(), StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Null, row.GetProperty("expected").ValueKind);
            Assert.NotEqual(0, row.GetProperty("evidence").GetArrayLength());
            Assert.True(row.GetProperty("seconds").GetDouble() >= 0);
        });

        Record("as-printed", "Refuted");
        Record("corrected", rows[1].GetProperty("verdict").GetString()!);
        CommandRun same = Check(null, "--json", "out.json");
        Assert.Equal(0, same.ExitCode);
        using JsonDocument again = JsonDocument.Parse(File.ReadAllText(Path.Combine(_checkout, "out.json")));
        Assert.All(again.RootElement.EnumerateArray(), row => Assert.Equal(row.GetProperty("verdict").GetString(), row.GetProperty("expected").GetString()));

        Record("corrected", "Refuted");
        CommandRun different = Check(null);
        Assert.Equal(1, different.ExitCode);
        Assert.Contains($"differs: {Id} [corrected]", different.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("differs", same.Output, StringComparison.Ordinal);
        Assert.Equal(["out.json"], Directory.EnumerateFiles(_checkout, "out*").Select(Path.GetFileName)); // no half-written file
    }

    [Fact]
    public void Output_is_plain_and_stable_when_it_is_no_terminal()
    {
        CommandRun plain = Check(null), noColor = Check("1", "--threads", "1");
        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.DoesNotContain('\u001b', plain.Error);
        Assert.Equal(Stable(plain), Stable(noColor));
        Assert.Contains("definition-2.4", plain.Output, StringComparison.Ordinal);
        Assert.NotEqual(Stable(plain), Stable(Check(null, "--seed", "12345")));
    }

    private void Record(string reading, string verdict) =>
        File.WriteAllText(Path.Combine(_checkout, "snapshots", $"{Id}.{reading}.verified.txt"), $"verdict: {verdict}\n");

    private CommandRun Check(string? noColor, params string[] more) =>
        CommandRun.In(_checkout, noColor, ["check", "--budget", "small", Id, .. more]);

    private static string Stable(CommandRun run) => Seconds().Replace(run.Output, "");

    [GeneratedRegex(@"[0-9]+\.[0-9]\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
