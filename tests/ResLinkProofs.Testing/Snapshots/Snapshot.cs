namespace ResLinkProofs.Testing.Snapshots;

/// <summary>The repository's snapshots: the folder <c>snapshots/</c> beside <c>ResLinkProofs.sln</c>.</summary>
/// <remarks>
/// File conventions are those of Verify (<c>*.verified.txt</c>, <c>*.received.txt</c>, UTF-8 without byte order mark, LF).
/// The call is synchronous on purpose: a task that nobody awaits is a check that never fails.
/// </remarks>
public static class Snapshot
{
    /// <summary>Compares a text with the snapshot of that name.</summary>
    /// <param name="text">What was observed; see <see cref="SnapshotLine"/> for lines that carry a tolerance.</param>
    /// <param name="name">The snapshot's path below <c>snapshots/</c> without extension, e.g. <c>li-yuan/lemma-2.5.as-printed</c>.</param>
    /// <exception cref="SnapshotException">The snapshot is missing or differs.</exception>
    public static void Verify(string text, string name) => OfRepository().Verify(text, name);

    /// <summary>The store over the repository's folder, in the mode that the environment asks for.</summary>
    public static SnapshotStore OfRepository() =>
        new(Path.Combine(FindRepository(AppContext.BaseDirectory), "snapshots"),
            SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable));

    /// <summary>The nearest folder at or above <paramref name="start"/> that holds <c>ResLinkProofs.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string FindRepository(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ResLinkProofs.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder at or above '{start}' holds ResLinkProofs.sln.");
    }
}

/// <summary>A snapshot is missing or differs; the message says where, how, and how to accept the new text.</summary>
public sealed class SnapshotException(string message) : Exception(message);
