using System.Globalization;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>The line of a reduction: its kind, the node, the order, and if it has one the anchor as in <see cref="ContactText"/>.</summary>
internal static class ReductionText
{
    public const string Word = "reduce";

    private static readonly Dictionary<string, ReductionKind> KindOf =
        Enum.GetValues<ReductionKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static string Print(Reduction reduction) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Word} {reduction.Kind.ToString().ToLowerInvariant()} {reduction.Node} {reduction.Order}"
            + $"{(reduction.Anchor is { } anchor ? ContactText.Print(anchor) : "")}");

    /// <summary>Reads the words of a line.</summary>
    /// <exception cref="FormatException">They are no reduction.</exception>
    public static Reduction Parse(string[] words, int line)
    {
        try
        {
            int at = 2;
            string Next() => at < words.Length ? words[at++] : throw new FormatException("the line ends early");
            ReductionKind kind = words.Length > 1 && KindOf.TryGetValue(words[1], out ReductionKind found)
                ? found
                : throw new FormatException("unknown kind");
            int node = ContactText.Index(Next()), order = ContactText.Index(Next());
            ContactAnchor? anchor = at < words.Length ? ContactText.ParseAnchor(Next, words.Length) : null;
            return at == words.Length ? new Reduction(kind, node, order, anchor) : throw new FormatException("the line goes on");
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new FormatException($"line {line}: a step '{Word}' has a kind, a node, an order and at most one anchor: {e.Message}", e);
        }
    }
}
