using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Squares;

namespace ResLinkProofs.Proving;

/// <summary>
/// Proofs by other statements that imply the one that is asked for: signs of derivatives about where sides meet, numerators and
/// denominators, logarithms, periods, parts of unbounded ranges. Each is searched a little, then those that imply it, and so on.
/// </summary>
internal sealed class ReductionProof
{
    private const int Deepest = 3, MostStatements = 60, BoxesOfAStatement = 1_000;
    private const int LargestDimension = 3, LargestTape = 120, LargestSearched = 40, MostOperands = 24, HighestDerivative = 4;
    private const long BoxesAtFirst = 200, BoxesWithContacts = 1_000;

    private readonly Func<Statement, EmptinessProblem, IReadOnlyList<KnownContact>, long, ProofOutcome> _search;
    private readonly long _most, _mostStatements;
    private int _statements;

    /// <param name="search">Branch and bound with contacts and a number of boxes.</param>
    /// <param name="most">The boxes that may be examined in all; looking for contacts and squares counts as a thousand a statement.</param>
    public ReductionProof(Func<Statement, EmptinessProblem, IReadOnlyList<KnownContact>, long, ProofOutcome> search, long most) =>
        (_search, _most, _mostStatements) = (search, most, Math.Min(MostStatements, most / BoxesOfAStatement));

    /// <summary>The boxes that were examined.</summary>
    public long Boxes { get; private set; }

    /// <summary>The steps of a proof that begins with a reduction, or null.</summary>
    public IReadOnlyList<ProofStep>? Find(EmptinessProblem problem, IReadOnlyList<KnownContact> contacts)
    {
        if (problem.Variables.Count > LargestDimension || problem.Tape.Length > LargestTape)
        {
            return null;
        }

        for (int depth = 1; depth <= Deepest && _statements < _mostStatements && Boxes < _most; depth++)
        {
            if (Reduce(problem, contacts, depth) is { } steps)
            {
                return steps;
            }
        }

        return null;
    }

    private IReadOnlyList<ProofStep>? Prove(Statement statement, int depth)
    {
        if (++_statements > _mostStatements || Boxes >= _most)
        {
            return null;
        }

        EmptinessProblem problem = EmptinessProblem.Of(statement);
        if (problem.Tape.Length > LargestTape)
        {
            return null;
        }

        ProofOutcome outcome = Search(statement, problem, [], BoxesAtFirst);
        if (outcome is not Inconclusive)
        {
            return (outcome as Proved)?.Proof.Certificate.Steps;
        }

        if (Cases(problem, depth) is { } cases)
        {
            return cases;
        }

        if (problem.Tape.Length > LargestSearched)
        {
            return depth > 0 ? Reduce(problem, new ContactFinder(problem).Find(), depth) : null;
        }

        if (SquaresProof.Find(problem) is { } squares)
        {
            return squares;
        }

        IReadOnlyList<KnownContact> contacts = new ContactFinder(problem).Find();
        return contacts.Count > 0 && Boxes < _most && Search(statement, problem, contacts, BoxesWithContacts) is Proved near
            ? near.Proof.Certificate.Steps
            : depth > 0 ? Reduce(problem, contacts, depth) : null;
    }

    private ProofOutcome Search(Statement statement, EmptinessProblem problem, IReadOnlyList<KnownContact> contacts, long boxes)
    {
        ProofOutcome outcome = _search(statement, problem, contacts, Math.Min(boxes, _most - Boxes));
        Boxes += outcome.Boxes;
        return outcome;
    }

    // Every operand of an "or" by itself, as a statement of its own where enclosures do not refute it.
    private List<ProofStep>? Cases(EmptinessProblem problem, int depth)
    {
        var reasoner = new BoxReasoner(problem);
        int node = Enumerable.Range(0, problem.Nodes.Count).LastOrDefault(
            k => problem.Nodes[k] is { Kind: FormulaNodeKind.Or, Operands.Count: > 1 and <= MostOperands } && reasoner.IsRelevant(k), -1);
        if (node < 0)
        {
            return null;
        }

        Interval[] box = reasoner.Box.ToArray();
        int[] choices = reasoner.Choices.ToArray();
        var steps = new List<ProofStep> { new(ProofStepKind.Cases, node) };
        foreach (int operand in problem.Nodes[node].Operands)
        {
            reasoner.Load(box, choices);
            reasoner.Choose(node, operand);
            if (reasoner.IsRefutedByValues())
            {
                steps.Add(new(ProofStepKind.Values));
            }
            else if (Restated(reasoner, depth) is { } proof)
            {
                steps.AddRange(proof);
            }
            else
            {
                return null;
            }
        }

        return steps;
    }

