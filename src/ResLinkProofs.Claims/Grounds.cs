using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims;

/// <summary>
/// The one place at which what the kernel has made is held against the claim that it is said to be
/// about. A certificate, a witness, a run, a mismatch or a point is a fact about a statement of its own;
/// it counts for a claim only when that is the claim's own statement, word by word of its formal text.
/// </summary>
internal static class Grounds
{
    /// <summary>Why a piece of evidence is no evidence about a proposition; null when it is.</summary>
    /// <param name="proposition">What the claim says.</param>
    /// <param name="evidence">Evidence that some engine gave.</param>
    public static string? Objection(Proposition proposition, Evidence evidence) => evidence.Finding switch
    {
        Finding.Proof when evidence.Derivation is { } derivation => DerivationObjection(proposition, derivation),
        Finding.Proof => ProofObjection(proposition, evidence.Certificates),
        Finding.Vacuity => VacuityObjection(proposition, evidence.Certificates),
        Finding.Satisfiable =>
            AreMet(proposition, evidence.Points) ? null : "the points are those of another statement, or not of every case",
        Finding.Refutation => RefutationObjection(proposition, evidence),
        _ => null,
    };

    /// <summary>The statement that nothing meets the hypotheses of another.</summary>
    /// <param name="statement">Any statement.</param>
    public static Statement Contradiction(Statement statement) =>
        new(statement.Variables, statement.Hypothesis, Formula.False, statement.MatrixBounds);

    private static string? ProofObjection(Proposition proposition, IReadOnlyList<AcceptedCertificate> certificates) =>
        proposition.Obligations is not { Count: > 0 } obligations
            ? "no certificates prove a claim of this kind, or of a family that goes on"
        : Covers(certificates, obligations) ? null
        : "the certificates prove other statements than the claim's";

    // Hypotheses and conclusion, word by word: a theorem with one hypothesis more, or about other matrices, is another one.
    private static string? DerivationObjection(Proposition proposition, AcceptedDerivation derivation) =>
        proposition.Theorem is { } own && own.ToString() == derivation.Theorem.ToString() ? null
        : "the derivation proves another theorem than the claim's";

    // Of a family that goes on, one member without points says nothing.
    private static string? VacuityObjection(Proposition proposition, IReadOnlyList<AcceptedCertificate> certificates) =>
        proposition is SearchableProposition { IsExhaustive: true, Obligations: { } statements }
            && Covers(certificates, [.. statements.Select(Contradiction)])
            ? null
            : "the certificates do not show that the claim's hypotheses cannot be met";

    // Every case of a finite family; of any other claim, one of its statements.
    private static bool AreMet(Proposition proposition, IReadOnlyList<ConfirmedPoint> points) =>
        proposition is SearchableProposition { IsExhaustive: true, Obligations: { } statements }
            ? points.Count == statements.Count && points.Zip(statements).All(pair => AreSame(pair.First.Statement, pair.Second))
            : points.Count > 0 && points.All(p => IsOneOf(proposition, p.Statement));

    private static bool Covers(IReadOnlyList<AcceptedCertificate> certificates, IReadOnlyList<Statement> obligations) =>
        certificates.Count == obligations.Count && certificates.Zip(obligations).All(pair => AreSame(pair.First.Statement, pair.Second));

    private static string? RefutationObjection(Proposition proposition, Evidence evidence)
    {
        bool isOwn = evidence.Refutation switch
        {
            ConfirmedWitness witness => IsOneOf(proposition, witness.Statement),
            EnclosedWitness somewhere => IsOneOf(proposition, somewhere.Statement),
            ConfirmedRun run => proposition is TrajectoryProposition trajectory && IsRunOf(trajectory, run.Statement),
            GradientMismatch mismatch =>
                proposition is NetworkGradientProposition gradient && GradientDifferences.IsMismatchOf(gradient, mismatch),
            null => proposition is NetworkGradientProposition or EnsembleProposition // claims that only a statistical test can reject
                && evidence.Rejected is { } rejected
                && (ReferenceEquals(rejected, proposition) || rejected.FormalText == proposition.FormalText),
            _ => false,
        };
        return isOwn ? null : $"it refutes another statement ({evidence.Refutation?.ToString() ?? "by a statistical test"})";
    }

    private static bool IsOneOf(Proposition proposition, Statement statement) =>
        proposition is SearchableProposition all
        && all.Sizes.Select(all.At)
            .Any(i => i.CoordinateCount == statement.Variables.Count && i.Statement is { } own && AreSame(statement, own));

    private static bool IsRunOf(TrajectoryProposition proposition, RecurrenceStatement statement) => proposition.Family.Starts.Dimensions
        .SelectMany(d => RecurrenceStarts.Of(proposition, d))
        .Any(starts => starts.Statement.VariableNames.SequenceEqual(
            statement.VariableNames) && FormalText.Of(starts.Statement) == FormalText.Of(statement));

    private static bool AreSame(Statement one, Statement other) =>
        ReferenceEquals(one, other) || FormalText.Of(one) == FormalText.Of(other);
}
