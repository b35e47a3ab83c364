namespace ResLinkProofs.Claims;

/// <summary>
/// Evidence about one statement was given for another: the engine that gave it is broken, and no verdict counts until it is mended.
/// </summary>
/// <param name="evidence">The evidence.</param>
/// <param name="objection">Why it is not about the claim.</param>
public sealed class ForeignEvidenceException(Evidence evidence, string objection)
    : InvalidOperationException($"The evidence of {evidence?.Engine} ({evidence?.Summary}) is not about the claim: {objection}.");
