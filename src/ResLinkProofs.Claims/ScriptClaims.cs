using System.Reflection;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Claims;

/// <summary>
/// Conjectures that are SMT-LIB 2 files: a script asserts the hypotheses and the negated conclusion, and the claim is that it is
/// unsatisfiable. The scripts are resources of the specs assembly, which embeds every <c>.smt2</c> file of its folder.
/// </summary>
public static class ScriptClaims
{
    private const string Extension = ".smt2";

    /// <summary>All scripts that an assembly embeds, in the order of their names.</summary>
    /// <param name="assembly">The assembly.</param>
    public static IEnumerable<SpecSource> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => SpecSource.OfScript(name, () => TextOf(assembly, name)));
    }

    /// <summary>The claim of one script; its label is the file's name.</summary>
    /// <param name="script">The script.</param>
    /// <exception cref="SmtInputException">The script does not ask exactly one question.</exception>
    public static Claim Of(SmtScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        string name = Path.GetFileNameWithoutExtension(script.File);
        return new Claim
        {
            Source = new Source(new Document("conjecture", script.Source ?? "Conjecture"), name.Replace('_', ' ')),
            Text = $"The assertions of {Path.GetFileName(script.File)} are unsatisfiable.",
            Proposition = StatementProposition.Of(ScriptStatement.Unsatisfiable(script)),
        };
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
