namespace ResLinkProofs.Claims;

/// <summary>
/// An argument by hand that leads from other claims to this one. It is shown with the verdicts of those claims, so that a reader sees what is proved
/// and what is taken for granted; it is no evidence and moves no verdict.
/// </summary>
/// <param name="Argument">How the claim follows, or where that is written.</param>
/// <param name="Premises">Globs of the ids of the claims it follows from; each matches at least one claim of the catalogue.</param>
public sealed record Derivation(string Argument, IReadOnlyList<string> Premises);
