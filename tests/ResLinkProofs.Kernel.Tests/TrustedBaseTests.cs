using System.Text;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Kernel.Tests;

/// <summary>The list of what is trusted, in <c>docs/soundness.md</c>, is counted from the code.</summary>
public sealed class TrustedBaseTests
{
    private const string Begin = "<!-- trusted files: generated -->\n", End = "<!-- end of trusted files -->";

    // Beside the kernel: what turns its facts into a verdict.
    private static readonly string[] Beside =
    [
        "src/ResLinkProofs.Claims/Grounds.cs", "src/ResLinkProofs.Claims/Judge.cs", "src/ResLinkProofs.Claims/Evidence.cs",
        "src/ResLinkProofs.Claims/Propositions/FormalText.cs", "src/ResLinkProofs.Claims/Propositions/StatementProposition.cs",
        "src/ResLinkProofs.Claims/Propositions/Recurrences",
        "src/ResLinkProofs.Claims/Propositions/NetworkProposition.cs", "src/ResLinkProofs.Networks/Symbolic/MatrixTeacherStudent.cs",

        // And what writes out a claim about a model as the statement that the kernel is given.
        "src/ResLinkProofs.Claims/Propositions/Models", "src/ResLinkProofs.Models", "src/ResLinkProofs.Models/Formulas",
        "src/ResLinkProofs.Models/Formulas/Operations", "src/ResLinkProofs.Models/Sets", "src/ResLinkProofs.Proving/Matrices/PrincipalMinors.cs",
    ];

    private static string Repository => Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void The_list_of_trusted_files_is_current()
    {
        string file = Path.Combine(Repository, "docs", "soundness.md");
        string text = File.ReadAllText(file);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"docs/soundness.md has no lines '{Begin.Trim()}' and '{End}'.");
        string current = Table();
        if (SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable) == SnapshotMode.Accept)
        {
            File.WriteAllText(file, text[..begin] + current + text[end..]);
            return;
        }

        Assert.True(text[begin..end] == current, "docs/soundness.md is out of date: SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Kernel.Tests --filter TrustedBase");
    }

    private static string Table()
    {
        var text = new StringBuilder("| trusted | files | lines of code |\n| --- | ---: | ---: |\n");
        string kernel = Path.Combine(Repository, "src", "ResLinkProofs.Kernel");
        int files = 0, lines = 0;
        foreach (string folder in Directory.EnumerateDirectories(kernel).Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
        {
            string[] sources = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)];
            Row($"Kernel/{Path.GetFileName(folder)}", sources);
        }

        foreach (string path in Beside.Select(p => Path.Combine(Repository, p)))
        {
            string[] sources = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.cs")] : [path];
            Row(Path.GetRelativePath(Path.Combine(Repository, "src"), path).Replace('\\', '/').Replace("ResLinkProofs.", "", StringComparison.Ordinal), sources);
        }

        text.Append($"| together | {files} | {lines} |\n");
        return text.ToString();

        void Row(string name, string[] sources)
        {
            int count = sources.Sum(CodeLines);
            text.Append($"| {name} | {sources.Length} | {count} |\n");
            files += sources.Length;
            lines += count;
        }
    }

    // Without blank lines, comments and lone brackets: what has to be read.
    private static int CodeLines(string path) => File.ReadLines(path).Select(l => l.Trim()).Count(l => l.Length > 1 && !l.StartsWith("//", StringComparison.Ordinal));
}
