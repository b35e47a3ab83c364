using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace ResLinkProofs.Testing.Properties;

/// <summary>
/// The property of FsCheck.Xunit with a seed that is a function of its file's and its method's name, so that every run draws the same cases.
/// </summary>
/// <remarks>
/// There is nothing to set in source: a replay string left there runs one case and can hide a false property. A failure prints a line
/// <c>Replay: (seed,gamma,size)</c>; with that value in the environment variable <see cref="ReplayVariable"/> the failing case is repeated.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PropertyAttribute : FsCheck.Xunit.PropertyAttribute
{
    /// <summary>The environment variable from which, and only from which, a replay is taken: <c>(seed,gamma)</c> or <c>(seed,gamma,size)</c>.</summary>
    public const string ReplayVariable = "FSCHECK_REPLAY";

    /// <summary>A property with its own seed.</summary>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="method">Leave it to the compiler.</param>
    public PropertyAttribute([CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        Replay = Environment.GetEnvironmentVariable(ReplayVariable) is { Length: > 0 } given ? given : SeedOf(file, method);

    // The folder is not part of it: builds rewrite paths.
    private static string SeedOf(string file, string method)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Path.GetFileNameWithoutExtension(file)}.{method}"));
        return $"({BitConverter.ToUInt64(hash, 0)},{BitConverter.ToUInt64(hash, 8) | 1})"; // FsCheck requires an odd gamma
    }
}
