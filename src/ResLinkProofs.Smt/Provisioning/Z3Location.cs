namespace ResLinkProofs.Smt.Provisioning;

/// <summary>Finds the <c>z3</c> program: on the path, else among what was provisioned before.</summary>
public static class Z3Location
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The absolute path of the first <c>z3</c> on a search path.</summary>
    /// <param name="searchPath">Folders in the notation of the system; null and empty mean none.</param>
    /// <returns>The path, or null.</returns>
    public static string? OnPath(string? searchPath)
    {
        string name = OperatingSystem.IsWindows() ? "z3.exe" : "z3";
        return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(Path.IsPathFullyQualified) // a relative entry would mean another program in another folder
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(IsExecutable);
    }

    /// <summary>The program that <see cref="Z3Provider"/> has fetched below a folder, or null.</summary>
    /// <param name="artifacts">The repository's <c>artifacts</c> folder.</param>
    public static string? Provisioned(string artifacts)
    {
        string program = Path.Combine(artifacts, "z3", "usr", "bin", "z3");
        return IsExecutable(program) ? Path.GetFullPath(program) : null;
    }

    private static bool IsExecutable(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Execute) != 0);
}
