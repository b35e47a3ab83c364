using System.Text;

namespace ResLinkProofs.Testing.Snapshots;

/// <summary>A folder of snapshots, and the comparison of received text with them.</summary>
/// <param name="folder">The folder; created when something is first written.</param>
/// <param name="mode">Whether a difference fails or is accepted.</param>
public sealed class SnapshotStore(string folder, SnapshotMode mode)
{
    private const string Verified = ".verified.txt";
    private const string Received = ".received.txt";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Compares a text with its snapshot: line by line, numbers within the tolerance that the snapshot states.</summary>
    /// <param name="text">The text; line ends and trailing empty lines do not count.</param>
    /// <param name="name">Relative path without extension: segments of letters, digits and <c>. _ - +</c>, separated by <c>/</c>.</param>
    /// <exception cref="SnapshotException">In <see cref="SnapshotMode.Compare"/>: the snapshot is missing or differs.</exception>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    public void Verify(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        string stem = Path.Combine(folder, CheckedName(name));
        string received = Normalize(text);
        string? verified = File.Exists(stem + Verified) ? ReadStrictly(stem + Verified) : null;
        if (verified is not null && SnapshotLine.AllMatch(verified, received))
        {
            File.Delete(stem + Received);
            return;
        }

        string target = stem + (mode == SnapshotMode.Accept ? Verified : Received);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string temporary = target + ".tmp";
        File.WriteAllText(temporary, received, StrictUtf8);
        File.Move(temporary, target, overwrite: true);
        if (mode == SnapshotMode.Accept)
        {
            File.Delete(stem + Received);
            return;
        }

        throw new SnapshotException($"""
            {(verified is null ? "Missing snapshot" : "Snapshot differs")}: {name}
              verified: {stem + Verified}
              received: {stem + Received}
              to accept after reading the difference: SNAPSHOT_ACCEPT=1 dotnet test (has no effect where CI is set)
            {SnapshotDifference.Render(verified ?? "", received)}
            """);
    }

    /// <summary>Names of snapshots in the folder that no test expects any more, in ordinal order.</summary>
    /// <param name="expected">Every name that the tests verify.</param>
    public IReadOnlyList<string> Orphans(IEnumerable<string> expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var known = new HashSet<string>(expected, StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(folder, "*" + Verified, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)[..^Verified.Length].Replace('\\', '/'))
            .Where(name => !known.Contains(name))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Fails when the folder holds a snapshot that no test expects.</summary>
    /// <param name="expected">Every name that the tests verify.</param>
    /// <exception cref="SnapshotException">There is an orphan; the message lists all of them.</exception>
    public void VerifyNoOrphans(IEnumerable<string> expected)
    {
        IReadOnlyList<string> orphans = Orphans(expected);
        if (orphans.Count > 0)
        {
            throw new SnapshotException(
                $"{orphans.Count} orphaned snapshot(s) under {folder}: no test verifies them; delete them.\n  {string.Join("\n  ", orphans)}");
        }
    }

    private static string CheckedName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        foreach (string segment in name.Split('/'))
        {
            bool allowed = segment.Length > 0 && segment[0] != '.'
                && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+');
            if (!allowed)
            {
                throw new ArgumentException(
                    $"Snapshot name '{name}': each segment between '/' must be letters, digits and . _ - + and not start with a dot.", nameof(name));
            }
        }

        return name;
    }

    private static string ReadStrictly(string file)
    {
        string text;
        byte[] bytes = File.ReadAllBytes(file);
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new SnapshotException($"{file} is not UTF-8.");
        }

        if (text.StartsWith('\uFEFF') || text.Contains('\r'))
        {
            throw new SnapshotException($"{file} must be UTF-8 without byte order mark and with LF line ends.");
        }

        return Normalize(text);
    }

    private static string Normalize(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n') + "\n";
}
