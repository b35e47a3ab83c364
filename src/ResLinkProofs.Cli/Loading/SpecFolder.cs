using ResLinkProofs.Claims;

namespace ResLinkProofs.Cli.Loading;

/// <summary>The folder <c>specs</c> of a checkout without its conjectures, compiled as it stands: what a build would bring.</summary>
internal static class SpecFolder
{
    /// <summary>What it states, and what does not compile.</summary>
    /// <param name="folder">The folder.</param>
    public static (IReadOnlyList<SpecSource> Sources, IReadOnlyList<SpecFault> Faults) Read(string folder)
    {
        string conjectures = Path.Combine(folder, "Conjectures") + Path.DirectorySeparatorChar;
        return Read("ResLinkProofs.Specs", FilesOf(folder).Where(file => !file.StartsWith(conjectures, StringComparison.Ordinal)));
    }

    /// <summary>What files state, and what does not compile: classes as one assembly, and each formula file by itself.</summary>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="files">The files, among them others that are left alone.</param>
    public static (IReadOnlyList<SpecSource> Sources, IReadOnlyList<SpecFault> Faults) Read(string name, IEnumerable<string> files)
    {
        ILookup<string, string> byKind = files.ToLookup(Path.GetExtension)!;
        var classes = SourceAssembly.Of(name, byKind[".cs"]);
        return (
            [
                .. classes.Assembly is { } assembly ? SpecSource.In(assembly) : [],
                .. byKind[".smt2"].Select(file => SpecSource.OfScript(file, () => File.ReadAllText(file))),
            ],
            [.. classes.Errors.Select(error => new SpecFault(error.File, error.Message))]);
    }

    /// <summary>The files below a folder in the order of their names, without what a build leaves there.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    public static IEnumerable<string> FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        IEnumerable<string> below = Directory.GetDirectories(folder).Where(f => Path.GetFileName(f) is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal).SelectMany(FilesOf);
        return Directory.GetFiles(folder).Order(StringComparer.Ordinal).Concat(below);
    }
}
