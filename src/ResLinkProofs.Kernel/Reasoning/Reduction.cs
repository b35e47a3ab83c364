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

    /// <summary>What is required at the points of interest of the box, and nothing else.</summary>
    Restatement,

    /// <summary>A variable that occurs within sines and cosines alone: one period.</summary>
    Period,

    /// <summary>For a variable that an equation is solved for, or whose range is one number: what it equals, everywhere.</summary>
    Substitution,
}

/// <summary>A claimed reduction, immutable; <see cref="BoxReasoner.Reduce"/> makes the other problem, or refuses.</summary>
public sealed class Reduction
{
    /// <summary>A reduction; what it does not need is ignored.</summary>
    /// <param name="kind">What replaces the problem.</param>
    /// <param name="node">The atom that is to be refuted; the formula requires it on the box.</param>
    /// <param name="order">The order of the derivative, from 1 to 4; zero for other kinds.</param>
    /// <param name="anchor">The variable, and for a derivative the value about which it is expanded.</param>
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
