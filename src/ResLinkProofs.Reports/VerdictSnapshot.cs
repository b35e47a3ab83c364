using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports;

/// <summary>
/// The stable facts of a result as the text of a snapshot: what was claimed, in which reading, the verdict, and the witness or
/// the tightness. Neither times nor work counts are in it.
/// </summary>
public static class VerdictSnapshot
{
    // A search on another machine may come a little closer or stay a little further away; a shift beyond this is news.
    private const double MarginTolerance = 0.02;

    /// <summary>The path of a claim's snapshot under the folder of snapshots, without extension.</summary>
    /// <param name="claim">The claim.</param>
    public static string Name(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return $"{claim.Id}.{claim.ReadingText.Replace(' ', '-')}";
    }

    /// <summary>The text of a result's snapshot.</summary>
    /// <param name="result">The result, at the default budget and seed.</param>
    public static string Render(ClaimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        Line("claim", result.Claim.Id);
        Line("reading", result.Claim.ReadingText);
        Line("source", result.Claim.Source.ToString());
        if (result.Claim.Quote is { } quote)
        {
            Line("printed", quote.ToString());
        }

        if (result.Claim.Existential is { } exists)
        {
            Line("prefix", exists.Prefix);
        }

        Line("statement", result.Claim.Text);
        if (result.Claim.Correction is { } correction)
        {
            Line("correction", correction);
        }

        Line("formal", FormalDigest(result.Claim));
        Line("verdict", result.Verdict.ToString());
        if (result.Witness is { } witness)
        {
            Line("witness", witness);
        }
        else if (result.WorstMargin is { } margin && double.IsFinite(margin))
        {
            Line("least relative margin", $"{Rounded(margin)} ± {MarginTolerance.ToString(CultureInfo.InvariantCulture)}");
        }

        return text.ToString();

        void Line(string name, string value) => text.Append(name).Append(": ").Append(value).Append('\n');
    }

    /// <summary>
    /// A digest of the claim's formal content: it changes when a range, a hypothesis or a constant does, whatever the wording.
    /// </summary>
    /// <param name="claim">The claim.</param>
    public static string FormalDigest(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(claim.Proposition.FormalText)))[..16];
    }

    /// <summary>The digest that a snapshot records, or null when it records none.</summary>
    /// <param name="text">The text of a snapshot.</param>
    public static string? ReadFormalDigest(string text) => Field(text, "formal");

    /// <summary>The verdict that a snapshot records, or null when it records none.</summary>
    /// <param name="text">The text of a snapshot.</param>
    public static Verdict? ReadVerdict(string text) => Enum.TryParse(Field(text, "verdict"), out Verdict verdict) ? verdict : null;

    /// <summary>The witness that a snapshot records, or null when it records none.</summary>
    /// <param name="text">The text of a snapshot.</param>
    public static string? ReadWitness(string text) => Field(text, "witness");

    private static string? Field(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        string start = name + ": ";
        return text.Split('\n').FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim();
    }

    private static string Rounded(double value) => (Math.Round(value, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture);
}
