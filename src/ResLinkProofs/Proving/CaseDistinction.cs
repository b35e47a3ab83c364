using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving;

/// <summary>Divides a box by the operands of an undecided "or".</summary>
internal sealed class CaseDistinction(BoxReasoner reasoner)
{
    private const int MaximumDepth = 6;

    /// <summary>Pushes a copy of the box for every operand, the last one first.</summary>
    /// <returns>False, with nothing done, when there is none, or enough were distinguished already.</returns>
    public bool TryDivide(List<ProofStep> steps, BoxStack parts)
    {
        ReadOnlySpan<int> made = reasoner.Choices;
        int depth = 0;
        foreach (int choice in made)
        {
            depth += choice >= 0 ? 1 : 0;
        }

        if (depth >= MaximumDepth)
        {
            return false;
        }

        for (int k = made.Length - 1; k >= 0; k--)
        {
            FormulaNode node = reasoner.Problem.Nodes[k];
            if (node.Kind != FormulaNodeKind.Or || made[k] >= 0 || node.Operands.Count == 0 || !reasoner.IsRelevant(k))
            {
                continue;
            }

            steps.Add(new(ProofStepKind.Cases, k));
            int[] choices = made.ToArray();
            for (int i = node.Operands.Count - 1; i >= 0; i--)
            {
                choices[k] = node.Operands[i];
                parts.Push(reasoner.Box, choices);
            }

            return true;
        }

        return false;
    }
}
