using System.Text.RegularExpressions;
using ResLinkProofs.Claims;
using ResLinkProofs.Specs;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Architecture.Tests;

/// <summary>The engine knows no paper: what belongs to one lies beside its specs.</summary>
public partial class PaperTests
{
    private static readonly string Root = Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void No_line_of_the_engine_names_a_paper() => Assert.Empty(Mentions("src"));

    /// <summary>Positive control: the same search finds every document in its own specs.</summary>
    [Fact]
    public void The_search_finds_the_papers_where_they_are()
    {
        string[] found = [.. Mentions("specs")];
        Assert.True(Folders().Count() >= 3);
        Assert.All(Folders(), folder => Assert.Contains(found, line => line.StartsWith(Path.Combine("specs", folder), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Mentions(string folder)
    {
        Regex names = Names();
        return from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
               let place = Path.GetRelativePath(Root, file)
               where !place.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
               from line in File.ReadLines(file)
               where names.IsMatch(line)
               select $"{place}: {line.Trim()}";
    }

    // By its folder, LiYuan2017 and LiYuan; by its citation, Li & Yuan, Li and Yuan; and what is called a thesis is one of ours.
    private static Regex Names()
    {
        IEnumerable<string> folders = Folders().Select(f => $@"\b{Regex.Escape(f.TrimEnd("0123456789".ToCharArray()))}(?![a-z])"),
            citations = Citations().Select(c => string.Join(@"(?:\s|&amp;|&|and)+", Words().Matches(c).Select(m => m.Value))).Select(c => $@"\b{c}\b");
        return new Regex(string.Join('|', [.. folders, .. citations, @"\b[Tt]hesis\b"]), RegexOptions.CultureInvariant);
    }

    // One folder a document, and conjectures, which are no paper.
    private static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "specs")).Select(f => Path.GetFileName(f)!).Where(f => f is not ("obj" or "bin" or "Conjectures"));

    private static IEnumerable<string> Citations() =>
        Catalogue.Of(typeof(SpecsAssembly).Assembly).Claims.Select(c => c.Source.Document.Citation).Distinct(StringComparer.Ordinal).Where(c => c != "Conjecture");

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
