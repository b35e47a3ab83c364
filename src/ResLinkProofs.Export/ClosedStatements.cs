using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Export;

/// <summary>One closed statement of a claim.</summary>
/// <param name="Part">Which part of the claim it is, e.g. <c>d = 2</c> or <c>diameter: step</c>; empty for the whole claim.</param>
/// <param name="Statement">The statement.</param>
public sealed record ClosedPart(string Part, Statement Statement);

/// <summary>
/// The closed statements of a claim: what can be said outside of this house without its vocabulary of networks and descents.
/// </summary>
/// <param name="Parts">The statements, in a fixed order, at least one.</param>
/// <param name="IsWhole">True when the statements together are the claim; false when they are the
/// obligations of an induction, which joins them to the claim.</param>
public sealed record ClosedStatements(IReadOnlyList<ClosedPart> Parts, bool IsWhole)
{
    /// <summary>The closed statements of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <exception cref="UnsupportedShapeException">The claim says more than closed statements do; the message names its shape.</exception>
    public static ClosedStatements Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ClosedStatements found = claim.Proposition switch
        {
            SearchableProposition { IsExhaustive: true, Obligations: not null } closed =>
                new([.. closed.Sizes.Select((size, i) => new ClosedPart(PartOf(closed, size), closed.Obligations![i]))], IsWhole: true),
            StatementProposition or ModelProposition => throw Unsupported(
                $"A family that goes on over every {((SearchableProposition)claim.Proposition).SizeName}",
                "Export the members of a finite family instead."),
            RecurrenceProposition { Proof: { } proof } recurrence =>
                new([.. proof.Statements(recurrence.Recurrence).Select(s => new ClosedPart(s.Part, s.Statement))], IsWhole: false),
            RecurrenceProposition =>
                throw Unsupported("A recurrence without a proof by induction", "Give it an induction, whose obligations are closed."),
            NetworkProposition => throw Unsupported(
                "A claim about networks of every dimension", "Its closed companions for small dimensions can be exported."),
            NetworkGradientProposition => throw Unsupported("A claim that a field is a gradient", "Its closed companions can be exported."),
            TrajectoryProposition => throw Unsupported("A claim about trajectories", "Its closed companions can be exported."),
            EnsembleProposition => throw Unsupported("A claim about expectations over runs", "Its closed companions can be exported."),
            ExperimentProposition => throw Unsupported("A claim about an experiment", "It is about measured data, not about the reals."),
            _ => throw Unsupported($"A {claim.Proposition.GetType().Name}", "Only closed statements can be exported."),
        };
        foreach (ClosedPart part in found.Parts)
        {
            RequireClosed(part.Statement);
        }

        return found;

        UnsupportedShapeException Unsupported(string shape, string remedy) => new($"{claim.Id} [{claim.ReadingText}]: {shape}", remedy);
    }

    /// <summary>Refuses a statement with hypotheses that are no formulas.</summary>
    /// <param name="statement">The statement.</param>
    /// <exception cref="UnsupportedShapeException">It bounds the spectral norm of a matrix.</exception>
    public static void RequireClosed(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.MatrixBounds.Count > 0)
        {
            throw new UnsupportedShapeException(
                $"A bound on the spectral norm of the matrix {statement.MatrixBounds[0].Name}",
                "State the bound as a formula over the entries, or leave it out, which claims more.");
        }
    }

    private static string PartOf(SearchableProposition closed, int size) =>
        closed.SizeName.Length == 0 ? "" : $"{closed.SizeName} = {size}";
}
