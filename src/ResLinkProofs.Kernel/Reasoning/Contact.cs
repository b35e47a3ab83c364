using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Where an atom's difference is said to touch zero and how: on the set of points at which some variables equal their anchors,
/// and to which order off it. Immutable; only <see cref="BoxReasoner.IsRefutedByContact"/> finds out whether it is so.
/// </summary>
public sealed class Contact
{
    /// <summary>A claimed contact.</summary>
    /// <param name="node">The atom.</param>
    /// <param name="order">The lowest order of the expansion that does not vanish: 0 without anchors
    /// (it vanishes all over), 2 with several.</param>
    /// <param name="anchors">The anchors, of distinct variables.</param>
    /// <param name="guard">Another atom that holds at the points of interest and vanishes with the anchors; -1 for none.</param>
    public Contact(int node, int order, IEnumerable<ContactAnchor> anchors, int guard = -1)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        Node = node;
        Order = order;
        Anchors = [.. anchors];
        Guard = guard;
    }

    /// <summary>The atom.</summary>
    public int Node { get; }

    /// <summary>The lowest order that does not vanish.</summary>
    public int Order { get; }

    /// <summary>The anchors.</summary>
    public IReadOnlyList<ContactAnchor> Anchors { get; }

    /// <summary>
    /// An atom that tells on which side of the anchor the points of interest lie, or that they are not on it; -1 for none.
    /// </summary>
    public int Guard { get; }
}

/// <summary>
/// The value of one variable at which a difference touches zero: a rational number plus rational
/// multiples of slots that depend on no anchored variable.
/// </summary>
public sealed class ContactAnchor
{
    /// <summary>An anchor.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="constant">The rational number.</param>
    /// <param name="terms">The multiples of slots.</param>
    public ContactAnchor(int variable, Rational constant, params IEnumerable<(Rational Factor, int Slot)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Variable = variable;
        Constant = constant;
        Terms = [.. terms];
    }

    /// <summary>The variable.</summary>
    public int Variable { get; }

    /// <summary>The rational number.</summary>
    public Rational Constant { get; }

    /// <summary>The multiples of slots.</summary>
    public IReadOnlyList<(Rational Factor, int Slot)> Terms { get; }
}
