using System.Reflection;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Claims;

/// <summary>Something that states claims: a spec, or an SMT-LIB script. Stating them may fail, and then it is named.</summary>
/// <param name="Name">The full name of the spec's class, or the file of the script.</param>
/// <param name="State">States the claims; what it throws is the spec's own fault.</param>
public sealed record SpecSource(string Name, Func<IEnumerable<Claim>> State)
{
    /// <summary>All specs of an assembly by the names of their classes, then all scripts that it embeds.</summary>
    /// <param name="assembly">The assembly.</param>
    public static IEnumerable<SpecSource> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetExportedTypes()
            .Where(t => t.IsClass && !t.IsAbstract && t.IsAssignableTo(typeof(ISpec)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(type => new SpecSource(type.FullName!, () => Stated(Create(type))))
            .Concat(ScriptClaims.In(assembly));
    }

    /// <summary>A spec that is there already.</summary>
    /// <param name="spec">The spec.</param>
    public static SpecSource Of(ISpec spec) => new(spec.GetType().FullName!, () => Stated(spec));

    /// <summary>A script.</summary>
    /// <param name="file">Its file, which messages name.</param>
    /// <param name="text">Reads its text.</param>
    public static SpecSource OfScript(string file, Func<string> text) =>
        new(file, () => [ScriptClaims.Of(SmtScriptReader.Read(text(), file))]);

    private static IEnumerable<Claim> Stated(ISpec spec) => spec.Claims().Select(claim => claim with { Spec = spec.GetType() });

    private static ISpec Create(Type type)
    {
        try
        {
            return (ISpec)Activator.CreateInstance(type)!;
        }
        catch (MissingMethodException e)
        {
            throw new InvalidOperationException("a spec needs a public constructor without parameters", e);
        }
    }
}
