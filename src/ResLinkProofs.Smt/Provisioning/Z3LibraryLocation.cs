using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Smt.Provisioning;

/// <summary>
/// Where a shared library of Z3 may be: the package Microsoft.Z3 brings one for Windows and macOS; elsewhere it is the system's, or the
/// distribution's package is unpacked.
/// </summary>
public static class Z3LibraryLocation
{
    private const string Package = "libz3-4";

    /// <summary>Names for the loader of the system, and absolute paths, in the order in which they are tried.</summary>
    /// <param name="artifacts">The repository's <c>artifacts</c> folder, or null.</param>
    public static IReadOnlyList<string> Candidates(string? artifacts)
    {
        if (OperatingSystem.IsWindows())
        {
            return ["libz3"];
        }

        if (OperatingSystem.IsMacOS())
        {
            return ["libz3", "/opt/homebrew/lib/libz3.dylib", "/usr/local/lib/libz3.dylib"];
        }

        return ["libz3.so.4", "libz3.so", .. artifacts is null ? [] : Unpacked(artifacts)];
    }

    /// <summary>The one thing to do where there is no library.</summary>
    public static string Remedy =>
        OperatingSystem.IsMacOS() ? "Run: brew install z3"
        : OperatingSystem.IsWindows() ? "The package Microsoft.Z3 brings it: build anew, and keep libz3.dll beside the program"
        : new InstallCommand(Package) { Fedora = "z3-libs", Arch = "z3" }.Here is { } command ? $"Run: {command}"
        : "Put libz3.so.4, of your distribution's package of Z3 or of its release, where the loader finds it";

    /// <summary>Unpacks the distribution's package into <c>artifacts</c>, where there is one.</summary>
    /// <param name="artifacts">The repository's <c>artifacts</c> folder, or null to fetch nothing.</param>
    /// <returns>What went wrong, or null.</returns>
    internal static string? Fetch(string? artifacts)
    {
        if (artifacts is null || !DebianPackage.IsAvailable)
        {
            return "this system has no apt-get to fetch it with";
        }

        try
        {
            DebianPackage.Fetch(Package, artifacts);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProvisioningException)
        {
            return e.Message;
        }
    }

    // The folder below lib is named after the processor.
    private static string[] Unpacked(string artifacts)
    {
        string folder = Path.Combine(artifacts, Package, "usr", "lib");
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, "libz3.so.4", SearchOption.AllDirectories) : [];
        return [.. found.Select(Path.GetFullPath).Order(StringComparer.Ordinal)];
    }
}
