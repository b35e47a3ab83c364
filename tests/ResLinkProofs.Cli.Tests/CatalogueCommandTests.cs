namespace ResLinkProofs.Cli.Tests;

public sealed class CatalogueCommandTests
{
    [Fact]
    public void List_prints_one_line_per_claim()
    {
        CommandRun run = CommandRun.Of("list", "li-yuan/definition-*");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("li-yuan/definition-", line, StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("li-yuan/definition-2.4 ", StringComparison.Ordinal) && line.Contains("as printed", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("li-yuan/definition-2.4 ", StringComparison.Ordinal) && line.Contains("corrected", StringComparison.Ordinal));
    }

    [Fact]
    public void Show_prints_both_readings_whole()
    {
        CommandRun run = CommandRun.Of("show", "li-yuan/definition-2.4", "--budget", "small");
        Assert.Equal(0, run.ExitCode);
        foreach (string part in new[] { "[as printed]", "[corrected]", "source", "statement", "correction", "formula", "∀ x ∈ [-10, 10]", "verdict    Refuted" })
        {
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Show_tells_what_a_derivation_proves_and_what_it_assumes()
    {
        CommandRun run = CommandRun.Of("show", "prelu/theorem-for-phase-2", "--budget", "small");
        Assert.Equal(0, run.ExitCode);
        foreach (string part in new[] { "derived", "proved   li-yuan/theorem-3.3-proof-sum (Proved)", "assumed  li-yuan/theorem-3.3-proof-textbook-schur-test (Supported)" })
        {
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Show_prints_a_derivation_that_replay_accepts()
    {
        string file = Path.Combine(Path.GetTempPath(), $"reslink-{Guid.NewGuid():n}.txt");
        try
        {
            CommandRun run = CommandRun.Of("show", "li-yuan/theorem-3.3-at-1-54", "--budget", "small", "--certificate", file);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("[Combine from ", run.Output, StringComparison.Ordinal);
            CommandRun replay = CommandRun.Of("replay", file);
            Assert.Equal(0, replay.ExitCode);
            Assert.Contains("accepted: a derivation of ", replay.Output, StringComparison.Ordinal);
            Assert.Contains("then ⟨N, D⟩/π ≥ 3/100·|D|²_F", replay.Output, StringComparison.Ordinal);
            File.WriteAllText(file, File.ReadAllText(file).Replace("1/54", "1/53", StringComparison.Ordinal));
            CommandRun damaged = CommandRun.Of("replay", file);
            Assert.Equal(1, damaged.ExitCode);
            Assert.Contains("rejected: ", damaged.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        CommandRun without = CommandRun.Of("show", "li-yuan/lemma-2.5", "--budget", "small", "--certificate", file);
        Assert.Equal(2, without.ExitCode);
    }

    [Fact]
    public void Doctor_tells_what_the_machine_offers()
    {
        CommandRun run = CommandRun.Of("doctor");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("processors", run.Output, StringComparison.Ordinal);
        Assert.Contains("claims", run.Output, StringComparison.Ordinal);
    }
}
