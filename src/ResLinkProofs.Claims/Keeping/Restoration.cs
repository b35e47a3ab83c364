using System.Globalization;
using System.Numerics;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// Turns what was kept into evidence again. Proofs are replayed and points confirmed by the kernel,
/// on the claim's own statements; what it does not accept is no evidence, whatever the file says.
/// </summary>
internal static class Restoration
{
    // As the kernel reads them from certificates.
    private const int LongestNumber = 100_000;

    /// <summary>The evidence, or null when any part of it is not what the claim needs or is not confirmed.</summary>
    public static IReadOnlyList<Evidence>? Of(Claim claim, IReadOnlyList<KeptPiece> pieces)
    {
        try
        {
            Evidence[] evidence = [.. pieces.OfType<KeptPiece>().Select(piece => Of(claim.Proposition, piece)).OfType<Evidence>()];
            return evidence.Length > 0 && evidence.Length == pieces.Count ? evidence : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or ArithmeticException)
        {
            return null; // malformed
        }
    }

    private static Evidence? Of(Proposition proposition, KeptPiece piece)
    {
        Evidence? evidence = piece.Finding switch
        {
            Finding.Proof when piece.Certificates is [{ } text] && DerivationFile.IsOne(text) => Derivation(proposition, piece),
            Finding.Proof => Proof(proposition, piece),
            Finding.Vacuity => Vacuity(proposition, piece),
            Finding.Satisfiable => Points(proposition, piece),
            Finding.Refutation => Refutation(proposition, piece),
            Finding.Support when piece.Summary is { } summary =>
                piece.Script is { } script ? Evidence.OfDenial(piece.Engine, summary, script) : Evidence.OfSupport(piece.Engine, summary),
            Finding.Suspicion when piece.Summary is { } summary => Evidence.OfSuspicion(piece.Engine, summary),
            Finding.Nothing when piece.Summary is { } summary => Evidence.OfNothing(piece.Engine, summary),
            _ => null,
        };
        return evidence is null ? null : evidence with
        {
            WorstMargin = piece.Margin,
            WorstPoint = piece.WorstPoint,
            Work = [.. piece.Work.Select(w => (w.Unit, w.Amount))],
            Solver = piece.Solver,
        };
    }

    private static Evidence? Proof(Proposition proposition, KeptPiece piece) =>
        piece.Summary is { } summary && proposition.Obligations is { } obligations && Replay(obligations, piece.Certificates) is { } proofs
            ? Evidence.OfProof(piece.Engine, proofs, summary)
            : null;

    // What the file proves counts only when it is the claim's own theorem.
    private static Evidence? Derivation(Proposition proposition, KeptPiece piece) =>
        piece is { Summary: { } summary, Certificates: [{ } text] } && proposition.Theorem is { } theorem
            && DerivationChecker.Check(theorem, DerivationFile.Parse(text).Steps).Accepted is { } proof
            ? Evidence.OfDerivation(piece.Engine, proof, summary)
            : null;

    private static Evidence? Vacuity(Proposition proposition, KeptPiece piece) =>
        piece.Summary is { } summary && proposition is SearchableProposition { IsExhaustive: true, Obligations: { } statements }
            && Replay([.. statements.Select(Grounds.Contradiction)], piece.Certificates) is { } proofs
            ? Evidence.OfVacuity(piece.Engine, proofs, summary)
            : null;

    private static AcceptedCertificate[]? Replay(IReadOnlyList<Statement> statements, IReadOnlyList<string>? certificates)
    {
        if (certificates is null || statements.Count == 0 || certificates.Count != statements.Count)
        {
            return null;
        }

        var proofs = new AcceptedCertificate[statements.Count];
        for (int i = 0; i < proofs.Length; i++)
        {
            if (CertificateChecker.Check(Certificate.Parse(certificates[i]), statements[i]).Accepted is not { } proof)
            {
                return null;
            }

            proofs[i] = proof;
        }

        return proofs;
    }

    // Of every case of a finite family; of another claim, of the smallest size.
    private static Evidence? Points(Proposition proposition, KeptPiece piece)
    {
        if (piece is not { Summary: { } summary, Points: { Count: > 0 } points } || proposition is not SearchableProposition all)
        {
            return null;
        }

        IReadOnlyList<Statement?> statements = all is SearchableProposition { IsExhaustive: true, Obligations: { } every }
            ? [.. every]
            : [all.At(all.Sizes[0]).Statement];
        if (points.Count != statements.Count)
        {
            return null;
        }

        var confirmed = new ConfirmedPoint[points.Count];
        for (int i = 0; i < confirmed.Length; i++)
        {
            if (statements[i] is not { } statement || points[i] is null
                || ConfirmedPoint.TryConfirm(statement, Coordinates(points[i])) is not { } point)
            {
                return null;
            }

            confirmed[i] = point;
        }

        return Evidence.OfSatisfiable(piece.Engine, confirmed, summary);
    }

    private static Evidence? Refutation(Proposition proposition, KeptPiece piece)
    {
        if (piece.Points is not [{ } kept])
        {
            return null;
        }

        Rational[] point = Coordinates(kept);
        switch (proposition)
        {
            case SearchableProposition all when all.Sizes.Contains(kept.Size):
                Instance instance = all.At(kept.Size);
                return instance.Statement is { } statement && ConfirmedWitness.TryConfirmPrecisely(statement, point) is { } witness
                    ? Evidence.OfRefutation(piece.Engine, witness, instance.Describe(witness.Point), piece.Summary)
                    : null;
            case TrajectoryProposition trajectory when trajectory.Family.Starts.Dimensions.Contains(kept.Size):
                RecurrenceStarts? starts = RecurrenceStarts.Of(trajectory, kept.Size).ElementAtOrDefault(kept.Starts);
                return starts is not null && ConfirmedRun.TryConfirm(starts.Statement, point, kept.Step) is { } run
                    ? Evidence.OfRefutation(piece.Engine, run, RecurrenceSearch.Describe(starts, run), piece.Summary)
                    : null;
            default:
                return null;
        }
    }

    private static Rational[] Coordinates(KeptPoint point) => [.. point.Coordinates.Select(text =>
        text is { Length: <= LongestNumber } && text.Split('/') is [var numerator, var denominator]
            ? new Rational(
                BigInteger.Parse(numerator, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                BigInteger.Parse(denominator, NumberStyles.None, CultureInfo.InvariantCulture))
            : throw new FormatException("a coordinate is a quotient of decimal integers"))];
}
