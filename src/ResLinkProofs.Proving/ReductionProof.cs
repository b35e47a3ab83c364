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
    private const int Deepest = 3, MostStatements = 120, BoxesOfAStatement = 1_000;
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
            if ((Reduce(problem, contacts, depth) ?? Ends(problem, depth)) is { } steps)
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

    // Every operand of an "or" by itself, and of what is left in turn, as statements of their own where enclosures do not refute them.
    private List<ProofStep>? Cases(EmptinessProblem problem, int depth)
    {
        var reasoner = new BoxReasoner(problem);
        int left = MostOperands;
        return Alternative(reasoner) >= 0 ? Cases(reasoner, depth, ref left) : null;
    }

    private List<ProofStep>? Cases(BoxReasoner reasoner, int depth, ref int left)
    {
        int node = Alternative(reasoner);
        if (node < 0)
        {
            return Restated(reasoner, depth);
        }

        Interval[] box = reasoner.Box.ToArray();
        int[] choices = reasoner.Choices.ToArray();
        var steps = new List<ProofStep> { new(ProofStepKind.Cases, node) };
        foreach (int operand in reasoner.Problem.Nodes[node].Operands)
        {
            reasoner.Load(box, choices);
            reasoner.Choose(node, operand);
            if (reasoner.IsRefutedByValues())
            {
                steps.Add(new(ProofStepKind.Values));
            }
            else if (--left >= 0 && Cases(reasoner, depth, ref left) is { } proof)
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

    private static int Alternative(BoxReasoner reasoner) => Enumerable.Range(0, reasoner.Problem.Nodes.Count).LastOrDefault(
        k => reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Or, Operands.Count: > 1 and <= MostOperands }
            && reasoner.Choices[k] < 0 && reasoner.IsRelevant(k), -1);

    // The range of one variable in three: parts near its ends, where nothing can be expanded, and what is left by branch and bound.
    private List<ProofStep>? Ends(EmptinessProblem problem, int depth)
    {
        if (problem.Variables.Count != 1)
        {
            return null;
        }

        var reasoner = new BoxReasoner(problem);
        Interval whole = reasoner.Box[0];
        int[] choices = reasoner.Choices.ToArray();
        List<ProofStep>? Part(double low, double high, int deep)
        {
            reasoner.Load([new Interval(low, high)], choices);
            return reasoner.IsRefutedByValues() ? [new ProofStep(ProofStepKind.Values)] : Restated(reasoner, deep);
        }

        (double a, double b) = EndParts.Cuts(whole);
        return Part(a, b, 0) is { } middle && Part(whole.Lower, a, depth) is { } first && Part(b, whole.Upper, depth) is { } last
            ? [new(ProofStepKind.Split, 0, a), .. first, new(ProofStepKind.Split, 0, b), .. middle, .. last]
            : null;
    }

    // What is required as a statement of its own: of the variables of what is to be refuted alone, where it has but one, or else of all.
    private List<ProofStep>? Restated(BoxReasoner reasoner, int depth)
    {
        if (Targets(reasoner) is not [var first, ..])
        {
            return null;
        }

        EmptinessProblem problem = reasoner.Problem;
        bool isOfOne = depth > 0 && problem.Variables.Count > 1
            && Enumerable.Range(0, problem.Variables.Count).Count(i => reasoner.Slopes(first)[i] is not { Lower: 0, Upper: 0 }) == 1;
        return (isOfOne ? By(reasoner, new Reduction(ReductionKind.Restatement, first, 1), depth) : null)
            ?? By(reasoner, new Reduction(ReductionKind.Restatement, first), depth);
    }

    private List<ProofStep>? By(BoxReasoner reasoner, Reduction reduction, int depth) =>
        reasoner.Reduce(reduction) is { } other && Prove(other, depth) is { } proof ? [new ProofStep(reduction), .. proof] : null;

    // What may be refuted; hypotheses that only say where a variable lies are left out beside others.
    private static List<int> Targets(BoxReasoner reasoner)
    {
        List<int> all = [.. Enumerable.Range(0, reasoner.Problem.Nodes.Count)
            .Where(k => reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Atom, Relation: Relation.Greater or Relation.GreaterOrEqual }
                && reasoner.IsRelevant(k))];
        bool[] isSimple = new bool[reasoner.Problem.Tape.Length];
        for (int k = 0; k < isSimple.Length; k++)
        {
            Instruction step = reasoner.Problem.Tape.Instructions[k];
            isSimple[k] = Term.IsLeaf(step.Operation)
                || (step.Operation is Operation.Add or Operation.Subtract && isSimple[step.Left] && isSimple[step.Right]);
        }

        List<int> others = [.. all.Where(k => !isSimple[reasoner.Problem.Nodes[k].Slot])];
        return others.Count > 0 ? others : all;
    }

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

            foreach (ContactAnchor at in Criticality.Lines(problem, node))
            {
                yield return new Reduction(ReductionKind.Derivative, node, 1, at);
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
                        if (Has(Operation.Log, Operation.Sqrt, Operation.Acos, Operation.Asin))
                        {
                            yield return new Reduction(ReductionKind.MeanValue, node, 1, new ContactAnchor(i, value));
                        }
                    }
                }

                foreach ((double end, int sign) in new[] { (reasoner.Box[i].Upper, 1), (reasoner.Box[i].Lower, -1) })
                {
                    if (double.IsInfinity(end))
                    {
                        yield return new Reduction(ReductionKind.Limit, node, 0, new ContactAnchor(i, sign));
                    }
                }
            }

            if (Orthant.Sum(reasoner) is { } sum)
            {
                yield return new Reduction(ReductionKind.Sides, node, 0, sum);
            }
        }
    }
}
