using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>
/// Marks a method whose parameters FsCheck generates. Stand-in for the attribute of the FsCheck.Xunit package, with its
/// names, so that the package replaces this folder by a package reference.
/// </summary>
/// <remarks>
/// The seed is a function of the method's full name, so every run draws the same cases. There is deliberately no
/// <c>Replay</c> property: a replay string left in source runs one case and can hide a false property. A failure prints a
/// <c>FSCHECK_REPLAY=seed,gamma,size</c> line; that environment variable repeats the failing case.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "ResLinkProofs.Testing")]
public sealed class PropertyAttribute : FactAttribute
{
    /// <summary>Number of generated cases, at least 1; the default is 100.</summary>
    public int MaxTest { get; set; } = 100;

    /// <summary>Size of the first case, at least 0; the default is 1.</summary>
    public int StartSize { get; set; } = 1;

    /// <summary>Size of the last case, at least <see cref="StartSize"/>; the default is 100.</summary>
    public int EndSize { get; set; } = 100;

    /// <summary>Types whose public static members of type <c>Arbitrary</c> generate the arguments; the first wins.</summary>
    public Type[] Arbitrary { get; set; } = [];
}

/// <summary>Generators shared by every property of a class; those of the method's own attribute come first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PropertiesAttribute : Attribute
{
    /// <summary>Types whose public static members of type <c>Arbitrary</c> generate the arguments.</summary>
    public Type[] Arbitrary { get; set; } = [];
}
