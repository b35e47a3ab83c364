using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving;

/// <summary>A set of points at which an atom's difference vanishes exactly, found once for a problem. Immutable.</summary>
/// <param name="Node">The atom.</param>
/// <param name="Anchors">The anchors.</param>
/// <param name="Order">How many orders of its expansion vanish there; at least 2 with several anchors.</param>
/// <param name="Guards">Other atoms that vanish there.</param>
internal sealed record KnownContact(int Node, IReadOnlyList<ContactAnchor> Anchors, int Order, IReadOnlyList<int> Guards);
