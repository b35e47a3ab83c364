namespace ResLinkProofs.Claims;

/// <summary>A document whose statements are checked.</summary>
/// <param name="Slug">The first part of its claims' ids: lower-case letters, digits and hyphens, e.g. <c>li-yuan</c>.</param>
/// <param name="Citation">How reports name it, such as <c>Author and Author 2020</c>.</param>
public sealed record Document(string Slug, string Citation);

/// <summary>The document and the numbered statement that a claim comes from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Label">The statement as the document numbers it, such as <c>Lemma 1.2</c>.</param>
/// <exception cref="ArgumentException">The label has control characters.</exception>
public sealed record Source(Document Document, string Label)
{
    /// <summary>The statement as the document numbers it.</summary>
    public string Label { get; } = Label is not null && Label.Any(char.IsControl)
        ? throw new ArgumentException($"The label of {Document?.Slug} has control characters.", nameof(Label))
        : Label!;

    /// <summary>The id of the statement's claims, e.g. <c>li-yuan/lemma-2.5</c>.</summary>
    public string Id => $"{Document.Slug}/{Slug(Label)}";

    /// <summary>The citation with the label.</summary>
    public override string ToString() => $"{Document.Citation}, {Label}";

    private static string Slug(string label)
    {
        char[] kept = [.. label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')];
        return string.Join('-', new string(kept).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>Whether a claim states what was printed, what should have been, or what goes beyond.</summary>
public enum Reading
{
    /// <summary>The statement as the document prints it.</summary>
    AsPrinted,

    /// <summary>A corrected statement.</summary>
    Corrected,

    /// <summary>A statement that the document does not print: a step of a proof, a limiting or a sharper form.</summary>
    Companion,
}
