using System.Text.Json;

namespace ResLinkProofs.Cli.Tests;

/// <summary>
/// Conjectures outside of this repository, from an empty folder: the packages are made and served from a folder, the tool is
/// installed from it, scaffolds a project, and checks what that states. Nothing is asked of a network: what the packages depend on
/// is what the build of these tests has restored.
/// </summary>
public sealed class OwnProjectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reslink-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_spec_project_of_ones_own_is_made_built_checked_and_tested_with_the_packages_alone()
    {
        Pack();
        Succeeds(CommandRun.Dotnet, _folder, "tool", "install", "reslink", "--tool-path", "tools", "--configfile", "nuget.config");
        string tool = Path.Combine(_folder, "tools", OperatingSystem.IsWindows() ? "reslink.exe" : "reslink");
        string mine = Path.Combine(_folder, "Mine"), library = Path.Combine("Mine", "bin", "Release", "net10.0", "Mine.dll");
        Assert.Contains("--assembly Mine/bin/Release/net10.0/Mine.dll", Succeeds(tool, _folder, "new", "--project", "Mine").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run(tool, mine, "check", "--assembly", library).ExitCode); // not built yet

        // In place of the example, those of the tutorial, and a formula.
        File.Delete(Path.Combine(mine, "Mine", "SineBound.cs"));
        string[] tutorial = [.. Tutorial().Where(block => block.Contains(" : ISpec", StringComparison.Ordinal))];
        Assert.Equal(3, tutorial.Length);
        for (int i = 0; i < tutorial.Length; i++)
        {
            File.WriteAllText(Path.Combine(mine, "Mine", $"Tutorial{i + 1}.cs"), tutorial[i]);
        }

        File.WriteAllText(
            Path.Combine(mine, "Mine", "squares.smt2"),
            "(declare-const x Real)\n(declare-const y Real)\n(assert (<= -1 x 1))\n(assert (<= -1 y 1))\n(assert (< (+ (* x x) (* y y)) (* 2 x y)))\n(check-sat)\n");
        Succeeds(CommandRun.Dotnet, mine, "build", "-c", "Release", "--nologo", "-v", "q");

        CommandRun first = Run(tool, mine, "check", "--assembly", library, "--solver", "none", "--json", "out.json");
        Assert.Equal(1, first.ExitCode);
        Assert.Contains("not recorded yet: conjecture/sine-bound", first.Output, StringComparison.Ordinal);
        using (JsonDocument table = JsonDocument.Parse(File.ReadAllText(Path.Combine(mine, "out.json"))))
        {
            Assert.Equal(
                [.. Printed().Append("conjecture/squares Proved").Order(StringComparer.Ordinal)],
                table.RootElement.EnumerateArray().Select(r => $"{r.GetProperty("id")} {r.GetProperty("verdict")}"));
            Assert.Contains(table.RootElement.EnumerateArray(), r => r.GetProperty("witness").GetString() == "x = 1");
        }

        Assert.Equal(5, Succeeds(tool, mine, "list", "--assembly", library).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("verdict    Refuted", Succeeds(tool, mine, "show", "conjecture/sine-bound", "--assembly", library, "--solver", "none").Output, StringComparison.Ordinal);
        Succeeds(tool, mine, "report", "--assembly", library, "--solver", "none", "--out", "site");
        Assert.Contains("sine bound", File.ReadAllText(Path.Combine(mine, "site", "index.html")), StringComparison.Ordinal);

        // Nothing is recorded yet: the tests fail, record, and pass.
        string[] test = ["test", "-c", "Release", "--no-build", "--nologo"];
        Assert.NotEqual(0, Run(CommandRun.Dotnet, mine, test).ExitCode);
        Assert.Equal(0, Run(CommandRun.Dotnet, mine, new() { ["SNAPSHOT_ACCEPT"] = "1", ["CI"] = null }, test).ExitCode);
        Succeeds(CommandRun.Dotnet, mine, test);
        CommandRun recorded = Succeeds(tool, mine, "check", "--assembly", library, "--solver", "none");
        Assert.Contains("kept from earlier runs", recorded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_spec_assembly_is_refused_with_a_remedy()
    {
        File.WriteAllText(Path.Combine(_folder, "text.dll"), "text");
        foreach ((string file, string part) in new[]
        {
            ("absent.dll", "Build the project first"),
            ("text.dll", "is no .NET assembly"),
            (Path.Combine(AppContext.BaseDirectory, "System.CommandLine.dll"), "states no claim"),
        })
        {
            CommandRun run = CommandRun.In(_folder, null, "check", "--assembly", file);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains(part, run.Error, StringComparison.Ordinal);
            Assert.Equal("", run.Output);
        }
    }

    [Fact]
    public void A_formula_file_and_a_class_are_scaffolded_in_a_checkout_and_nothing_is_overwritten()
    {
        File.WriteAllText(Path.Combine(_folder, "ResLinkProofs.sln"), "");
        Assert.Equal(0, CommandRun.In(_folder, null, "new", "SineBound", "--smt2").ExitCode);
        string file = Path.Combine(_folder, "specs", "Conjectures", "sine_bound.smt2");
        CommandRun solved = CommandRun.In(_folder, null, "solve", file);
        Assert.Equal(0, solved.ExitCode);
        Assert.StartsWith("unsat", solved.Output, StringComparison.Ordinal);
        Assert.Equal(2, CommandRun.In(_folder, null, "new", "SineBound", "--smt2").ExitCode);
        Assert.Equal(0, CommandRun.In(_folder, null, "new", "SineBound").ExitCode);
        Assert.Equal(2, CommandRun.In(_folder, null, "new", "sine bound").ExitCode);
        Assert.Equal(2, CommandRun.In(_folder, null, "new").ExitCode);
        Assert.Equal(2, CommandRun.In(_folder, null, "new", "--project", _folder).ExitCode); // not empty
    }

    // The blocks of code of the tutorial, and the verdicts that it prints.
    private static string[] Tutorial() =>
        [.. File.ReadAllText(Path.Combine(Root(), "docs", "adding-a-conjecture.md")).ReplaceLineEndings("\n").Split("```").Where((_, i) => i % 2 == 1)
            .Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..])];

    private static IEnumerable<string> Printed() => Tutorial().SelectMany(block => block.Split('\n')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length >= 2 && words[1].StartsWith("conjecture/", StringComparison.Ordinal) && char.IsAsciiLetterUpper(words[0][0])).Select(words => $"{words[1]} {words[0]}");

    private void Pack()
    {
        string root = Root(), configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        foreach (string project in new[] { "packaging/ResLinkProofs", "src/ResLinkProofs.Cli" })
        {
            Succeeds(CommandRun.Dotnet, root, "pack", project, "-c", configuration, "--no-build", "-o", Path.Combine(_folder, "feed"), "-v", "q", "--nologo");
        }

        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    private CommandRun Run(string program, string folder, params string[] arguments) => Run(program, folder, [], arguments);

    // Packages of these tests go into a folder of their own: another run is to see its own.
    private CommandRun Run(string program, string folder, Dictionary<string, string?> environment, params string[] arguments) => CommandRun.OfProgram(
        program, folder, new(environment) { ["NUGET_PACKAGES"] = folder == Root() ? Environment.GetEnvironmentVariable("NUGET_PACKAGES") : Path.Combine(_folder, "packages"), ["MSBUILDDISABLENODEREUSE"] = "1" }, arguments);

    private CommandRun Succeeds(string program, string folder, params string[] arguments)
    {
        CommandRun run = Run(program, folder, arguments);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {run.ExitCode}\n{run.Output}\n{run.Error}");
        return run;
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
}
