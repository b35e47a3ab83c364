namespace ResLinkProofs.Claims;

/// <summary>
/// The clause of a source that a claim as printed encodes: what stands beside our paraphrase, so
/// that a reader can judge whether it is fair.
/// </summary>
public sealed record Quote
{
    private static readonly string[] Kinds =
        [
            "Abstract", "Section", "Definition", "Lemma", "Theorem", "Corollary", "Remark",
            "Equation", "Figure", "Table", "Main Theorem", "Proof",
        ];

    /// <summary>A clause and its place.</summary>
    /// <param name="clause">One short clause in the source's words; formulas in Unicode.</param>
    /// <param name="place">Where it stands: a kind of place and its number, such as <c>Theorem 1.2</c>
    /// or <c>Section 4, Phase I</c>.</param>
    /// <exception cref="ArgumentException">The clause is empty, has control characters or is longer
    /// than a clause; or the place is none.</exception>
    public Quote(string clause, string place)
    {
        const int LongestClause = 400;
        ArgumentException.ThrowIfNullOrWhiteSpace(clause);
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        if (clause.Any(char.IsControl) || clause.Length > LongestClause)
        {
            throw new ArgumentException(
                $"A quote is one clause in one line, of at most {LongestClause} characters: "
                    + $"'{clause[..Math.Min(40, clause.Length)]}...'.", nameof(clause));
        }

        if (!Kinds.Any(kind => place.StartsWith(kind, StringComparison.Ordinal)) || place.Any(char.IsControl))
        {
            throw new ArgumentException($"'{place}' is no place; begin with one of {string.Join(", ", Kinds)}.", nameof(place));
        }

        Clause = clause;
        Place = place;
    }

    /// <summary>The clause.</summary>
    public string Clause { get; }

    /// <summary>Where it stands in the document.</summary>
    public string Place { get; }

    /// <summary>The clause in quotation marks, with its place.</summary>
    public override string ToString() => $"“{Clause}” ({Place})";
}
