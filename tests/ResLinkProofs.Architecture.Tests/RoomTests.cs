using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Architecture.Tests;

/// <summary>The rooms of the house and what leads from one to the other.</summary>
public partial class RoomTests
{
    private static readonly string[] Folders = ["src", "specs"];
    private static readonly string Root = Snapshot.FindRepository(AppContext.BaseDirectory);

    [Fact]
    public void No_two_folders_beside_each_other_use_each_other_in_a_ring()
    {
        IReadOnlyCollection<Arrow> arrows = TypeArrows.Of(Assemblies());
        Assert.True(arrows.Count > 100, $"only {arrows.Count} arrows were seen");
        Assert.Empty(Rings.In(Rings.BetweenSiblings(arrows)));
    }

    /// <summary>Positive control: one arrow back makes the rings that it closes visible, whatever lies between.</summary>
    [Fact]
    public void An_arrow_back_is_seen()
    {
        Arrow back = new("ResLinkProofs.Kernel.Terms", "ResLinkProofs.Claims.Checking", "a term that asks a checker");
        IReadOnlyList<Arrow> rings = Rings.In(Rings.BetweenSiblings([.. TypeArrows.Of(Assemblies()), back]));
        Assert.Contains(rings, a => a.From == "ResLinkProofs.Kernel" && a.To == "ResLinkProofs.Claims");
        Assert.Contains(rings, a => a.From == "ResLinkProofs.Claims" && a.To == "ResLinkProofs.Proving");
    }

    [Fact]
    public void A_folder_and_its_own_cupboards_are_one_room()
    {
        List<Arrow> oneWay = [new("A", "A.B", "face"), new("A.B", "A", "foundation"), new("A.B", "A.C", "one way")];
        Assert.Empty(Rings.In(Rings.BetweenSiblings(oneWay)));
        IReadOnlyList<Arrow> ring = Rings.In(Rings.BetweenSiblings([.. oneWay, new("A.C.D", "A.B.E", "back")]));
        Assert.Equal("A.B, A.C", string.Join(", ", ring.Select(a => a.From)));
    }

    [Fact]
    public void The_picture_shows_the_references_between_projects()
    {
        string picture = File.ReadAllText(Path.Combine(Root, "docs", "architecture.md"));
        string[] drawn = [.. Drawn().Matches(picture).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}").Order(StringComparer.Ordinal)];
        string[] real = [.. Projects().SelectMany(p => References(p).Select(r => $"{Name(p)} --> {Name(r)}")).Order(StringComparer.Ordinal)];
        Assert.Equal(real, drawn);
    }

    private static IEnumerable<string> Projects() =>
        Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.csproj", SearchOption.AllDirectories));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value);

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project).Replace("ResLinkProofs.", "", StringComparison.Ordinal);

    private static IEnumerable<string> Assemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(f => Ours().IsMatch(Path.GetFileName(f)));

    [GeneratedRegex(@"^\s*(\w+) --> (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Drawn();

    [GeneratedRegex(@"^(ResLinkProofs\.(?!Testing|Architecture)\w+|reslink)\.dll$")]
    private static partial Regex Ours();
}
