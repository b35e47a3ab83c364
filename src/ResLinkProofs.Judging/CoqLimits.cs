namespace ResLinkProofs.Judging;

/// <summary>What Coq may be asked. Coq counts no work: the wall limit ends what has lost its way, and then nothing is concluded.</summary>
public sealed record CoqLimits
{
    /// <summary>The longest file, in characters; beyond it a statement is too large.</summary>
    public int Text { get; init; } = 60_000;

    /// <summary>The wall limit for one statement.</summary>
    public TimeSpan Wall { get; init; } = TimeSpan.FromMinutes(2);
}
