namespace ResLinkProofs.Claims.Checking;

/// <summary>An engine that gathers evidence about the claims it understands.</summary>
public interface IChecker
{
    /// <summary>Gathers evidence.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="budget">How much work may be spent.</param>
    /// <param name="seed">The seed; the same seed gives the same evidence, bit for bit.</param>
    /// <returns>The evidence; empty when the claim is not of a kind that this engine understands.</returns>
    IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed);
}
