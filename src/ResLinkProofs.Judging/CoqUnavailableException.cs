namespace ResLinkProofs.Judging;

/// <summary>No usable Coq with Interval; the message says what to do.</summary>
/// <param name="message">What is missing and which command provides it.</param>
public sealed class CoqUnavailableException(string message) : Exception(message);
