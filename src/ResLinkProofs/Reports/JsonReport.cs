using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports;

/// <summary>Writes results as JSON: an array of objects whose field names are part of the command-line contract.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // mathematical symbols stay readable
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The JSON text.</summary>
    /// <param name="results">The results, in order.</param>
    /// <param name="recorded">The recorded verdicts.</param>
    public static string Write(IEnumerable<ClaimResult> results, RecordedVerdicts recorded) =>
        JsonSerializer.Serialize(results.Select(r => Row.Of(r, recorded)), Options) + "\n";

    private sealed record Row(
        string Id,
        string Reading,
        string Source,
        string Statement,
        string? Correction,
        string Verdict,
        string? Expected,
        IReadOnlyList<EvidenceRow> Evidence,
        string? Witness,
        double? Margin,
        double Seconds)
    {
        public static Row Of(ClaimResult result, RecordedVerdicts recorded) => new(
            result.Claim.Id,
            result.Claim.Reading.ToString(),
            result.Claim.Source.ToString(),
            result.Claim.Text,
            result.Claim.Correction,
            result.Verdict.ToString(),
            recorded.Of(result.Claim)?.ToString(),
            [.. result.Evidence.Select(EvidenceRow.Of)],
            result.Witness,
            result.WorstMargin,
            Math.Round(result.Seconds, 3));
    }

    private sealed record EvidenceRow(
        string Engine, string Finding, string Summary, string? Witness, double? Margin, string? At, IReadOnlyDictionary<string, long> Work)
    {
        public static EvidenceRow Of(Evidence evidence) => new(
            evidence.Engine,
            evidence.Finding.ToString(),
            evidence.Summary,
            evidence.Witness,
            evidence.WorstMargin,
            evidence.WorstPoint,
            evidence.Work.ToDictionary(w => w.Unit, w => w.Amount));
    }
}
