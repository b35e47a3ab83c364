using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Squares;

/// <summary>Proofs without division of the domain: a distinction of cases, and sums of squares in each.</summary>
internal static class SquaresProof
{
    private const int MostCases = 8;

    /// <summary>The steps of a proof for a whole problem, or null.</summary>
    public static IReadOnlyList<ProofStep>? Find(EmptinessProblem problem)
    {
        var reasoner = new BoxReasoner(problem);
        var steps = new List<ProofStep>();
        int cases = 1;
        return Prove(reasoner, steps, ref cases) ? steps : null;
    }

    private static bool Prove(BoxReasoner reasoner, List<ProofStep> steps, ref int cases)
    {
        if (reasoner.IsRefutedByValues())
        {
            steps.Add(new(ProofStepKind.Values));
            return true;
        }

        if (new SquaresFinder(reasoner).Find() is { } found)
        {
            steps.Add(new(found));
            return true;
        }

        int node = -1;
        for (int k = reasoner.Problem.Nodes.Count - 1; k >= 0 && node < 0; k--)
        {
            bool isOpen = reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Or, Operands.Count: > 0 } && reasoner.Choices[k] < 0
                && reasoner.IsRelevant(k);
            node = isOpen ? k : node;
        }

        if (node < 0)
        {
            return false;
        }

        IReadOnlyList<int> operands = reasoner.Problem.Nodes[node].Operands;
        cases += operands.Count - 1;
        if (cases > MostCases)
        {
            return false;
        }

        steps.Add(new(ProofStepKind.Cases, node));
        Interval[] box = reasoner.Box.ToArray();
        int[] choices = reasoner.Choices.ToArray();
        foreach (int operand in operands)
        {
            reasoner.Load(box, choices);
            reasoner.Choose(node, operand);
            if (!Prove(reasoner, steps, ref cases))
            {
                return false;
            }
        }

        return true;
    }
}
