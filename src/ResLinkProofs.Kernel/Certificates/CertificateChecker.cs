using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>A certificate that the kernel has replayed. Only <see cref="CertificateChecker"/> makes one, so holding one is holding a proof.</summary>
public sealed class AcceptedCertificate
{
    internal AcceptedCertificate(Certificate certificate, Statement? statement)
    {
        Certificate = certificate;
        Statement = statement;
    }

    /// <summary>The replayed certificate: no point of its problem's ranges satisfies its formula.</summary>
    public Certificate Certificate { get; }

    /// <summary>The statement that is thereby proved, when the certificate was checked against one.</summary>
    public Statement? Statement { get; }
}

/// <summary>The outcome of a replay: exactly one of the two is not null.</summary>
/// <param name="Accepted">The proof.</param>
/// <param name="Rejection">Why there is none.</param>
public sealed record CertificateVerdict(AcceptedCertificate? Accepted, string? Rejection);

/// <summary>Replays certificates: one walk through the steps, no search.</summary>
public static class CertificateChecker
{
    /// <summary>Replays a certificate.</summary>
    /// <param name="certificate">The certificate, trusted in nothing.</param>
    /// <param name="statement">The statement that it is to prove; null to prove just its own problem.</param>
    public static CertificateVerdict Check(Certificate certificate, Statement? statement = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        string? rejection = statement is not null && EmptinessProblem.Of(statement).ToString() != certificate.Problem.ToString()
            ? "the certificate is about another statement"
            : Replay(certificate);
        return rejection is null ? new(new AcceptedCertificate(certificate, statement), null) : new(null, rejection);
    }

    private static string? Replay(Certificate certificate)
    {
        var reasoner = new BoxReasoner(certificate.Problem);
        // What is still to be refuted beside the current box: after a split its upper part, after a case distinction the other cases.
        var open = new Stack<(Interval[] Box, int[] Choices)>();
        bool finished = false;
        for (int i = 0; i < certificate.Steps.Count; i++)
        {
            if (finished)
            {
                return $"step {i + 1}: the proof was already complete";
            }

            ProofStep step = certificate.Steps[i];
            string? objection = step.Kind <= ProofStepKind.Fix ? Continue(step, reasoner, open) : Finish(step, reasoner);
            if (objection is not null)
            {
                return $"step {i + 1} ({step.Kind}): {objection}";
            }

            if (step.Kind > ProofStepKind.Fix)
            {
                finished = open.Count == 0;
                if (!finished)
                {
                    (Interval[] box, int[] choices) = open.Pop();
                    reasoner.Load(box, choices);
                }
            }
        }

        return finished ? null : $"the proof ends with {open.Count + 1} part(s) of the domain left";
    }

    private static string? Continue(ProofStep step, BoxReasoner reasoner, Stack<(Interval[] Box, int[] Choices)> open)
    {
        switch (step.Kind)
        {
            case ProofStepKind.Contract:
                return reasoner.Contract() ? null : "nothing is left, which the step denies";
            case ProofStepKind.ContractBySlopes:
                return reasoner.ContractBySlopes() ? null : "nothing is left, which the step denies";
            case ProofStepKind.Cases:
                return Distinguish(step.Index, reasoner, open);
        }

        if (step.Index >= reasoner.Box.Length)
        {
            return $"there is no variable {step.Index}";
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
            open.Push((upper, reasoner.Choices.ToArray()));
            reasoner.Restrict(step.Index, new Interval(range.Lower, step.Number));
            return null;
        }

        return Math.Abs(step.Number) == 1 && reasoner.TryFix(step.Index, (int)step.Number)
            ? null
            : $"the undecided differences are not monotone like this in variable {step.Index} over {range}";
    }

    private static string? Distinguish(int index, BoxReasoner reasoner, Stack<(Interval[] Box, int[] Choices)> open)
    {
        FormulaNode? node = index < reasoner.Problem.Nodes.Count ? reasoner.Problem.Nodes[index] : null;
        if (node is not { Kind: FormulaNodeKind.Or, Operands.Count: > 0 })
        {
            return $"node {index} is no 'or' with operands";
        }

        // Pushed from the last to the first, so that the proofs follow in the order of the operands.
        for (int i = node.Operands.Count - 1; i > 0; i--)
        {
            int[] choices = reasoner.Choices.ToArray();
            choices[index] = node.Operands[i];
            open.Push((reasoner.Box.ToArray(), choices));
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
            _ => false,
        };
        return refuted ? null : "the reason given does not show that the formula fails on this box";
    }
}
