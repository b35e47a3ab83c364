namespace ResLinkProofs.Claims;

/// <summary>What was asked of an SMT solver about one claim, and how far it agreed.</summary>
public sealed record SolverFigures
{
    /// <summary>The solver and its version.</summary>
    public required string Solver { get; init; }

    /// <summary>The number of questions, each to a process of its own.</summary>
    public long Queries { get; init; }

    /// <summary>A digest of the texts of all questions, in their order; empty for none.</summary>
    public string Asked { get; init; } = "";

    /// <summary>The time that all answers took together, in seconds; for information only.</summary>
    public double QuerySeconds { get; init; }

    /// <summary>Distinct points that meet the hypotheses and at which the solver says that there is no violation.</summary>
    public long CertifiedPoints { get; init; }

    /// <summary>Distinct points about which it was asked.</summary>
    public long AskedPoints { get; init; }

    /// <summary>Boxes in which the solver says that there is no violation.</summary>
    public long CertifiedBoxes { get; init; }

    /// <summary>The share of the domain that the largest of them has, 0 to 1; 1 where a whole domain was certified.</summary>
    public double LargestShare { get; init; }

    /// <summary>The sizes (dimensions, cases, ...) at which the solver says that the whole domain has no violation.</summary>
    public long CertifiedDomains { get; init; }

    /// <summary>The sizes about which it was asked.</summary>
    public long Sizes { get; init; }
}
