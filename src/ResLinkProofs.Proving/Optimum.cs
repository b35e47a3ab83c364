using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Proving;

/// <summary>What the search for the least value of a term under conditions came to.</summary>
/// <param name="Boxes">The number of boxes that were examined.</param>
public abstract record OptimumOutcome(long Boxes);

/// <summary>No point satisfies the conditions.</summary>
/// <param name="Proof">The accepted certificate.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record Infeasible(AcceptedCertificate Proof, long Boxes) : OptimumOutcome(Boxes);

/// <summary>No point was found that satisfies the conditions, and no proof that there is none.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record NoOptimum(string Reason, long Boxes) : OptimumOutcome(Boxes);

/// <summary>
/// The infimum lies in [<paramref name="Lower"/>, <paramref name="Upper"/>]: the term is at least
/// the one at every point that satisfies the conditions, and at most the other at the place.
/// </summary>
/// <param name="Lower">Proved; null when no lower bound was.</param>
/// <param name="Upper">Confirmed at the place.</param>
/// <param name="Place">A point that satisfies the conditions, one value per variable.</param>
/// <param name="Proof">The certificate of the lower bound; null without one.</param>
/// <param name="IsNarrow">True when the range is as narrow as was wanted.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record Optimum(
    Rational? Lower, Rational Upper, IReadOnlyList<Rational> Place,
    AcceptedCertificate? Proof, bool IsNarrow, long Boxes) : OptimumOutcome(Boxes);
