using System.Reflection;
using System.Text.RegularExpressions;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Smt;

namespace ResLinkProofs.Claims;

/// <summary>All claims of an assembly, found by looking for <see cref="ISpec"/>, in the order of their ids.</summary>
public sealed partial class Catalogue
{
    private Catalogue(IReadOnlyList<Claim> claims) => Claims = claims;

    /// <summary>The claims, ordered by id, then as printed before corrected.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Collects the claims of every spec in an assembly, and of every SMT-LIB script that it embeds.</summary>
    /// <param name="assembly">The assembly to search.</param>
    /// <exception cref="InvalidOperationException">A spec cannot be made, or two claims share id and
    /// reading, or a claim is malformed.</exception>
    public static Catalogue Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        IEnumerable<ISpec> specs = assembly.GetExportedTypes()
            .Where(t => t.IsClass && !t.IsAbstract && t.IsAssignableTo(typeof(ISpec)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(Create);
        return Of(specs.SelectMany(Stated).Concat(ScriptClaims.Of(assembly)));
    }

    /// <summary>Collects the claims of the given specs.</summary>
    /// <param name="specs">The specs.</param>
    /// <exception cref="InvalidOperationException">Two claims share id and reading, or a claim is malformed.</exception>
    public static Catalogue Of(IEnumerable<ISpec> specs) => Of(specs.SelectMany(Stated));

    private static IEnumerable<Claim> Stated(ISpec spec) => spec.Claims().Select(claim => claim with { Spec = spec.GetType() });

    private static Catalogue Of(IEnumerable<Claim> collected)
    {
        Claim[] claims = [.. collected.OrderBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Reading)];
        foreach (Claim claim in claims)
        {
            Validate(claim);
        }

        if (claims.GroupBy(c => (c.Id, c.Reading)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException(
                $"'{twice.Key.Id}' [{twice.First().ReadingText}] is stated {twice.Count()} times; give each its own label.");
        }

        var catalogue = new Catalogue(claims);
        foreach (Claim claim in claims)
        {
            if (claim.Derivation?.Premises.FirstOrDefault(glob => catalogue.Matching([glob]).Count == 0) is { } missing)
            {
                throw new InvalidOperationException(
                    $"'{claim.Id}' is derived from '{missing}', which matches no claim; correct the premise.");
            }
        }

        return catalogue;
    }

    /// <summary>The claims that a claim is derived from, without itself, ordered by id; none when it has no derivation.</summary>
    /// <param name="claim">A claim of this catalogue.</param>
    public IReadOnlyList<Claim> PremisesOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Derivation is { } derivation ? [.. Matching([.. derivation.Premises]).Where(premise => premise.Id != claim.Id)] : [];
    }

    /// <summary>The claims whose id matches one of the patterns; all claims for no pattern.</summary>
    /// <param name="patterns">Globs in which * stands for any characters and ? for one.</param>
    public IReadOnlyList<Claim> Matching(IReadOnlyCollection<string> patterns)
    {
        if (patterns.Count == 0)
        {
            return Claims;
        }

        Regex[] globs = [.. patterns.Select(p => new Regex(
            "^" + Regex.Escape(p).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))];
        return [.. Claims.Where(c => globs.Any(g => g.IsMatch(c.Id)))];
    }

    private static ISpec Create(Type type)
    {
        try
        {
            return (ISpec)Activator.CreateInstance(type)!;
        }
        catch (Exception e) when (e is MissingMethodException or TargetInvocationException)
        {
            throw new InvalidOperationException(
                $"The spec {type.FullName} needs a public parameterless constructor that does not throw.", e);
        }
    }

    private static void Validate(Claim claim)
    {
        if (!IdPattern().IsMatch(claim.Id))
        {
            throw new InvalidOperationException(
                $"'{claim.Id}' is no id: use lower-case letters, digits, dots and hyphens around one slash.");
        }

        if (claim.Correction is { } correction && string.IsNullOrWhiteSpace(correction))
        {
            throw new InvalidOperationException($"'{claim.Id}' is corrected but does not say what changed; set Correction.");
        }

        if (claim.Severity is not null && claim.Reading != Reading.AsPrinted)
        {
            throw new InvalidOperationException(
                $"'{claim.Id}' [{claim.ReadingText}] has a severity; only what is printed, and quoted, can be an error of its source.");
        }

        RequireNamedCases(claim);
    }

    // Exhaustiveness is the author's word: it has to be in the words that a reader sees.
    private static void RequireNamedCases(Claim claim)
    {
        if (claim.Proposition is SearchableProposition { CaseSets: var sets }
            && sets.FirstOrDefault(s => !claim.Text.Contains(s, StringComparison.Ordinal)) is { } missing)
        {
            throw new InvalidOperationException(
                $"The text of '{claim.Id}' does not name its cases; write '{missing}' into it, or claim a family with ForEach.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]+/[a-z0-9.-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
