namespace ResLinkProofs.Judging;

/// <summary>What Coq says of a file.</summary>
public enum CoqAnswer
{
    /// <summary>Every theorem of the file is proved.</summary>
    Accepted,

    /// <summary>A tactic failed, or the kernel refused.</summary>
    Rejected,

    /// <summary>No answer within the limit: nothing is concluded.</summary>
    Unanswered,
}

/// <summary>An answer and what Coq wrote with it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Detail">The first line of the error, or the limit that was met; empty where the file was accepted.</param>
/// <param name="Seconds">Wall-clock time, for information only.</param>
public sealed record CoqReply(CoqAnswer Answer, string Detail, double Seconds);
