namespace ResLinkProofs.Claims;

/// <summary>Turns evidence into a verdict, by fixed rules.</summary>
public static class Judge
{
    /// <summary>The verdict that the evidence supports.</summary>
    /// <param name="evidence">All evidence about one claim.</param>
    /// <exception cref="InvalidOperationException">
    /// One engine proved (or proved vacuous) what another refuted: one of them is broken, and no verdict is worth anything until it is mended.
    /// </exception>
    public static Verdict Decide(IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Evidence? proof = evidence.FirstOrDefault(e => e.Finding is Finding.Proof or Finding.Vacuity);
        Evidence? refutation = evidence.FirstOrDefault(e => e.Finding == Finding.Refutation);
        if (proof is not null && refutation is not null)
        {
            throw new InvalidOperationException($"Engines disagree: {proof.Engine} proves ({proof.Summary}), {refutation.Engine} refutes ({refutation.Summary}).");
        }

        bool Has(Finding finding) => evidence.Any(e => e.Finding == finding);
        return refutation is not null ? Verdict.Refuted
            : Has(Finding.Vacuity) ? Verdict.Vacuous
            : Has(Finding.Proof) ? Verdict.Proved
            : Has(Finding.Suspicion) ? Verdict.Inconclusive
            : Has(Finding.Support) ? Verdict.Supported
            : Verdict.Inconclusive;
    }
}
