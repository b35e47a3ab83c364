using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Specs;

namespace ResLinkProofs.Cli.Commands;

/// <summary>Which claims a command is about.</summary>
internal static class Selection
{
    public static Argument<string[]> Globs { get; } = new("GLOB")
    {
        Description = "Ids of claims; * and ? are wildcards. All claims by default.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Catalogue Catalogue { get; } = Catalogue.Of(typeof(SpecsAssembly).Assembly);

    public static IReadOnlyList<Claim> Of(IReadOnlyCollection<string> globs)
    {
        foreach (string glob in globs)
        {
            if (glob.StartsWith('-'))
            {
                throw new UsageException($"Unknown option '{glob}'. 'reslink --help' lists the options of every command.");
            }

            if (Catalogue.Matching([glob]).Count == 0)
            {
                throw new UsageException($"No claim matches '{glob}'. {Suggestion(glob)}");
            }
        }

        return Catalogue.Matching(globs);
    }

    /// <summary>The ids closest to what was typed.</summary>
    public static string Suggestion(string id)
    {
        IEnumerable<string> nearest = Catalogue.Claims.Select(c => c.Id).Distinct()
            .OrderBy(known => Distance(known, id)).ThenBy(known => known, StringComparer.Ordinal).Take(3);
        return $"Did you mean {string.Join(", ", nearest)}? 'reslink list' shows all ids.";
    }

    // Levenshtein distance, row by row.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int substitution = diagonal + (char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substitution, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
