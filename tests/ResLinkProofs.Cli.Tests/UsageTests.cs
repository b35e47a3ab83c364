namespace ResLinkProofs.Cli.Tests;

/// <summary>Bad usage: exit code 2, nothing on standard output, and a message that says what to do.</summary>
public sealed class UsageTests
{
    public static TheoryData<string[], string[]> BadUsage() => new()
    {
        { ["check", "li-yuan/definition-2.5"], ["li-yuan/definition-2.5", "li-yuan/definition-2.4"] },
        { ["show", "li-yuan/lema-2.5"], ["li-yuan/lema-2.5", "li-yuan/lemma-2.5"] },
        { ["check", "--no-such-option"], ["--no-such-option"] },
        { ["no-such-command"], ["no-such-command"] },
        { ["check", "--budget", "nonsense", "li-yuan/definition-2.4"], ["--budget", "nonsense", "small", "large"] },
        { ["check", "--threads", "0", "li-yuan/definition-2.4"], ["--threads", "0", "1 to 1024"] },
        { ["check", "--threads", "two", "li-yuan/definition-2.4"], ["two"] },
        { ["check", "--seed", "-1", "li-yuan/definition-2.4"], ["--seed", "-1"] },
        { ["check", "--json"], ["--json"] },
    };

    [Theory]
    [MemberData(nameof(BadUsage))]
    public void Is_exit_code_2_with_a_message(string[] arguments, string[] parts)
    {
        CommandRun run = CommandRun.Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.All(parts, part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal); // no stack trace
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void An_unwritable_file_is_named_before_any_work_is_done()
    {
        string folder = Directory.CreateTempSubdirectory("reslink-").FullName;
        try
        {
            foreach (string path in new[] { folder, Path.Combine(folder, "missing", "out.json") })
            {
                CommandRun run = CommandRun.Of("check", "--budget", "small", "li-yuan/definition-2.4", "--json", path);
                Assert.Equal(2, run.ExitCode);
                Assert.Contains(path, run.Error, StringComparison.Ordinal);
                Assert.Equal("", run.Output);
            }

            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
