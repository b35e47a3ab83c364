using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Proves claims about networks or vectors for every dimension at once: the claim's own proof proposes a derivation, and the
/// kernel replays it as a derivation of the claim's own theorem. One that fails says nothing against the claim.
/// </summary>
public sealed class TheoremChecker : IChecker
{
    private const string Engine = "derivation";

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim is { Proof: { } proof, Proposition.Theorem: { } theorem } && budget.OnlySize is null
            ? [Prove(theorem, proof)]
            : [];
    }

    private static Evidence Prove(Theorem theorem, Func<Theorem, IReadOnlyList<DerivationStep>> proof)
    {
        IReadOnlyList<DerivationStep> steps;
        try
        {
            steps = proof(theorem);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return Evidence.OfNothing(Engine, $"no derivation: {(e.Message.Length > 200 ? e.Message[..200] + "…" : e.Message)}");
        }

        DerivationVerdict verdict = DerivationChecker.Check(theorem, steps);
        return verdict.Accepted is { } accepted
            ? Evidence.OfDerivation(Engine, accepted, $"for every d: a derivation of {steps.Count} steps by "
                + $"{steps.Select(s => s.Rule).Distinct().Count()} rules, certificates of {steps.Sum(s => s.Proof.Count)} steps")
                with
            { Work = [("steps", steps.Count)] }
            : Evidence.OfNothing(Engine, $"the derivation is rejected: {verdict.Rejection}");
    }
}
