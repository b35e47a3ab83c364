namespace ResLinkProofs.Claims;

/// <summary>What is known of a claim. What each verdict needs is fixed in <see cref="Judge"/>.</summary>
public enum Verdict
{
    /// <summary>Holds at every point of the domain, by a certificate that the kernel's checker accepted.</summary>
    Proved,

    /// <summary>
    /// No violation was found, every premise of its derivation is proved, and only named textbook
    /// rules join them. Weaker than <see cref="Proved"/>: nobody replays the rules.
    /// </summary>
    Derived,

    /// <summary>Fails at a confirmed witness, or is rejected by a statistical test at the stated confidence.</summary>
    Refuted,

    /// <summary>No violation was found by the stated number of samples and attacks.</summary>
    Supported,

    /// <summary>Nothing satisfies the hypotheses, by a proof.</summary>
    Vacuous,

    /// <summary>Nothing could be decided, for the stated reason.</summary>
    Inconclusive,
}
