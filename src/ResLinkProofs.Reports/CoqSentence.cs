using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports;

/// <summary>Coq's opinion as a sentence for readers.</summary>
public static class CoqSentence
{
    /// <summary>Who accepts what.</summary>
    /// <param name="verdict">The verdict, which the opinion does not move.</param>
    /// <param name="opinion">The opinion.</param>
    public static string Of(Verdict verdict, CoqOpinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        string what = verdict == Verdict.Refuted ? "the failure at the witness"
            : opinion.Of == 1 ? "the statement"
            : $"{opinion.Of} statements";
        return opinion.Outcome switch
        {
            CoqOutcome.Accepted => $"Accepted by: our kernel, {opinion.Judge} ({what}).",
            CoqOutcome.TooLarge => $"Accepted by: our kernel. Too large for {opinion.Judge}: {opinion.Detail}.",
            _ => $"Accepted by: our kernel. {opinion.Judge} accepts {opinion.Accepted} of {opinion.Of}: {opinion.Detail}.",
        };
    }
}
