using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>
/// Replays proofs: one walk through the steps, no search. Nothing that it is given is trusted; hostile input costs bounded work and space.
/// </summary>
public static class CertificateChecker
{
    // Bounds of what a replay may need beside the certificate, in intervals: slopes of all nodes, a Hessian, the parts that are open.
    private const long LargestSlopes = 1L << 26;
    private const int LargestHessian = 1 << 13, DeepestReduction = 16;
    private const long LargestOpen = 1L << 24;

    /// <summary>Replays steps as a proof of a statement, whose problem is made here.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="steps">The steps, in preorder.</param>
    public static CertificateVerdict Check(Statement statement, IEnumerable<ProofStep> steps)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(steps);
        return AcceptedCertificate.Prove(statement, steps);
    }

    /// <summary>Replays a certificate as a proof of a statement: it has to be about the problem of that statement, slot by slot.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="statement">The statement.</param>
    public static CertificateVerdict Check(Certificate certificate, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(statement);
        return EmptinessProblem.Of(statement).IsSameAs(certificate.Problem)
            ? AcceptedCertificate.Prove(statement, certificate.Steps)
            : new(null, "the certificate is about another statement");
    }

    /// <summary>Replays a certificate as a proof of nothing but its own problem.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>Null when no point of the ranges of its problem satisfies the formula; otherwise why that is not shown.</returns>
    public static string? Replay(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        int variables = certificate.Problem.Variables.Count, nodes = certificate.Problem.Nodes.Count;
        if ((long)variables * nodes > LargestSlopes)
        {
            return $"the problem is too large to be replayed: {variables} variables times {nodes} nodes";
        }

        var reasoner = new BoxReasoner(certificate.Problem);
        var open = new Stack<OpenPart>();
        var outer = new Stack<(BoxReasoner Reasoner, Stack<OpenPart> Open)>();
        bool finished = false;
        for (int i = 0; i < certificate.Steps.Count; i++)
        {
            if (finished)
            {
                return $"step {i + 1}: the proof was already complete";
            }

            ProofStep step = certificate.Steps[i];
            if (step.Kind == ProofStepKind.Reduce)
            {
                if (step.Reduction is not { } reduction || outer.Count == DeepestReduction || reasoner.Reduce(reduction) is not { } other)
                {
                    return $"step {i + 1} ({step.Kind}): it is not allowed here";
                }

                outer.Push((reasoner, open));
                (reasoner, open) = (new BoxReasoner(EmptinessProblem.Of(other)), new Stack<OpenPart>());
                continue;
            }

            bool finishes = Finishes(step.Kind);
            string? objection = Malformation(step, reasoner.Problem)
                ?? (finishes ? Finish(step, reasoner) : Continue(step, reasoner, open));
            if (objection is not null)
            {
                return $"step {i + 1} ({step.Kind}): {objection}";
            }

            finished = finishes && !GoOn(reasoner, open);
            while (finished && outer.TryPop(out (BoxReasoner Reasoner, Stack<OpenPart> Open) reduced))
            {
                (reasoner, open) = reduced;
                finished = !GoOn(reasoner, open);
            }

            if ((long)open.Count * (variables + nodes) > LargestOpen)
            {
                return $"step {i + 1}: {open.Count} parts of the domain are open at once, which is too much to be replayed";
            }
        }

        return finished ? null : $"the proof ends with {open.Count + 1 + outer.Sum(o => o.Open.Count)} part(s) of the domain left";
    }

    private static bool Finishes(ProofStepKind kind) => kind switch
    {
        ProofStepKind.Values or ProofStepKind.MeanValues or ProofStepKind.Curvature => true,
        ProofStepKind.Exhausted or ProofStepKind.ExhaustedBySlopes or ProofStepKind.Contact or ProofStepKind.Squares => true,
        ProofStepKind.Precision => true,
        _ => false,
    };

    // What no step of its kind may look like, whatever the box.
    private static string? Malformation(ProofStep step, EmptinessProblem problem)
    {
        bool isOfVariable = step.Kind is ProofStepKind.Split or ProofStepKind.Fix;
        bool isOfNode = step.Kind is ProofStepKind.Cases or ProofStepKind.Curvature or ProofStepKind.Contact;
        int count = isOfVariable ? problem.Variables.Count : isOfNode ? problem.Nodes.Count : int.MaxValue;
        return step.Index < 0 || step.Index >= count ? $"there is no {(isOfVariable ? "variable" : "node")} {step.Index}"
            : !double.IsFinite(step.Number) || (step.Point ?? []).Any(x => !double.IsFinite(x)) ? "its numbers are not finite"
            : (step.Kind == ProofStepKind.Contact) != (step.Contact is not null) ? "a step at a contact, and no other, says which"
            : (step.Kind == ProofStepKind.Squares) != (step.Squares is not null) ? "a step by squares, and no other, has them"
            : step.Kind is ProofStepKind.Curvature or ProofStepKind.Contact && problem.Variables.Count > LargestHessian
                ? $"{problem.Variables.Count} variables are too many for it"
            : null;
    }

    // Goes to the next open part, if there is one.
    private static bool GoOn(BoxReasoner reasoner, Stack<OpenPart> open)
    {
        if (!open.TryPop(out OpenPart part))
        {
            return false;
        }

        if (part.Node >= 0)
        {
            IReadOnlyList<int> operands = reasoner.Problem.Nodes[part.Node].Operands;
            part.Choices[part.Node] = operands[part.Operand];
            if (part.Operand + 1 < operands.Count)
            {
                open.Push(part with { Operand = part.Operand + 1 });
            }
        }

        reasoner.Load(part.Box, part.Choices);
        return true;
    }

    private static string? Continue(ProofStep step, BoxReasoner reasoner, Stack<OpenPart> open)
    {
        switch (step.Kind)
        {
            case ProofStepKind.Contract:
                return reasoner.Contract() ? null : "nothing is left, which the step denies";
            case ProofStepKind.ContractBySlopes:
                return reasoner.ContractBySlopes() ? null : "nothing is left, which the step denies";
            case ProofStepKind.Sharpen:
                return reasoner.TrySharpen() ? null : "the problem is too long for affine forms";
            case ProofStepKind.Cases:
                return Distinguish(step.Index, reasoner, open);
            case ProofStepKind.Split or ProofStepKind.Fix:
                break;
            default:
                return "there is no step of this kind";
        }

        Interval range = reasoner.Box[step.Index];
        if (step.Kind == ProofStepKind.Split)
        {
            if (!range.Contains(step.Number))
            {
                return $"{step.Number:R} is not in the range {range} of variable {step.Index}";
            }

            Interval[] upper = reasoner.Box.ToArray();
            upper[step.Index] = new Interval(step.Number, range.Upper);
            open.Push(new OpenPart(upper, reasoner.Choices.ToArray()));
            reasoner.Restrict(step.Index, new Interval(range.Lower, step.Number));
            return null;
        }

        return Math.Abs(step.Number) == 1 && reasoner.TryFix(step.Index, (int)step.Number)
            ? null
            : $"the undecided differences are not monotone like this in variable {step.Index} over {range}";
    }

    private static string? Distinguish(int index, BoxReasoner reasoner, Stack<OpenPart> open)
    {
        FormulaNode node = reasoner.Problem.Nodes[index];
        if (node is not { Kind: FormulaNodeKind.Or, Operands.Count: > 0 })
        {
            return $"node {index} is no 'or' with operands";
        }

        if (node.Operands.Count > 1)
        {
            open.Push(new OpenPart(reasoner.Box.ToArray(), reasoner.Choices.ToArray(), index, 1));
        }

        reasoner.Choose(index, node.Operands[0]);
        return null;
    }

    private static string? Finish(ProofStep step, BoxReasoner reasoner)
    {
        bool refuted = step.Kind switch
        {
            ProofStepKind.Values => reasoner.IsRefutedByValues(),
            ProofStepKind.MeanValues => reasoner.IsRefutedByMeanValues(),
            ProofStepKind.Exhausted => !reasoner.Contract(),
            ProofStepKind.ExhaustedBySlopes => !reasoner.ContractBySlopes(),
            ProofStepKind.Curvature => reasoner.IsRefutedByCurvature(step.Index, step.Number, step.Point ?? []),
            ProofStepKind.Contact => reasoner.IsRefutedByContact(step.Contact!),
            ProofStepKind.Squares => reasoner.IsRefutedBySquares(step.Squares!),
            ProofStepKind.Precision => reasoner.IsRefutedByPrecision(step.Number),
            _ => false,
        };
        return refuted ? null : "the reason given does not show that the formula fails on this box";
    }

    // What is still to be refuted beside the current box: after a split its upper part; after a case distinction the operands of a node
    // from one of them on, in order, so that all of them together take no more room than one.
    private readonly record struct OpenPart(Interval[] Box, int[] Choices, int Node = -1, int Operand = 0);
}
