using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Judging;

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

    /// <summary>What a run came to as a whole, as one JSON object.</summary>
    /// <param name="results">The results.</param>
    public static string WriteTotals(IReadOnlyCollection<ClaimResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return JsonSerializer.Serialize(
            new
            {
                Claims = results.Count,
                Verdicts = results.GroupBy(r => r.Verdict).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString(), g => g.Count()),
                Solver = SolverTotals.Of(results) is { } totals ? SolverRow.Of(totals) : null,
                Seconds = Math.Round(results.Sum(r => r.Seconds), 3),
            },
            Options) + "\n";
    }

    private sealed record Row(
        string Id,
        string Reading,
        string Source,
        QuoteRow? Quote,
        string? Prefix,
        string Statement,
        SeverityRow? Severity,
        string? Correction,
        string Verdict,
        string? Expected,
        IReadOnlyList<string> Agreeing,
        IReadOnlyList<EvidenceRow> Evidence,
        SolverRow? Solver,
        CoqRow? Coq,
        string? Witness,
        double? Margin,
        double Seconds)
    {
        public static Row Of(ClaimResult result, RecordedVerdicts recorded) => new(
            result.Claim.Id,
            result.Claim.Reading.ToString(),
            result.Claim.Source.ToString(),
            result.Claim.Quote is { } quote ? new QuoteRow(quote.Clause, quote.Place) : null,
            result.Claim.Existential?.Prefix,
            result.Claim.Text,
            result.Claim.Severity is { } severity ? new SeverityRow(severity.Kind, severity.Detail) : null,
            result.Claim.Correction,
            result.Verdict.ToString(),
            recorded.Of(result.Claim)?.ToString(),
            result.Agreeing,
            [.. result.Evidence.Select(EvidenceRow.Of)],
            result.Evidence.Select(e => e.Solver).FirstOrDefault(s => s is not null) is { } solver ? SolverRow.Of(solver) : null,
            result.Coq is { } coq ? CoqRow.From(coq) : null,
            result.Witness,
            result.WorstMargin,
            Math.Round(result.Seconds, 3));
    }

    private sealed record QuoteRow(string Clause, string Place);

    private sealed record SeverityRow(string Kind, string Detail);

    private sealed record CoqRow(string Judge, string Outcome, int Accepted, int Of, string Detail, double Seconds)
    {
        public static CoqRow From(CoqOpinion opinion) => new(
            opinion.Judge, opinion.Outcome.ToString(), opinion.Accepted, opinion.Of, opinion.Detail, Math.Round(opinion.Seconds, 3));
    }

    private sealed record SolverRow(
        string Solver,
        long Queries,
        double QuerySeconds,
        long CertifiedPoints,
        long AskedPoints,
        long CertifiedBoxes,
        long CertifiedDomains,
        long Sizes,
        double LargestShare)
    {
        public static SolverRow Of(SolverFigures figures) => new(
            figures.Solver,
            figures.Queries,
            Math.Round(figures.QuerySeconds, 3),
            figures.CertifiedPoints,
            figures.AskedPoints,
            figures.CertifiedBoxes,
            figures.CertifiedDomains,
            figures.Sizes,
            figures.LargestShare);
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
