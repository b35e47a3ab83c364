namespace ResLinkProofs.Cli.Output;

/// <summary>Writes files that are either complete or not there.</summary>
internal static class AtomicFile
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

    public static void Write(string path, string text)
    {
        RequireFolder(path);
        string partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            File.WriteAllText(partial, text);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
