using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims;

/// <summary>What one engine found out about a claim.</summary>
public enum Finding
{
    /// <summary>A proof, by an accepted certificate.</summary>
    Proof,

    /// <summary>A confirmed witness, or a rejection by a statistical test.</summary>
    Refutation,

    /// <summary>A search that found no violation.</summary>
    Support,

    /// <summary>A proof that the hypotheses cannot be satisfied.</summary>
    Vacuity,

    /// <summary>A confirmed point at which the hypotheses hold: the claim speaks of something.</summary>
    Satisfiable,

    /// <summary>A point that looks like a violation but could not be confirmed.</summary>
    Suspicion,

    /// <summary>Nothing, for the stated reason.</summary>
    Nothing,
}

/// <summary>One piece of evidence about a claim, with the work it cost.</summary>
public sealed record Evidence
{
    private Evidence(string engine, Finding finding, string summary)
    {
        Engine = engine;
        Finding = finding;
        Summary = summary;
    }

    /// <summary>Who found it, e.g. <c>sampling</c>, <c>attack</c>, <c>prover</c>.</summary>
    public string Engine { get; }

    /// <summary>The kind of finding.</summary>
    public Finding Finding { get; }

    /// <summary>The finding in one line.</summary>
    public string Summary { get; }

    /// <summary>The confirmed counterexample behind a refutation; null for other findings and for statistical rejections.</summary>
    public Refutation? Refutation { get; private init; }

    /// <summary>Confirmed points of which the claim speaks, one for every case of a finite family; empty for other findings.</summary>
    public IReadOnlyList<ConfirmedPoint> Points { get; private init; } = [];

    /// <summary>What a statistical test rejected; null for other findings.</summary>
    public Proposition? Rejected { get; private init; }

    /// <summary>The witness as a reader wants to see it (matrices as matrices); null without one.</summary>
    public string? Witness { get; private init; }

    /// <summary>
    /// The least relative margin seen: (left - right) / (|left| + |right|) at the tightest comparison of the conclusion, in
    /// [-1, 1]; null where none was measured.
    /// </summary>
    public double? WorstMargin { get; init; }

    /// <summary>The point with the least margin, for reports; null where none was measured.</summary>
    public string? WorstPoint { get; init; }

    /// <summary>
    /// True when a solver says that the statement has no violation anywhere: evidence, and a contradiction to any witness.
    /// </summary>
    public bool DeniesViolations { get; private init; }

    /// <summary>The SMT-LIB text behind a solver's answer; null for other engines.</summary>
    public string? Script { get; private init; }

    /// <summary>The work done, in named units such as samples, attacks, boxes.</summary>
    public IReadOnlyList<(string Unit, long Amount)> Work { get; init; } = [];

    /// <summary>What was asked of a solver; null for other engines.</summary>
    public SolverFigures? Solver { get; init; }

    /// <summary>The replayed certificates behind a proof; empty for other findings.</summary>
    public IReadOnlyList<AcceptedCertificate> Certificates { get; private init; } = [];

    /// <summary>The replayed derivation behind a proof for every dimension; null for other findings and proofs by certificates.</summary>
    public AcceptedDerivation? Derivation { get; private init; }

    /// <summary>
    /// A proof: certificates of the statements to which the claim's proof is reduced. Whether they are
    /// the claim's own is found out where it is judged.
    /// </summary>
    /// <param name="engine">The engine that found it.</param>
    /// <param name="certificates">The certificates that the kernel replayed, one for each obligation
    /// of the claim, in their order; at least one.</param>
    /// <param name="summary">The size of the proof.</param>
    /// <exception cref="ArgumentException">There is no certificate.</exception>
    public static Evidence OfProof(string engine, IReadOnlyList<AcceptedCertificate> certificates, string summary) =>
        new(engine, Finding.Proof, summary) { Certificates = Copied(certificates) };

    /// <summary>
    /// A proof: a derivation of a theorem about every dimension. Whether it is the claim's own is found out where it is judged.
    /// </summary>
    /// <param name="engine">The engine that found it.</param>
    /// <param name="derivation">The derivation that the kernel replayed.</param>
    /// <param name="summary">The size of the proof.</param>
    public static Evidence OfDerivation(string engine, AcceptedDerivation derivation, string summary)
    {
        ArgumentNullException.ThrowIfNull(derivation);
        return new(engine, Finding.Proof, summary) { Derivation = derivation };
    }

