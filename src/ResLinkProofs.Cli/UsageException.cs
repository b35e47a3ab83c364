namespace ResLinkProofs.Cli;

/// <summary>The user asked for something that cannot be done; the message names the place and the remedy.</summary>
/// <param name="message">What is wrong and what to do instead.</param>
public sealed class UsageException(string message) : Exception(message);
