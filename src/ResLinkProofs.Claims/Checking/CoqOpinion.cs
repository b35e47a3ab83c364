namespace ResLinkProofs.Claims.Checking;

/// <summary>What Coq makes of a claim.</summary>
public enum CoqOutcome
{
    /// <summary>It accepts a proof of every statement of the claim, or of the failure at the witness where the claim is refuted.</summary>
    Accepted,

    /// <summary>It does not accept the proposed proof of some statement, which says nothing against it.</summary>
    Failed,

    /// <summary>Some statement or its proof is too long to be given to it.</summary>
    TooLarge,
}

/// <summary>Coq's opinion of a claim; it moves no verdict.</summary>
/// <param name="Judge">The versions.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Accepted">How many statements it accepts.</param>
/// <param name="Of">How many statements the claim has.</param>
/// <param name="Detail">What was not accepted and why; empty where everything was.</param>
/// <param name="Seconds">Wall-clock time, for information only.</param>
public sealed record CoqOpinion(string Judge, CoqOutcome Outcome, int Accepted, int Of, string Detail, double Seconds);
