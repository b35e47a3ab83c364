using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Claims;

/// <summary>Turns evidence into a verdict, by fixed rules.</summary>
public static class Judge
{
    /// <summary>
    /// The verdict on a claim that stands on premises: derived, where it would be supported, all premises are proved, and its
    /// derivation is made of textbook rules alone. A derivation neither saves a claim that fails or is undecided nor weakens a proof.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">All evidence about its proposition.</param>
    /// <param name="premises">The verdicts on all claims from which it is derived; null for one that is not known.</param>
    /// <exception cref="ForeignEvidenceException">Some evidence is about another statement.</exception>
    /// <exception cref="EngineDisagreementException">Engines contradict each other.</exception>
    public static Verdict Decide(Claim claim, IReadOnlyCollection<Evidence> evidence, IReadOnlyCollection<Verdict?> premises)
    {
        ArgumentNullException.ThrowIfNull(premises);
        Verdict own = Decide(claim, evidence);
        return own == Verdict.Supported && claim.Derivation is { Rules.Count: > 0 } && premises.Count > 0
            && premises.All(p => p == Verdict.Proved)
            ? Verdict.Derived
            : own;
    }

    /// <summary>
    /// The verdict on a claim by itself. That constants exist is supported or proved by an instance, and an
    /// instance that fails decides nothing; it is refuted by the proof of a family that defeats all of them.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">All evidence about its proposition.</param>
    /// <exception cref="ForeignEvidenceException">Some evidence is about another statement.</exception>
    /// <exception cref="EngineDisagreementException">Engines contradict each other.</exception>
    public static Verdict Decide(Claim claim, IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(claim);
        Verdict verdict = Decide(claim.Proposition, evidence);
        return claim.Existential switch
        {
            null => verdict,
            Existential.Defeated => verdict == Verdict.Proved ? Verdict.Refuted : Verdict.Inconclusive,
            _ => verdict == Verdict.Refuted ? Verdict.Inconclusive : verdict,
        };
    }

    /// <summary>The verdict that the evidence supports.</summary>
    /// <param name="proposition">What the claim says.</param>
    /// <param name="evidence">All evidence about it.</param>
    /// <exception cref="ForeignEvidenceException">Some evidence is about another statement.</exception>
    /// <exception cref="EngineDisagreementException">
    /// One engine proved (or proved vacuous), or denies, what another refuted, or proved what looks violated
    /// beyond rounding: one of them is broken, and no verdict is worth anything until it is mended.
    /// </exception>
    public static Verdict Decide(Proposition proposition, IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(proposition);
        ArgumentNullException.ThrowIfNull(evidence);
        foreach (Evidence piece in evidence)
        {
            if (Grounds.Objection(proposition, piece) is { } objection)
            {
                throw new ForeignEvidenceException(piece, objection);
            }
        }

        Evidence? Find(params Finding[] findings) => evidence.FirstOrDefault(e => findings.Contains(e.Finding));
        Evidence? proof = Find(Finding.Proof, Finding.Vacuity), refutation = Find(Finding.Refutation);
        if (refutation is not null && (proof ?? evidence.FirstOrDefault(e => e.DeniesViolations)) is { } affirming)
        {
            throw new EngineDisagreementException(affirming, refutation);
        }

        if (proof is not null && Find(Finding.Suspicion) is { } suspicion)
        {
            throw new EngineDisagreementException(proof, suspicion);
        }

        return refutation is not null ? Verdict.Refuted
            : Find(Finding.Vacuity) is not null ? Verdict.Vacuous
            : proof is not null ? Find(Finding.Satisfiable) is not null ? Verdict.Proved : Verdict.Inconclusive // perhaps of nothing at all
            : Find(Finding.Suspicion) is not null ? Verdict.Inconclusive
            : Find(Finding.Support) is not null ? Verdict.Supported
            : Verdict.Inconclusive;
    }
}
