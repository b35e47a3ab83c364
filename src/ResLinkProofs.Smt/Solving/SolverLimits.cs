namespace ResLinkProofs.Smt.Solving;

/// <summary>
/// What one query may cost. Work decides; the wall limit only stops what has lost its way, and then nothing is concluded.
/// </summary>
public sealed record SolverLimits
{
    /// <summary>Creates limits.</summary>
    /// <param name="work">The solver's resource limit in its own units (Z3: <c>rlimit</c>, about a
    /// million per second), 1 to 4,000,000,000.</param>
    /// <param name="wall">Time after which the solver and everything it started are killed, above zero and at most an hour.</param>
    /// <param name="outputBytes">Bytes of output, and of error output, after which the same happens, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    public SolverLimits(long work, TimeSpan wall, int outputBytes = 4_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(work, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(work, 4_000_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wall, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wall, TimeSpan.FromHours(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(outputBytes, 1);
        (Work, Wall, OutputBytes) = (work, wall, outputBytes);
    }

    /// <summary>The solver's resource limit, in its own units.</summary>
    public long Work { get; }

    /// <summary>The wall limit.</summary>
    public TimeSpan Wall { get; }

    /// <summary>The output limit in bytes.</summary>
    public int OutputBytes { get; }
}
