using System.Reflection;
using System.Text.RegularExpressions;
using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Claims;

/// <summary>All claims of an assembly, found by looking for <see cref="ISpec"/>, in the order of their ids.</summary>
public sealed partial class Catalogue
{
    private Catalogue(IReadOnlyList<Claim> claims) => Claims = claims;

    /// <summary>The claims, ordered by id, then as printed before corrected.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Collects the claims of every spec in assemblies, and of every SMT-LIB script that they embed.</summary>
    /// <param name="assembly">An assembly to search.</param>
    /// <param name="more">Further ones.</param>
    /// <exception cref="InvalidOperationException">A spec cannot be made or throws, or two claims share id and
    /// reading, or a claim is malformed.</exception>
    public static Catalogue Of(Assembly assembly, params Assembly[] more) => Whole(more.Prepend(assembly).SelectMany(SpecSource.In));

    /// <summary>Collects the claims of the given specs.</summary>
    /// <param name="specs">The specs.</param>
    /// <exception cref="InvalidOperationException">A spec throws, or two claims share id and reading, or a claim is malformed.</exception>
    public static Catalogue Of(IEnumerable<ISpec> specs) => Whole(specs.Select(SpecSource.Of));

    /// <summary>
    /// Collects the claims of all sources that can be used, and says of every other what is wrong with it. Where two state the same
    /// claim, the earlier one stands.
    /// </summary>
    /// <param name="sources">The sources.</param>
    /// <param name="faults">What is wrong with those that are left out, in the order in which it was found.</param>
    public static Catalogue Of(IEnumerable<SpecSource> sources, out IReadOnlyList<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var found = new List<SpecFault>();
        var claims = new List<(Claim Claim, SpecSource Source)>();
        var known = new HashSet<(string, Reading)>();
        foreach (SpecSource source in sources)
        {
            try
            {
                Claim[] stated = [.. source.State()];
                Array.ForEach(stated, Validate);
                RequireNew(stated, known);
                claims.AddRange(stated.Select(claim => (claim, source)));
            }
            catch (Exception e) when (e is not OutOfMemoryException) // a spec is anybody's code
            {
                found.Add(SpecFault.Of(source, e));
            }
        }

        while (WithoutPremise(claims) is { Claim: { } lost, Missing: { } missing, Source: { } source })
        {
            claims.RemoveAll(c => ReferenceEquals(c.Claim, lost));
            found.Add(new SpecFault(source.Name, $"'{lost.Id}' is derived from '{missing}', which matches no claim; correct the premise."));
        }

        faults = found;
        return Ordered(claims);
    }

    private static Catalogue Whole(IEnumerable<SpecSource> sources)
    {
        Catalogue catalogue = Of(sources, out IReadOnlyList<SpecFault> faults);
        return faults.Count == 0 ? catalogue : throw new InvalidOperationException(faults[0].ToString(), faults[0].Cause);
    }

    private static Catalogue Ordered(IEnumerable<(Claim Claim, SpecSource Source)> claims) =>
        new([.. claims.Select(c => c.Claim).OrderBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Reading)]);

    private static void RequireNew(Claim[] stated, HashSet<(string, Reading)> known)
    {
        if (stated.GroupBy(c => (c.Id, c.Reading)).FirstOrDefault(g => g.Count() > 1 || known.Contains(g.Key)) is { } twice)
        {
            throw new InvalidOperationException(
                $"'{twice.Key.Id}' [{twice.First().ReadingText}] is stated more than once; give each its own label.");
        }

        known.UnionWith(stated.Select(c => (c.Id, c.Reading)));
    }

    private static (Claim? Claim, string? Missing, SpecSource? Source) WithoutPremise(List<(Claim Claim, SpecSource Source)> claims)
    {
        Catalogue catalogue = Ordered(claims);
        foreach ((Claim claim, SpecSource source) in claims)
        {
            if (claim.Derivation?.Premises.FirstOrDefault(glob => catalogue.Matching([glob]).Count == 0) is { } missing)
            {
                return (claim, missing, source);
            }
        }

        return default;
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
