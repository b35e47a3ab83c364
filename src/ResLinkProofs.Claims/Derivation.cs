namespace ResLinkProofs.Claims;

/// <summary>
/// An argument that leads from other claims to this one, shown with the verdicts of those claims, so that a reader
/// sees what is proved and what is taken for granted. An argument in words moves no verdict; one that is made of
/// textbook rules alone makes a supported claim <see cref="Verdict.Derived"/> when every premise is proved.
/// </summary>
/// <param name="Argument">How the claim follows, or where that is written.</param>
/// <param name="Premises">Globs of the ids of the claims it follows from; each matches at least one claim of the catalogue.</param>
public sealed record Derivation(string Argument, IReadOnlyList<string> Premises)
{
    /// <summary>The rules that join the premises, and nothing else does; empty for an argument in words.</summary>
    public IReadOnlyList<TextbookRule> Rules { get; init; } = [];
}
