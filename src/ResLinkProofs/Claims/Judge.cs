namespace ResLinkProofs.Claims;

/// <summary>Turns evidence into a verdict, by fixed rules.</summary>
public static class Judge
{
    /// <summary>The verdict that the evidence supports.</summary>
    /// <param name="evidence">All evidence about one claim.</param>
    /// <exception cref="EngineDisagreementException">
    /// One engine proved (or proved vacuous), or denies, what another refuted: one of them is broken, and no verdict is worth anything until it is mended.
    /// </exception>
    public static Verdict Decide(IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Evidence? proof = evidence.FirstOrDefault(e => e.Finding is Finding.Proof or Finding.Vacuity);
        Evidence? refutation = evidence.FirstOrDefault(e => e.Finding == Finding.Refutation);
        if (refutation is not null && (proof ?? evidence.FirstOrDefault(e => e.DeniesViolations)) is { } affirming)
        {
            throw new EngineDisagreementException(affirming, refutation);
        }

        bool Has(Finding finding) => evidence.Any(e => e.Finding == finding);
        return refutation is not null ? Verdict.Refuted
            : Has(Finding.Vacuity) ? Verdict.Vacuous
            : Has(Finding.Proof) ? Has(Finding.Satisfiable) ? Verdict.Proved : Verdict.Inconclusive // perhaps of nothing at all
            : Has(Finding.Suspicion) ? Verdict.Inconclusive
            : Has(Finding.Support) ? Verdict.Supported
            : Verdict.Inconclusive;
    }
}
