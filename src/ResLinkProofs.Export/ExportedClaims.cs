using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Recurrences;

namespace ResLinkProofs.Export;

/// <summary>Claims on their way out.</summary>
/// <param name="Theorems">Their closed statements, with names that do not coincide.</param>
/// <param name="Inductions">What joins those that are obligations of an induction.</param>
public sealed record ExportedClaims(IReadOnlyList<ExportedTheorem> Theorems, IReadOnlyList<InductionExport> Inductions)
{
    /// <summary>The theorems and inductions of claims.</summary>
    /// <param name="claims">Claims that are made of closed statements.</param>
    /// <exception cref="UnsupportedShapeException">One of them is not.</exception>
    public static ExportedClaims Of(IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var names = new ExportedNames([]);
        var theorems = new List<ExportedTheorem>();
        var inductions = new List<InductionExport>();
        foreach (Claim claim in claims)
        {
            string stem = claim.Reading == Reading.Corrected ? $"{claim.Id} corrected" : claim.Id;
            string? name = claim.Proposition is RecurrenceProposition ? names.Take(stem) : null;
            ExportedTheorem[] own = [.. ExportedTheorem.Of(claim, names)];
            theorems.AddRange(own);
            if (claim.Proposition is RecurrenceProposition { Proof: { } proof } proposition)
            {
                string[] comments =
                [
                    $"{claim.Id} [{claim.ReadingText}]: {claim.Source}", claim.Text,
                    "N is the number of steps; the state and the inputs are sequences, and what is assumed is assumed up to N.",
                ];
                inductions.Add(new InductionExport(name!, comments, proposition.Recurrence, proof, own));
            }
        }

        return new(theorems, inductions);
    }
}
