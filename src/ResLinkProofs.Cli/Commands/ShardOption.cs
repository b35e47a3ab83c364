using System.CommandLine;
using System.Text.Json.Nodes;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Keeping;

namespace ResLinkProofs.Cli.Commands;

/// <summary>The option <c>--shard I/N</c>: one of N parts of a run, for <c>reslink merge</c> to put together.</summary>
internal static class ShardOption
{
    /// <summary>The field by which the rows of a part say which part they are of; a whole has none.</summary>
    public const string Field = "shard";

    public static Option<string?> Option { get; } = new("--shard")
    {
        Description = "Check one of N parts of the claims; 'reslink merge' puts the N tables of --json together.",
        HelpName = "I/N",
    };

    /// <summary>The part that is asked for; null for the whole.</summary>
    public static FreshShare? Of(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is not { } text)
        {
            return null;
        }

        try
        {
            return text.Contains('/', StringComparison.Ordinal) ? FreshShare.Parse(text) : throw new FormatException(
                $"'{text}' is no part of the claims; give I/N with 1 <= I <= N, such as 3/10.");
        }
        catch (FormatException e)
        {
            throw new UsageException($"--shard: {e.Message}");
        }
    }

    /// <summary>
    /// The claims of the part, and the selected ones by which derived ones among them stand: a verdict is to be that of a whole run.
    /// </summary>
    public static IReadOnlyList<Claim> WithPremises(FreshShare? shard, IReadOnlyList<Claim> selected, Catalogue catalogue)
    {
        if (shard is null)
        {
            return selected;
        }

        Claim[] own = [.. selected.Where(shard.Includes)];
        HashSet<Claim> wanted = new(own.Concat(own.SelectMany(catalogue.PremisesOf)), ReferenceEqualityComparer.Instance);
        return [.. selected.Where(wanted.Contains)];
    }

    /// <summary>The table of a part, with the part in every row.</summary>
    public static string Mark(FreshShare? shard, string json)
    {
        if (shard is null)
        {
            return json;
        }

        JsonArray rows = JsonNode.Parse(json)!.AsArray();
        foreach (JsonNode? row in rows)
        {
            row![Field] = $"{shard.Part}/{shard.Parts}";
        }

        return MergeCommand.Print(rows);
    }
}
