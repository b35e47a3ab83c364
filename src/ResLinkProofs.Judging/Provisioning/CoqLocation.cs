namespace ResLinkProofs.Judging.Provisioning;

/// <summary>Finds <c>coqc</c>: on the path, else among what was provisioned before.</summary>
public static class CoqLocation
{
    /// <summary>The name of the tree of packages below the <c>artifacts</c> folder.</summary>
    public const string Tree = "coq";

    /// <summary>The first <c>coqc</c> on a search path, as it was installed.</summary>
    /// <param name="searchPath">Folders in the notation of the system; null and empty mean none.</param>
    /// <returns>The program, or null.</returns>
    public static CoqProgram? OnPath(string? searchPath)
    {
        string name = OperatingSystem.IsWindows() ? "coqc.exe" : "coqc";
        string? found = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(Path.IsPathFullyQualified) // a relative entry would mean another program in another folder
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new CoqProgram(found, null);
    }

    /// <summary>The program that <see cref="CoqProvider"/> has fetched below a folder, or null.</summary>
    /// <param name="artifacts">The repository's <c>artifacts</c> folder.</param>
    public static CoqProgram? Provisioned(string artifacts)
    {
        string root = Path.GetFullPath(Path.Combine(artifacts, Tree));
        string program = Path.Combine(root, "usr", "bin", "coqc");
        return File.Exists(program) ? new CoqProgram(program, Path.Combine(root, "usr", "lib", "ocaml")) : null;
    }
}