    private List<ProofStep>? Restated(BoxReasoner reasoner, int depth) =>
        Targets(reasoner) is [var first, ..] ? By(reasoner, new Reduction(ReductionKind.Restatement, first), depth) : null;

    private List<ProofStep>? By(BoxReasoner reasoner, Reduction reduction, int depth) =>
        reasoner.Reduce(reduction) is { } other && Prove(other, depth) is { } proof ? [new ProofStep(reduction), .. proof] : null;

    private static List<int> Targets(BoxReasoner reasoner) => [.. Enumerable.Range(0, reasoner.Problem.Nodes.Count)
        .Where(k => reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Atom, Relation: Relation.Greater or Relation.GreaterOrEqual }
            && reasoner.IsRelevant(k))];

    private List<ProofStep>? Reduce(EmptinessProblem problem, IReadOnlyList<KnownContact> contacts, int depth)
    {
        var reasoner = new BoxReasoner(problem);
        foreach (Reduction reduction in Candidates(reasoner, contacts))
        {
            if (By(reasoner, reduction, depth - 1) is { } steps)
            {
                return steps;
            }
        }

        return null;
    }

    private static IEnumerable<Reduction> Candidates(BoxReasoner reasoner, IReadOnlyList<KnownContact> contacts)
    {
        EmptinessProblem problem = reasoner.Problem;
        for (int i = 0; i < problem.Variables.Count; i++)
        {
            RealVariable range = problem.Variables[i];
            bool occurs = problem.Tape.Instructions.ToArray().Any(step => step.Operation == Operation.Variable && step.Left == i);
            int node = Enumerable.Range(0, problem.Nodes.Count).FirstOrDefault(k => problem.Nodes[k].Kind == FormulaNodeKind.Atom, -1);
            if (occurs && range.Lower is not null && range.Lower == range.Upper)
            {
                yield return new Reduction(ReductionKind.Substitution, node, 0, new ContactAnchor(i, 0));
            }
        }

        for (int k = 0; k < problem.Nodes.Count; k++)
        {
            // An equation is solved for the first variable for which it can be.
            if (problem.Nodes[k] is { Kind: FormulaNodeKind.Atom, Relation: Relation.Equal }
                && Enumerable.Range(0, problem.Variables.Count)
                    .Select(i => new Reduction(ReductionKind.Substitution, k, 0, new ContactAnchor(i, 0)))
                    .FirstOrDefault(r => reasoner.Reduce(r) is not null) is { } solved)
            {
                yield return solved;
            }
        }

        List<int> targets = Targets(reasoner);
        foreach (int node in targets)
        {
            for (int i = 0; i < problem.Variables.Count; i++)
            {
                if (!reasoner.Box[i].IsBounded)
                {
                    yield return new Reduction(ReductionKind.Period, node, 0, new ContactAnchor(i, 0));
                }
            }

            foreach (KnownContact contact in contacts.Where(c => c.Node == node && c.Anchors.Count == 1))
            {
                for (int order = Math.Min(contact.Order, HighestDerivative); order >= 1; order--)
                {
                    yield return new Reduction(ReductionKind.Derivative, node, order, contact.Anchors[0]);
                }
            }

            bool Has(params Operation[] operations) => problem.Tape.Instructions.ToArray().Any(i => operations.Contains(i.Operation));
            yield return new Reduction(ReductionKind.Signs, node);
            if (Has(Operation.Exp, Operation.RealPower))
            {
                yield return new Reduction(ReductionKind.Logarithms, node);
            }

            if (Has(Operation.Log))
            {
                yield return new Reduction(ReductionKind.Exponentials, node);
            }

            if (Has(Operation.Sqrt))
            {
                yield return new Reduction(ReductionKind.Squares, node);
            }

            for (int i = 0; i < problem.Variables.Count; i++)
            {
                foreach (Rational? end in new[] { problem.Variables[i].Lower, problem.Variables[i].Upper })
                {
                    if (end is { } value)
                    {
                        yield return new Reduction(ReductionKind.Derivative, node, 1, new ContactAnchor(i, value));
                    }
                }
            }
        }
    }
}
