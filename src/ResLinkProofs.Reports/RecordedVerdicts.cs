using ResLinkProofs.Claims;

namespace ResLinkProofs.Reports;

/// <summary>The verdicts recorded in the <c>snapshots</c> folder of a checkout.</summary>
public sealed class RecordedVerdicts
{
    private readonly string? _folder;

    private RecordedVerdicts(string? folder) => _folder = folder;

    /// <summary>True when a checkout with snapshots was found.</summary>
    public bool Exist => _folder is not null;

    /// <summary>Looks for the checkout that contains one of the given folders.</summary>
    /// <param name="starts">Folders to start from, e.g. the current one; parents are searched in turn.</param>
    public static RecordedVerdicts Near(params IEnumerable<string> starts)
    {
        foreach (string start in starts)
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string snapshots = Path.Combine(folder.FullName, "snapshots");
                if (File.Exists(Path.Combine(folder.FullName, "ResLinkProofs.sln")) && Directory.Exists(snapshots))
                {
                    return new RecordedVerdicts(snapshots);
                }
            }
        }

        return new RecordedVerdicts(null);
    }

    /// <summary>The verdicts recorded in a folder.</summary>
    /// <param name="folder">The folder; null for none, in which nothing is recorded.</param>
    public static RecordedVerdicts In(string? folder) => new(folder);

    /// <summary>
    /// The nearest folder named <c>snapshots</c> beside a file or a folder, or beside one that contains it; null for none.
    /// </summary>
    /// <param name="path">The file or folder, e.g. an assembly that was built somewhere in a project.</param>
    public static string? FolderAbove(string path)
    {
        for (DirectoryInfo? folder = Directory.GetParent(Path.GetFullPath(path)); folder is not null; folder = folder.Parent)
        {
            string snapshots = Path.Combine(folder.FullName, "snapshots");
            if (Directory.Exists(snapshots))
            {
                return snapshots;
            }
        }

        return null;
    }

    /// <summary>The recorded verdict of a claim, or null when none is recorded.</summary>
    /// <param name="claim">The claim.</param>
    public Verdict? Of(Claim claim) => TextOf(claim) is { } text ? VerdictSnapshot.ReadVerdict(text) : null;

    /// <summary>The recorded witness of a claim, or null when none is recorded.</summary>
    /// <param name="claim">The claim.</param>
    public string? WitnessOf(Claim claim) => TextOf(claim) is { } text ? VerdictSnapshot.ReadWitness(text) : null;

    /// <summary>
    /// True when what is recorded was recorded of another formal statement under the same id: a range,
    /// a hypothesis or a constant has changed since.
    /// </summary>
    /// <param name="claim">The claim.</param>
    public bool IsOfAnotherStatement(Claim claim) =>
        TextOf(claim) is { } text && VerdictSnapshot.ReadFormalDigest(text) is { } digest && digest != VerdictSnapshot.FormalDigest(claim);

    /// <summary>The file of a claim's recorded evidence, which need not exist; null where nothing is recorded.</summary>
    internal string? EvidenceFileOf(Claim claim) =>
        _folder is null ? null : Path.Combine(_folder, "evidence", VerdictSnapshot.Name(claim) + ".txt");

    private string? TextOf(Claim claim)
    {
        if (_folder is null)
        {
            return null;
        }

        string file = Path.Combine(_folder, VerdictSnapshot.Name(claim) + ".verified.txt");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
