namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>How a problem on a box is replaced by another one whose emptiness implies that the box holds no point of interest.</summary>
public enum ReductionKind
{
    /// <summary>The normal form of a difference, and the signs of its numerator and denominator.</summary>
    Signs,

    /// <summary>The signs of derivatives of a difference, by Taylor's formula about an anchor.</summary>
    Derivative,

    /// <summary>For a - b with b positive: log a - log b.</summary>
    Logarithms,

    /// <summary>For a - b: exp a - exp b.</summary>
    Exponentials,

    /// <summary>For a - b with b at least zero: a^2 - b^2.</summary>
    Squares,

    /// <summary>What is required at the points of interest, and nothing else; of order 1 only what is of the atom's variables.</summary>
    Restatement,

    /// <summary>A variable that occurs within sines and cosines alone: one period.</summary>
    Period,

    /// <summary>
    /// The sign of the first derivative between an anchor and the points of interest, where the difference need only be continuous at both.
    /// </summary>
    MeanValue,

    /// <summary>The sign of the first derivative up to an end at infinity, at which the difference tends to what is not positive.</summary>
    Limit,

    /// <summary>The same problem with the points on either side of an anchor as two cases.</summary>
    Sides,

    /// <summary>For a variable that an equation is solved for, or whose range is one number: what it equals, everywhere.</summary>
    Substitution,
}

/// <summary>A claimed reduction, immutable; <see cref="BoxReasoner.Reduce"/> makes the other problem, or refuses.</summary>
public sealed class Reduction
{
    /// <summary>A reduction; what it does not need is ignored.</summary>
    /// <param name="kind">What replaces the problem.</param>
    /// <param name="node">The atom that is to be refuted; the formula requires it on the box.</param>
    /// <param name="order">The order of the derivative, from 1 to 4; 1 for a mean value; zero for others as a rule.</param>
    /// <param name="anchor">The variable, and the value about which it is expanded or divided; towards a limit its sign counts.</param>
    public Reduction(ReductionKind kind, int node, int order = 0, ContactAnchor? anchor = null)
    {
        Kind = kind;
        Node = node;
        Order = order;
        Anchor = anchor;
    }

    /// <summary>What replaces the problem.</summary>
    public ReductionKind Kind { get; }

    /// <summary>The atom.</summary>
    public int Node { get; }

    /// <summary>The order of the derivative.</summary>
    public int Order { get; }

    /// <summary>The variable and the value about which it is expanded; null when the kind needs none.</summary>
    public ContactAnchor? Anchor { get; }
}
