using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Cli.Output;

/// <summary>Writes what a command was asked for; where it goes is checked before any work is spent on it.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a path that cannot be written, before any work is spent on what should go there.</summary>
    public static void RequireFolder(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"Cannot write '{path}': the folder '{folder}' does not exist. Create it first.");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"Cannot write '{path}': it is a folder. Name a file in it.");
        }
    }

    /// <summary>Writes a file whole, or leaves what was there.</summary>
    public static void Write(string path, string text)
    {
        RequireFolder(path);
        AtomicFile.Write(path, text);
    }
}
