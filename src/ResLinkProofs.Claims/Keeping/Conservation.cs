using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// Turns evidence into what is kept of it. What the kernel could not confirm again from that (a
/// rejection by a statistical test, a mismatch of gradients) is not kept, and is found anew each time.
/// </summary>
internal static class Conservation
{
    /// <summary>What is kept of all that one engine found; null when some of it cannot be kept.</summary>
    public static IReadOnlyList<KeptPiece>? Of(Claim claim, IReadOnlyList<Evidence> evidence)
    {
        KeptPiece[] pieces = [.. evidence.Select(e => Of(claim.Proposition, e)).OfType<KeptPiece>()];
        return pieces.Length > 0 && pieces.Length == evidence.Count ? pieces : null;
    }

    private static KeptPiece? Of(Proposition proposition, Evidence evidence)
    {
        var piece = new KeptPiece(evidence.Finding, evidence.Engine)
        {
            Summary = evidence.Summary,
            Margin = evidence.WorstMargin,
            WorstPoint = evidence.WorstPoint,
            Work = [.. evidence.Work.Select(w => new KeptWork(w.Unit, w.Amount))],
            Solver = evidence.Solver,
            Script = evidence.DeniesViolations ? evidence.Script : null,
        };
        return evidence.Finding switch
        {
            Finding.Nothing =>
                proposition is ExperimentProposition && evidence.Summary.Contains(ExperimentChecker.NotThere, StringComparison.Ordinal)
                    ? null
                    : piece,
            Finding.Support or Finding.Suspicion => piece,
            Finding.Proof when evidence.Derivation is { } derivation =>
                piece with { Certificates = [DerivationFile.Print(derivation.Theorem, derivation.Steps)] },
            Finding.Proof or Finding.Vacuity =>
                piece with { Certificates = [.. evidence.Certificates.Select(c => c.Certificate.ToString())] },
            Finding.Satisfiable =>
                proposition is SearchableProposition ? piece with { Points = [.. evidence.Points.Select(p => PointOf(0, p.Point))] } : null,
            Finding.Refutation => WitnessOf(proposition, evidence.Refutation) is { } point
                ? piece with
                {
                    Points = [point],
                    Summary = evidence.Summary == Evidence.OfRefutation("", evidence.Refutation!, evidence.Witness!).Summary
                        ? null
                        : evidence.Summary,
                }
                : null,
            _ => null,
        };
    }

    private static KeptPoint? WitnessOf(Proposition proposition, Refutation? refutation) => (proposition, refutation) switch
    {
        (SearchableProposition all, ConfirmedWitness witness) =>
            all.Sizes.Where(size => IsAt(all.At(size), witness.Statement)).Select(size => PointOf(size, witness.Point)).FirstOrDefault(),
        (TrajectoryProposition trajectory, ConfirmedRun run) => trajectory.Family.Starts.Dimensions
            .SelectMany(d => RecurrenceStarts.Of(trajectory, d).Select((starts, index) => (d, index, starts)))
            .Where(s => s.starts.Statement.VariableNames.SequenceEqual(
                run.Statement.VariableNames) && FormalText.Of(s.starts.Statement) == FormalText.Of(run.Statement))
            .Select(s => PointOf(s.d, run.Point) with { Starts = s.index, Step = run.Step })
            .FirstOrDefault(),
        _ => null,
    };

    private static bool IsAt(Instance instance, Statement statement) =>
        instance.CoordinateCount == statement.Variables.Count && instance.Statement is { } own
            && FormalText.Of(own) == FormalText.Of(statement);

    private static KeptPoint PointOf(int size, IReadOnlyList<Rational> point) =>
        new(size, [.. point.Select(x => $"{x.Numerator}/{x.Denominator}")]);
}
