namespace ResLinkProofs.Judging;

/// <summary>
/// What Coq may be asked. It counts no steps: its processor time ends what has lost its way, and then nothing is concluded.
/// </summary>
public sealed record CoqLimits
{
    /// <summary>The longest file, in characters; beyond it a statement is too large.</summary>
    public int Text { get; init; } = 60_000;

    /// <summary>The processor time for one file, so that a busy machine accepts what an idle one does; wall-clock time where no
    /// shell can limit it.</summary>
    public TimeSpan Work { get; init; } = TimeSpan.FromMinutes(2);
}
