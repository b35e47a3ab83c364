namespace ResLinkProofs.Claims;

/// <summary>
/// One engine proved, or says that there is no violation, where another has a confirmed one: some
/// engine is broken, and no verdict counts until it is mended.
/// </summary>
public sealed class EngineDisagreementException : InvalidOperationException
{
    /// <summary>Describes the disagreement.</summary>
    /// <param name="affirming">The evidence for the claim.</param>
    /// <param name="refuting">The refutation, or a suspicion that no enclosure has dispelled.</param>
    public EngineDisagreementException(Evidence affirming, Evidence refuting)
        : base("Engines disagree: "
            + $"{affirming?.Engine} affirms ({affirming?.Summary}), {refuting?.Engine} contradicts ({refuting?.Summary}).") =>
        Script = affirming?.Script;

    /// <summary>Describes an answer of a solver or of a prover that contradicts what the kernel has confirmed.</summary>
    /// <param name="message">Who says what.</param>
    /// <param name="script">What it was asked.</param>
    /// <param name="scriptFile">The name of a file for that.</param>
    public EngineDisagreementException(string message, string script, string scriptFile = "disagreement.smt2")
        : base($"Engines disagree: {message}") => (Script, ScriptFile) = (script, scriptFile);

    /// <summary>The text that the affirming solver or prover was asked, to be kept; null when it is another engine.</summary>
    public string? Script { get; }

    /// <summary>The name of a file for <see cref="Script"/>.</summary>
    public string ScriptFile { get; } = "disagreement.smt2";
}
