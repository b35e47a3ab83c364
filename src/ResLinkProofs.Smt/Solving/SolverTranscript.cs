namespace ResLinkProofs.Smt.Solving;

/// <summary>How a solver process came to its end.</summary>
internal enum TranscriptEnd
{
    /// <summary>It ended by itself, with status 0.</summary>
    Completed,

    /// <summary>It could not be started, crashed, or ended with another status.</summary>
    Failed,

    /// <summary>It was killed on the wall limit.</summary>
    WallLimit,

    /// <summary>It was killed on the output limit.</summary>
    OutputLimit,
}

/// <summary>What a solver process wrote, and how it ended.</summary>
internal sealed record SolverTranscript(TranscriptEnd End, string Output, string Errors, string Detail);
