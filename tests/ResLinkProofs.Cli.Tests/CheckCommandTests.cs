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
        CommandRun plain = Check(null, "--fresh", "--verbose"), noColor = Check("1", "--threads", "1", "--fresh", "--verbose");
        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.DoesNotContain('\u001b', plain.Error);
        Assert.Equal(Stable(plain), Stable(noColor));
        Assert.Contains("definition-2.4", plain.Output, StringComparison.Ordinal);
        Assert.NotEqual(Stable(plain), Stable(Check(null, "--seed", "12345", "--verbose")));
    }

    [Fact]
    public void A_solver_that_contradicts_the_kernel_stops_the_run_and_its_question_is_kept()
    {
        // It passes the two questions with known answers and then denies everything.
        string liar = Fake("""
            case "$1" in --version) echo fake 1; exit 0;; esac
            while read -r line; do script="$script $line"; case "$line" in *check-sat*) break;; esac; done
            case "$script" in
              *QF_LRA*) echo unsat;;
              *"- 2.0"*) echo unsat;;
              *) echo sat; read -r line; echo '((v0 (root-obj (+ (^ x 2) (- 2)) 2)))';;
            esac
            """);
        CommandRun run = Check(null, "--solver", liar);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Engines disagree", run.Error, StringComparison.Ordinal);
        Assert.Contains("(check-sat)", File.ReadAllText(Path.Combine(_checkout, "disagreement.smt2")), StringComparison.Ordinal);
        Assert.DoesNotContain("Proved", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solver_that_cannot_be_used_is_evidence_of_nothing_and_no_solver_is_asked_when_none_is_wanted()
    {
        CommandRun broken = Check(null, "--solver", Fake("echo unsat"), "--json", "out.json");
        Assert.Contains("cannot be used", File.ReadAllText(Path.Combine(_checkout, "out.json")), StringComparison.Ordinal);
        Assert.Contains("not recorded yet", broken.Output, StringComparison.Ordinal); // the verdicts are there all the same
        Check(null, "--solver", "none", "--json", "out.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_checkout, "out.json")));
        Assert.All(document.RootElement.EnumerateArray(), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("solver").ValueKind));
        Assert.Equal(2, Check(null, "--solver", Path.Combine(_checkout, "absent")).ExitCode);
    }

    [Fact]
    public void By_default_Z3_is_asked_and_the_figures_are_in_the_json()
    {
        Check(null, "--json", "out.json", "--totals", "totals.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_checkout, "out.json")));
        JsonElement[] rows = [.. document.RootElement.EnumerateArray()];
        Assert.All(rows, row => Assert.Equal("z3", row.GetProperty("agreeing").EnumerateArray().Last().GetString()));
        Assert.All(rows, row => Assert.InRange(row.GetProperty("solver").GetProperty("queries").GetInt32(), 2, 50));
        Assert.InRange(rows[1].GetProperty("solver").GetProperty("certifiedPoints").GetInt32(), 1, 100);
        using JsonDocument totals = JsonDocument.Parse(File.ReadAllText(Path.Combine(_checkout, "totals.json")));
        Assert.Equal(
            rows.Sum(row => row.GetProperty("solver").GetProperty("queries").GetInt32()), totals.RootElement.GetProperty("solver").GetProperty("queries").GetInt32());
    }

    [Fact]
    public void Kept_evidence_is_confirmed_again_and_damage_is_told_on_standard_error()
    {
        CommandRun cold = Check(null), warm = Check(null), fresh = Check(null, "--fresh");
        Assert.DoesNotContain("kept from earlier runs", cold.Output, StringComparison.Ordinal);
        Assert.Contains("kept from earlier runs", warm.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kept from earlier runs", fresh.Output, StringComparison.Ordinal);
        Assert.Equal(Rows(cold), Rows(warm));
        Assert.Equal(Rows(cold), Rows(fresh));
        Assert.Equal("", warm.Error + fresh.Error);
        foreach (string file in Directory.GetFiles(Path.Combine(_checkout, "artifacts", "evidence"), "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace('1', '7'));
        }

        CommandRun damaged = Check(null, "--record");
        Assert.Equal(Rows(cold), Rows(damaged));
        Assert.Contains("a kept entry is damaged", damaged.Error, StringComparison.Ordinal);
        Assert.Contains("evidence of 2 claims recorded", damaged.Output, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_checkout, "artifacts"), recursive: true);
        Assert.Contains("kept from earlier runs", Check(null).Output, StringComparison.Ordinal); // from what was recorded
        Assert.Equal(2, Check(null, "--fresh-part", "11/10").ExitCode);
    }

    private static string[] Rows(CommandRun run) =>
        [.. run.Output.Split('\n').Where(line => line.Contains(Id, StringComparison.Ordinal) && !line.StartsWith("not recorded", StringComparison.Ordinal)).Select(line => Seconds().Replace(line, ""))];

    private string Fake(string behaviour)
    {
        string file = Path.Combine(_checkout, "fake");
        File.WriteAllText(file, "#!/bin/sh\n" + behaviour.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    private void Record(string reading, string verdict) =>
        File.WriteAllText(Path.Combine(_checkout, "snapshots", $"{Id}.{reading}.verified.txt"), $"verdict: {verdict}\n");

    private CommandRun Check(string? noColor, params string[] more) =>
        CommandRun.In(_checkout, noColor, ["check", "--budget", "small", Id, .. more]);

    private static string Stable(CommandRun run) => Seconds().Replace(run.Output, "");

    [GeneratedRegex(@"[0-9]+\.[0-9]\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();
}
