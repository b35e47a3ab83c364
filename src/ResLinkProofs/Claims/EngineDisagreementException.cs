namespace ResLinkProofs.Claims;

/// <summary>One engine proved, or says that there is no violation, where another has a confirmed one: some engine is broken, and no verdict counts until it is mended.</summary>
public sealed class EngineDisagreementException : InvalidOperationException
{
    /// <summary>Describes the disagreement.</summary>
    /// <param name="affirming">The evidence for the claim.</param>
    /// <param name="refuting">The refutation, or a suspicion that no enclosure has dispelled.</param>
    public EngineDisagreementException(Evidence affirming, Evidence refuting)
        : base($"Engines disagree: {affirming?.Engine} affirms ({affirming?.Summary}), {refuting?.Engine} contradicts ({refuting?.Summary}).") =>
        Script = affirming?.Script;

    /// <summary>Describes an answer of a solver that contradicts what the kernel has confirmed.</summary>
    /// <param name="message">Who says what.</param>
    /// <param name="script">What the solver was asked.</param>
    public EngineDisagreementException(string message, string script)
        : base($"Engines disagree: {message}") => Script = script;

    /// <summary>The SMT-LIB text that the affirming solver was asked, to be kept; null when it is no solver.</summary>
    public string? Script { get; }
}
