namespace ResLinkProofs.Claims.Checking;

/// <summary>An engine that looks at a claim after the others, and at what they have found.</summary>
public interface ISecondOpinion
{
    /// <summary>Who answers, with the version; null when that is not known, and then no opinion is kept.</summary>
    string? Identity => null;

    /// <summary>Gathers evidence.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">What the other engines have found.</param>
    /// <param name="budget">How much work may be spent.</param>
    /// <param name="seed">The seed; the same seed gives the same evidence but for times.</param>
    /// <returns>The evidence; empty when there is nothing to be asked.</returns>
    /// <exception cref="EngineDisagreementException">An answer contradicts what the kernel has confirmed.</exception>
    IEnumerable<Evidence> Consult(Claim claim, IReadOnlyList<Evidence> evidence, Budget budget, ulong seed);
}
