using System.Reflection;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// The version of everything that evidence depends on: a hash of the sources of all rooms that this
/// assembly references, which the build computes. Nobody has to remember to raise it.
/// </summary>
public static class EngineVersion
{
    private const string Name = "EngineSources";

    /// <summary>The hash, 64 hexadecimal digits.</summary>
    public static string Current { get; } = typeof(EngineVersion)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == Name)?.Value is { Length: 64 } hash
        ? hash
        : throw new InvalidOperationException(
            $"The assembly {typeof(EngineVersion).Assembly.GetName().Name} was built without the hash of its sources; "
                + "build it from its project file.");
}
