using ResLinkProofs.Claims;

namespace ResLinkProofs.Cli.Loading;

/// <summary>
/// The conjectures of a checkout, <c>specs/Conjectures</c>: classes and formula files, read and compiled when they are asked for. So
/// one that does not compile costs no other claim its verdict, and none waits for a build.
/// </summary>
internal static class ConjectureFolder
{
    /// <summary>The folder of the checkout that contains one of the given folders; null outside of one.</summary>
    /// <param name="starts">Folders to start from; parents are searched in turn.</param>
    public static string? Near(params IEnumerable<string> starts) =>
        starts.Select(Checkout.Above).OfType<string>().FirstOrDefault() is { } root ? Path.Combine(root, "specs", "Conjectures") : null;

    /// <summary>What it states, and what does not compile.</summary>
    /// <param name="folder">The folder, which need not exist; null for none.</param>
    public static (IReadOnlyList<SpecSource> Sources, IReadOnlyList<SpecFault> Faults) Read(string? folder) =>
        folder is null ? ([], []) : SpecFolder.Read("Conjectures", SpecFolder.FilesOf(folder));
}
