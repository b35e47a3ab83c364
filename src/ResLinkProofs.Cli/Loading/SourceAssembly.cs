using System.Reflection;
using System.Runtime.Loader;

namespace ResLinkProofs.Cli.Loading;

/// <summary>
/// Source files of specs, compiled when they are asked for. What does not compile is set aside with its errors, and the rest is
/// compiled without it.
/// </summary>
/// <param name="Assembly">The assembly; null where nothing compiles, or nothing is there.</param>
/// <param name="Errors">The errors in what was set aside.</param>
internal sealed record SourceAssembly(Assembly? Assembly, IReadOnlyList<CompilerError> Errors)
{
    /// <summary>Compiles files.</summary>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="files">The files.</param>
    public static SourceAssembly Of(string name, IEnumerable<string> files)
    {
        List<string> left = [.. files];
        var errors = new List<CompilerError>();
        if (left.Count > 0 && CSharpCompiler.Find() is null)
        {
            return new(null, [new("", $"{string.Join(", ", left)}: there is no compiler here; install the .NET SDK of this runtime.")]);
        }

        while (left.Count > 0)
        {
            (byte[] assembly, byte[] symbols, IReadOnlyList<CompilerError> found) =
                CSharpCompiler.Compile(CSharpCompiler.Find()!, name, left);
            if (found.Count == 0)
            {
                return new(new Context(name).LoadFromStream(new MemoryStream(assembly), new MemoryStream(symbols)), errors);
            }

            errors.AddRange(found);
            if (left.RemoveAll(file => found.Any(e => e.File == Path.GetFullPath(file))) == 0)
            {
                break; // no file is to blame
            }
        }

        return new(null, errors);
    }

    // Collectible: a file that is edited again and again is loaded as often. What this program has is this program's.
    private sealed class Context(string name) : AssemblyLoadContext(name, isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => null;
    }
}
