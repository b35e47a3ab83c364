using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving.Squares;

namespace ResLinkProofs.Proving;

/// <summary>
/// Branch and bound on closed statements: proves them with a certificate that the kernel replays, refutes them with a confirmed
/// rational point, or says what stood in the way.
/// </summary>
/// <remarks>
/// The domain is first divided breadth-first into a fixed number of parts; each is then searched depth-first in instalments of a
/// fixed number of boxes, and results are combined in the order of the parts. So verdicts and counts
/// do not depend on the number of threads.
/// </remarks>
public static class Prover
{
    private const int Parts = 64;
    private const int FirstInstalment = 64;

    // To look for contacts takes as long as so many boxes, and most statements need none.
    private const long BoxesWithoutContacts = 400;

    private const double NearlySatisfied = 1e-3;

    // A box near contacts costs as much as many others: an expansion of every operation for each of
    // them. What they do not help to decide soon they do not decide.
    private const long MostBoxesWithContacts = 10_000, ContactWork = 4_000_000;

    /// <summary>Decides a statement as far as the budget reaches.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="budget">How much work it may take; the default budget when null.</param>
    public static ProofOutcome Prove(Statement statement, ProofBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(statement);
        budget ??= new ProofBudget();
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        ProofOutcome atOnce = Somewhere(
            statement, Search(statement, problem, [], budget with { Boxes = Math.Min(budget.Boxes, BoxesWithoutContacts) }));
        if (atOnce is not Inconclusive)
        {
            return atOnce;
        }

        if (SquaresProof.Find(problem) is { } squares && CertificateChecker.Check(statement, squares).Accepted is { } proof)
        {
            return new Proved(proof, squares.Count(s => s.Kind != ProofStepKind.Cases));
        }

        IReadOnlyList<KnownContact> contacts = new ContactFinder(problem).Find();
        long boxes = Math.Min(
            Math.Min(budget.Boxes, MostBoxesWithContacts),
            contacts.Count == 0 ? 0 : ContactWork / ((long)problem.Tape.Length * contacts.Count));
        if (boxes > 0 && Search(statement, problem, contacts, budget with { Boxes = boxes }) is var near and not Inconclusive)
        {
            return near;
        }

        var reduction = new ReductionProof(
            (s, p, c, count) => Search(s, p, c, budget with { Boxes = count, Threads = 1 }), budget.Boxes);
        return reduction.Find(problem, contacts) is { } steps && CertificateChecker.Check(statement, steps).Accepted is { } reduced
            ? new Proved(reduced, reduction.Boxes)
            : Somewhere(statement, Last(statement, problem, budget));
    }

    // Where slopes beside contraction left boxes too small with work to spare, slopes after it have a try at what is left of the budget.
    private static ProofOutcome Last(Statement statement, EmptinessProblem problem, ProofBudget budget)
    {
        ProofOutcome first = Search(statement, problem, [], budget);
        return first is Inconclusive { SetAside: > 0 } && first.Boxes < budget.Boxes
            && Search(statement, problem, [], budget with { Boxes = budget.Boxes - first.Boxes, SlopesBesideContraction = false })
                is var second and not Inconclusive
            ? second
            : first;
    }

    // What is not decided may fail at a point that is not rational, near the nearest one that was seen or in the box that is open.
    private static ProofOutcome Somewhere(Statement statement, ProofOutcome outcome)
    {
        if (outcome is not Inconclusive open)
        {
            return outcome;
        }

        if (SliverSearch.In(statement, open.NearestPoint, open.Obstacle?.Box ?? []) is { } precise)
        {
            return new Refuted(precise, outcome.Boxes);
        }

        if (!(open.NearestMargin > -NearlySatisfied))
        {
            return outcome;
        }

        var search = new RootSearch(statement);
        EnclosedWitness? found = search.Near(open.NearestPoint)
            ?? (open.Obstacle is { Box: { Count: > 0 } box } ? search.Near([.. box.Select(b => b.Midpoint)]) : null);
        return found is null ? outcome : new RefutedSomewhere(found, outcome.Boxes);
    }

    private static ProofOutcome Search(
        Statement statement, EmptinessProblem problem, IReadOnlyList<KnownContact> contacts, ProofBudget budget)
    {
        var root = new SearchTree(statement, problem, contacts, budget);
        root.Climb();
        root.Divide(Parts, budget.Boxes);
        long instalment = FirstInstalment;
        while (!root.IsFinished && root.Boxes < budget.Boxes)
        {
            root.Advance(instalment, budget);
            instalment *= 2;
        }

        return root.Conclude(budget);
    }
}
