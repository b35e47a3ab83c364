using ResLinkProofs.Claims;

namespace ResLinkProofs.Reports.Site;

/// <summary>What a checkout has recorded and the site shows beside the results. Nothing of it moves a verdict.</summary>
public sealed record SiteMaterial
{
    /// <summary>Plots of recorded runs as SVG, by the experiment's name.</summary>
    public IReadOnlyDictionary<string, string> Plots { get; init; } = new Dictionary<string, string>();

    /// <summary>Plots of recorded frontiers as SVG, by the claim's id with a hyphen for the slash.</summary>
    public IReadOnlyDictionary<string, string> Frontiers { get; init; } = new Dictionary<string, string>();

    /// <summary>What became of nearly the same claims, a line each, by the claim's id and reading.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Twins { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The numbered statements of documents, by the document's slug.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NumberedStatement>> Statements { get; init; } =
        new Dictionary<string, IReadOnlyList<NumberedStatement>>();

    /// <summary>What lies in a checkout.</summary>
    /// <param name="root">Its folder; null for none.</param>
    public static SiteMaterial In(string? root) => root is null ? new SiteMaterial() : new SiteMaterial
    {
        // An experiment's own plot is named like the folder of its run.
        Plots = Files(root, "snapshots/experiments", "*.svg")
            .Where(file => Path.GetFileNameWithoutExtension(file) == Path.GetFileName(Path.GetDirectoryName(file)))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText),
        Frontiers = Files(root, "snapshots/frontiers", "*-frontier.svg")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file)[..^"-frontier".Length], File.ReadAllText),
        Twins = Files(root, "snapshots/twins", "*.txt").SelectMany(file => TwinsOf(File.ReadAllLines(file)))
            .ToDictionary(twin => twin.Claim, twin => twin.Lines),
        Statements = Files(root, "docs/coverage", "*.txt")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => NumberedStatement.ReadAll(File.ReadAllText(file))),
    };

    // A claim stands at the beginning of a line, its twins are set in below it.
    private static IEnumerable<(string Claim, IReadOnlyList<string> Lines)> TwinsOf(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] != ' ' && lines[i].EndsWith(']'))
            {
                string[] twins =
                    [.. lines.Skip(i + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim())];
                yield return (lines[i], twins);
            }
        }
    }

    private static IEnumerable<string> Files(string root, string folder, string pattern) =>
        Path.Combine(root, folder) is var path && Directory.Exists(path)
            ? Directory.GetFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
