namespace ResLinkProofs.Provisioning;

/// <summary>Where a repository keeps what it fetches and makes: git ignores it.</summary>
public static class ArtifactsFolder
{
    /// <summary>The folder <c>artifacts</c> of the repository that holds a folder, or null outside of one.</summary>
    /// <param name="start">Any folder; <see cref="AppContext.BaseDirectory"/> for a program built in the repository.</param>
    public static string? Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ResLinkProofs.sln")))
            {
                return Path.Combine(folder.FullName, "artifacts");
            }
        }

        return null;
    }
}