    /// <summary>A counterexample that the kernel confirmed.</summary>
    /// <param name="engine">The engine that found it.</param>
    /// <param name="refutation">The confirmed counterexample.</param>
    /// <param name="witness">The counterexample as a reader wants to see it.</param>
    /// <param name="summary">The finding in one line; by default where the claim fails and by how much.</param>
    public static Evidence OfRefutation(string engine, Refutation refutation, string witness, string? summary = null)
    {
        ArgumentNullException.ThrowIfNull(refutation);
        return new(engine, Finding.Refutation, summary ?? $"fails at {witness}, margin in {refutation.Margin}")
        {
            Refutation = refutation,
            Witness = witness,
        };
    }

    /// <summary>Points at which the hypotheses hold and the conclusion says something.</summary>
    /// <param name="engine">The engine that found them.</param>
    /// <param name="points">The confirmed points, one for every case of a finite family, in the order of the cases; at least one.</param>
    /// <param name="summary">A point as a reader wants to see it.</param>
    /// <exception cref="ArgumentException">There is no point.</exception>
    public static Evidence OfSatisfiable(string engine, IReadOnlyList<ConfirmedPoint> points, string summary)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Count > 0
            ? new(engine, Finding.Satisfiable, summary) { Points = [.. points] }
            : throw new ArgumentException("A claim speaks of something only if a point is shown.", nameof(points));
    }

    /// <summary>A proof that nothing satisfies the hypotheses.</summary>
    /// <param name="engine">The engine that found it.</param>
    /// <param name="certificates">Accepted proofs that the hypotheses imply a contradiction, one for each size; at least one.</param>
    /// <param name="summary">The size of the proof.</param>
    /// <exception cref="ArgumentException">There is no certificate.</exception>
    public static Evidence OfVacuity(string engine, IReadOnlyList<AcceptedCertificate> certificates, string summary) =>
        new(engine, Finding.Vacuity, summary) { Certificates = Copied(certificates) };

    /// <summary>A rejection by a statistical test.</summary>
    /// <param name="engine">The engine that ran the test.</param>
    /// <param name="rejected">What was tested.</param>
    /// <param name="point">Where the test was made, as a reader wants to see it.</param>
    /// <param name="summary">The observed value, the claimed one, and the confidence.</param>
    public static Evidence OfRejection(string engine, Proposition rejected, string point, string summary)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return new(engine, Finding.Refutation, summary) { Rejected = rejected, Witness = point };
    }

    /// <summary>A search without violation.</summary>
    /// <param name="engine">The engine that searched.</param>
    /// <param name="summary">How hard it searched, and how close it came.</param>
    public static Evidence OfSupport(string engine, string summary) => new(engine, Finding.Support, summary);

    /// <summary>A solver's word that there is no violation on the whole domain.</summary>
    /// <param name="engine">The solver.</param>
    /// <param name="summary">What it said, and its version.</param>
    /// <param name="script">What it was asked.</param>
    public static Evidence OfDenial(string engine, string summary, string script) =>
        new(engine, Finding.Support, summary) { DeniesViolations = true, Script = script };

    /// <summary>A suspicious point that could not be confirmed.</summary>
    /// <param name="engine">The engine that found it.</param>
    /// <param name="summary">The point and why it could not be confirmed.</param>
    public static Evidence OfSuspicion(string engine, string summary) => new(engine, Finding.Suspicion, summary);

    /// <summary>No finding.</summary>
    /// <param name="engine">The engine that tried.</param>
    /// <param name="reason">Why it found nothing.</param>
    public static Evidence OfNothing(string engine, string reason) => new(engine, Finding.Nothing, reason);

    private static AcceptedCertificate[] Copied(IReadOnlyList<AcceptedCertificate> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        return certificates.Count > 0
            ? [.. certificates]
            : throw new ArgumentException("A proof needs at least one certificate.", nameof(certificates));
    }
}
