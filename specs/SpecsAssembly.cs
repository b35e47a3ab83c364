namespace ResLinkProofs.Specs;

/// <summary>Marks the assembly in which specs are discovered.</summary>
public static class SpecsAssembly
{
}
