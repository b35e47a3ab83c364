namespace ResLinkProofs.Cli.Loading;

/// <summary>Files with their times and sizes. Looked at again and again, which works on every file system.</summary>
internal sealed class FolderState
{
    private readonly Dictionary<string, (DateTime Written, long Length)> _files = new(StringComparer.Ordinal);

    private FolderState()
    {
    }

    /// <summary>The state now.</summary>
    /// <param name="files">The files, which need not exist.</param>
    public static FolderState Of(IEnumerable<string> files)
    {
        var state = new FolderState();
        foreach (FileInfo info in files.Select(file => new FileInfo(file)).Where(info => info.Exists))
        {
            state._files[info.FullName] = (info.LastWriteTimeUtc, info.Length);
        }

        return state;
    }

    /// <summary>The files that are new, changed or gone since an earlier state.</summary>
    public IReadOnlyList<string> Since(FolderState earlier) =>
    [
        .. _files.Keys.Union(earlier._files.Keys)
            .Where(file => !_files.TryGetValue(file, out var now) || !earlier._files.TryGetValue(file, out var before) || now != before)
            .Order(StringComparer.Ordinal),
    ];
}
