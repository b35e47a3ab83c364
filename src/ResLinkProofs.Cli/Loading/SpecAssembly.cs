using System.Reflection;
using System.Runtime.Loader;
using ResLinkProofs.Claims;

namespace ResLinkProofs.Cli.Loading;

/// <summary>An assembly of the user's own, and the claims that it states.</summary>
/// <param name="Sources">What states them.</param>
/// <param name="IsSelfContained">
/// True when its code reaches only itself, the library and the runtime. Kept evidence of a search is filed under the code of the
/// assembly that states the claim: where a further assembly has a say, none is kept.
/// </param>
internal sealed record SpecAssembly(IReadOnlyList<SpecSource> Sources, bool IsSelfContained)
{
    /// <summary>Loads an assembly and finds what states claims in it. The file is not held open, so that it can be built again.</summary>
    /// <param name="path">The assembly's file; what it needs beside the library lies next to it.</param>
    /// <exception cref="UsageException">It cannot be loaded, was built against another library, or has no spec.</exception>
    public static SpecAssembly Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"--assembly: there is no file '{path}'. Build the project first, e.g. dotnet build -c Release.");
        }

        try
        {
            Assembly assembly = new Context(path).LoadFromStream(
                new MemoryStream(File.ReadAllBytes(path)), SymbolsOf(path));
            SpecSource[] sources = [.. SpecSource.In(assembly)];
            return sources.Length > 0
                ? new SpecAssembly(sources, assembly.GetReferencedAssemblies().All(IsOfLibraryOrRuntime))
                : throw new UsageException($"--assembly: '{path}' states no claim: it needs a public class that implements ISpec.");
        }
        catch (BadImageFormatException)
        {
            throw new UsageException($"--assembly: '{path}' is no .NET assembly; give the .dll that building a spec project makes.");
        }
        catch (Exception e) when (e is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException)
        {
            throw new UsageException(
                $"--assembly: '{path}' does not fit this program ({e.Message.ReplaceLineEndings(" ")}). "
                    + "Build it against the ResLinkProofs package of the same version.");
        }
    }

    // With them a spec that throws is told with file and line.
    private static MemoryStream? SymbolsOf(string path) =>
        Path.ChangeExtension(path, ".pdb") is var symbols && File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols)) : null;

    private static bool IsOfLibraryOrRuntime(AssemblyName reference) =>
        reference.Name is { } name && (name is "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("ResLinkProofs.", StringComparison.Ordinal));

    // What this program has is this program's: a claim of the user's is then a claim to it. Everything else lies beside the assembly.
    private sealed class Context(string path) : AssemblyLoadContext(Path.GetFileName(path), isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(assemblyName);
            }
            catch (Exception e) when (e is FileNotFoundException or FileLoadException)
            {
                string beside = Path.Combine(Path.GetDirectoryName(path)!, assemblyName.Name + ".dll");
                return File.Exists(beside) ? LoadFromStream(new MemoryStream(File.ReadAllBytes(beside))) : null;
            }
        }
    }
}
