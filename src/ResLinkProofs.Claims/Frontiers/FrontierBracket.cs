using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Claims.Frontiers;

/// <summary>What is known at one value of a frontier's parameter and at one size.</summary>
/// <param name="Value">The value.</param>
/// <param name="Evidence">What the search found there.</param>
/// <param name="IsConfirmed">True when the kernel confirmed the witness of a failure, or accepted
/// the proof; false when floating point alone saw it.</param>
/// <param name="Point">The worst point, or the witness.</param>
public sealed record FrontierEnd(Rational Value, Evidence Evidence, bool IsConfirmed, string Point);

/// <summary>
/// The frontier at one size: between the largest value without a violation and the least one with
/// one. What lies between the certified value and the failing one is unknown.
/// </summary>
/// <param name="Size">The size, e.g. the dimension d.</param>
/// <param name="Holds">The largest value of the grid at which no violation was found; null when one was found at the least value.</param>
/// <param name="Fails">The least value of the grid at which a violation was found; null when none was found at the largest.</param>
/// <param name="Certified">The largest value at which the prover succeeded, with the proof and the
/// worst point there; null for none.</param>
public sealed record FrontierBracket(int Size, FrontierEnd? Holds, FrontierEnd? Fails, FrontierEnd? Certified = null);
