namespace ResLinkProofs.Cli;

/// <summary>The checkout in which the command runs.</summary>
internal static class Checkout
{
    /// <summary>The folder of <c>ResLinkProofs.sln</c>, at or above the current one.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find() => Above(Environment.CurrentDirectory) ?? throw new UsageException(
        $"No ResLinkProofs.sln at or above '{Environment.CurrentDirectory}': run this inside a checkout.");

    /// <summary>The folder of <c>ResLinkProofs.sln</c>, at or above a given one; null outside of a checkout.</summary>
    public static string? Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ResLinkProofs.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
