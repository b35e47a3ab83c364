using System.Text.Json;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Keeping;

namespace ResLinkProofs.Reports;

/// <summary>
/// A piece of recorded evidence as words, for people to compare with: whatever engines found it, and confirmed by nobody. No
/// verdict rests on it; what a verdict may rest on is read by the store, which has the kernel confirm it.
/// </summary>
/// <param name="Engine">Who found it.</param>
/// <param name="Finding">What it is.</param>
/// <param name="Summary">In words; for a witness without words, its coordinates.</param>
public sealed record RecordedEvidence(string Engine, string Finding, string Summary)
{
    /// <summary>
    /// What is recorded of a claim, in the order of the file; nothing when there is no file, and what is damaged is left out.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="recorded">Where verdicts are recorded, and evidence beside them.</param>
    public static IReadOnlyList<RecordedEvidence> Of(Claim claim, RecordedVerdicts recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.EvidenceFileOf(claim) is { } file && File.Exists(file) ? [.. File.ReadAllLines(file).SelectMany(Read)] : [];
    }

    private static RecordedEvidence[] Read(string line)
    {
        try
        {
            using var entry = JsonDocument.Parse(RecordLine.Unpack(line)?.Entry ?? "");
            return [.. entry.RootElement.GetProperty("pieces").EnumerateArray().Select(piece => new RecordedEvidence(
                piece.GetProperty("engine").GetString()!,
                piece.GetProperty("finding").GetString()!,
                piece.TryGetProperty("summary", out JsonElement summary) ? summary.GetString()! : Points(piece)))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }

    private static string Points(JsonElement piece) => piece.TryGetProperty("points", out JsonElement points)
        ? "at " + string.Join("; ", points.EnumerateArray().Select(
            p => string.Join(", ", p.GetProperty("coordinates").EnumerateArray().Select(c => c.GetString()))))
        : "";
}
