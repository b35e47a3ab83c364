using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims;

/// <summary>
/// The one place at which what the kernel has made is held against the claim that it is said to be about. A certificate, a witness, a run, a mismatch or a
/// point is a fact about a statement of its own; it counts for a claim only when that is the claim's own statement, word by word of its formal text.
/// </summary>
internal static class Grounds
{
    /// <summary>Why a piece of evidence is no evidence about a proposition; null when it is.</summary>
    /// <param name="proposition">What the claim says.</param>
    /// <param name="evidence">Evidence that some engine gave.</param>
    public static string? Objection(Proposition proposition, Evidence evidence) => evidence.Finding switch
    {
        Finding.Proof => ProofObjection(proposition, evidence.Certificates),
        Finding.Vacuity => VacuityObjection(proposition, evidence.Certificates),
        Finding.Satisfiable => evidence.Point is { } point && IsOneOf(proposition, point.Statement) ? null : "the point is one of another statement",
        Finding.Refutation => RefutationObjection(proposition, evidence.Refutation),
        _ => null,
    };

    /// <summary>The statement that nothing meets the hypotheses of another.</summary>
    /// <param name="statement">Any statement.</param>
    public static Statement Contradiction(Statement statement) => new(statement.Variables, statement.Hypothesis, Formula.False, statement.MatrixBounds);

    private static string? ProofObjection(Proposition proposition, IReadOnlyList<AcceptedCertificate> certificates) =>
        proposition.Obligations is not { Count: > 0 } obligations ? "no certificates prove a claim of this kind, or of a family that goes on"
        : Covers(certificates, obligations) ? null
        : "the certificates prove other statements than the claim's";

    private static string? VacuityObjection(Proposition proposition, IReadOnlyList<AcceptedCertificate> certificates) =>
        proposition is SearchableProposition all and (StatementProposition { IsExhaustive: true } or { Sizes.Count: 1 })
        && all.Sizes.Select(size => all.At(size).Statement).ToArray() is var statements && statements.All(s => s is not null)
        && Covers(certificates, [.. statements.Select(s => Contradiction(s!))])
            ? null
            : "the certificates do not show that the claim's hypotheses cannot be met";

    private static bool Covers(IReadOnlyList<AcceptedCertificate> certificates, IReadOnlyList<Statement> obligations) =>
        certificates.Count == obligations.Count && certificates.Zip(obligations).All(pair => AreSame(pair.First.Statement, pair.Second));

    private static string? RefutationObjection(Proposition proposition, Refutation? refutation)
    {
        bool isOwn = refutation switch
        {
            ConfirmedWitness witness => IsOneOf(proposition, witness.Statement),
            ConfirmedRun run => proposition is TrajectoryProposition trajectory && IsRunOf(trajectory, run.Statement),
            GradientMismatch mismatch => proposition is NetworkGradientProposition gradient && GradientDifferences.IsMismatchOf(gradient, mismatch),
            null => proposition is NetworkGradientProposition or EnsembleProposition, // by a statistical test, for claims that only tests can reject
            _ => false,
        };
        return isOwn ? null : refutation is null ? "no statistical test rejects a claim of this kind" : $"{refutation} refutes another statement";
    }

    private static bool IsOneOf(Proposition proposition, Statement statement) =>
        proposition is SearchableProposition all
        && all.Sizes.Select(all.At).Any(i => i.CoordinateCount == statement.Variables.Count && i.Statement is { } own && AreSame(statement, own));

    private static bool IsRunOf(TrajectoryProposition proposition, RecurrenceStatement statement) => proposition.Family.Starts.Dimensions
        .SelectMany(d => RecurrenceStarts.Of(proposition, d))
        .Any(starts => starts.Statement.VariableNames.SequenceEqual(statement.VariableNames) && FormalText.Of(starts.Statement) == FormalText.Of(statement));

    private static bool AreSame(Statement one, Statement other) => ReferenceEquals(one, other) || FormalText.Of(one) == FormalText.Of(other);
}
