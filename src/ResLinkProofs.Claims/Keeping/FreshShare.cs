using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// Which claims are searched although evidence about them is kept: none, all, or one part of
/// several, so that N runs search every claim once.
/// </summary>
/// <param name="Part">The part, from 1 to <paramref name="Parts"/>; 0 for no claim.</param>
/// <param name="Parts">The number of parts, at least 1.</param>
public sealed record FreshShare(int Part, int Parts)
{
    /// <summary>No claim.</summary>
    public static FreshShare None { get; } = new(0, 1);

    /// <summary>All claims.</summary>
    public static FreshShare All { get; } = new(1, 1);

    /// <summary>Reads <c>I/N</c>, <c>all</c>, or nothing for no claim.</summary>
    /// <param name="text">The text; null or empty for no claim.</param>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static FreshShare Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return None;
        }

        return text == "all" ? All
            : text.Split('/') is [var part, var parts] && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int i)
                && int.TryParse(parts, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && i >= 1 && i <= n
                ? new FreshShare(i, n)
                : throw new FormatException($"'{text}' is no part of the claims; give I/N with 1 <= I <= N, such as 3/10.");
    }

    /// <summary>True when a claim is searched anew. Both readings of a statement fall into the same part.</summary>
    /// <param name="claim">The claim.</param>
    public bool Includes(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Part > 0 && SHA256.HashData(Encoding.UTF8.GetBytes(claim.Id))[0] % Parts == Part - 1;
    }
}
