namespace ResLinkProofs.Cli.Output;

/// <summary>Writes files that are either complete or not there.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"Cannot write '{path}': the folder '{folder}' does not exist. Create it first.");
        }

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
