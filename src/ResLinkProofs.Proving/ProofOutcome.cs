using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Proving;

/// <summary>What the search for a proof came to.</summary>
/// <param name="Boxes">The number of boxes that were examined.</param>
public abstract record ProofOutcome(long Boxes);

/// <summary>The statement holds: the kernel has replayed the certificate.</summary>
/// <param name="Proof">The accepted certificate.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record Proved(AcceptedCertificate Proof, long Boxes) : ProofOutcome(Boxes);

/// <summary>The statement fails at a confirmed point.</summary>
/// <param name="Witness">The point.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record Refuted(ConfirmedWitness Witness, long Boxes) : ProofOutcome(Boxes);

/// <summary>The statement fails somewhere in a confirmed box.</summary>
/// <param name="Witness">The box.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record RefutedSomewhere(EnclosedWitness Witness, long Boxes) : ProofOutcome(Boxes);

/// <summary>Neither: the budget was spent or what is left could not be decided.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="NearestPoint">The point found that comes closest to a counterexample; one coordinate per variable, or empty.</param>
/// <param name="NearestMargin">How far it is from one: the margin of hypothesis and negated
/// conclusion there, usually negative; NaN without a point.</param>
/// <param name="SetAside">The number of boxes that were too small to be cut.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record Inconclusive(
    string Reason, IReadOnlyList<double> NearestPoint, double NearestMargin, int SetAside, long Boxes) : ProofOutcome(Boxes)
{
    /// <summary>The same by kind, with a box that is open and what may help; null when nothing more is known.</summary>
    public Obstacle? Obstacle { get; init; }
}
