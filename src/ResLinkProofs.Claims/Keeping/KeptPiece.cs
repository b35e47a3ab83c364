namespace ResLinkProofs.Claims.Keeping;

/// <summary>A piece of evidence as it is kept: what the kernel needs to confirm it again, and what is only said.</summary>
/// <param name="Finding">The kind of finding.</param>
/// <param name="Engine">Who found it.</param>
internal sealed record KeptPiece(Finding Finding, string Engine)
{
    /// <summary>The finding in one line; null where it follows from the rest.</summary>
    public string? Summary { get; init; }

    /// <summary>The certificates of a proof, as the kernel writes them; otherwise null.</summary>
    public IReadOnlyList<string>? Certificates { get; init; }

    /// <summary>The witness of a refutation, or the points that meet the hypotheses; otherwise null.</summary>
    public IReadOnlyList<KeptPoint>? Points { get; init; }

    /// <summary>The least relative margin seen.</summary>
    public double? Margin { get; init; }

    /// <summary>The point with the least margin.</summary>
    public string? WorstPoint { get; init; }

    /// <summary>What a solver was asked when it denied all violations; otherwise null.</summary>
    public string? Script { get; init; }

    /// <summary>The work done.</summary>
    public IReadOnlyList<KeptWork> Work { get; init; } = [];

    /// <summary>What was asked of a solver.</summary>
    public SolverFigures? Solver { get; init; }
}

/// <summary>An amount of work.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Amount">The amount.</param>
internal sealed record KeptWork(string Unit, long Amount);

/// <summary>A rational point of one size of a claim.</summary>
/// <param name="Size">The size (dimension, horizon, ...).</param>
/// <param name="Coordinates">The coordinates, as quotients of decimal integers.</param>
internal sealed record KeptPoint(int Size, IReadOnlyList<string> Coordinates)
{
    /// <summary>For a run: which of the kinds of starts of the dimension; otherwise 0.</summary>
    public int Starts { get; init; }

    /// <summary>For a run: the step at which the conclusion fails; otherwise 0.</summary>
    public int Step { get; init; }
}
