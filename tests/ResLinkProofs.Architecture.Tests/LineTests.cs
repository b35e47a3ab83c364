using System.Globalization;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Architecture.Tests;

/// <summary>No line of the engine is longer than the editor's settings say, which nothing else enforces.</summary>
public class LineTests
{
    private const string Setting = "max_line_length = ";
    private static readonly string Root = Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void No_line_of_the_engine_is_too_long()
    {
        string[] files = [.. Sources()];
        Assert.True(files.Length > 400, $"only {files.Length} files were seen");
        Assert.Empty(files.SelectMany(file => TooLong(file, File.ReadAllLines(Path.Combine(Root, file)))));
    }

    /// <summary>Positive control: one more character than is allowed is seen, counted in characters and not in bytes.</summary>
    [Fact]
    public void A_line_that_is_too_long_is_seen()
    {
        string fits = new('γ', Longest()), exceeds = fits + "γ";
        Assert.Equal(["file.cs:2 is 141 characters long"], TooLong("file.cs", [fits, exceeds, ""]));
    }

    private static IEnumerable<string> TooLong(string file, string[] lines)
    {
        int longest = Longest();
        return from number in Enumerable.Range(0, lines.Length)
               where lines[number].Length > longest
               select $"{file}:{number + 1} is {lines[number].Length} characters long";
    }

    private static int Longest() => int.Parse(
        File.ReadLines(Path.Combine(Root, ".editorconfig")).Single(l => l.StartsWith(Setting, StringComparison.Ordinal))[Setting.Length..],
        CultureInfo.InvariantCulture);

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        let place = Path.GetRelativePath(Root, file)
        where !place.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        select place;
}
