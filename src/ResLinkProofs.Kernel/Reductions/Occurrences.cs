using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reductions;

/// <summary>Where a variable occurs in a term.</summary>
internal static class Occurrences
{
    /// <summary>True when the term contains the variable itself nowhere but as the operand of a sine or cosine.</summary>
    public static bool AreWithinSineAndCosine(Term term, string variable)
    {
        bool IsVariable(Term? t) => t is { Operation: Operation.Variable } && t.Name == variable;
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([term]);
        while (pending.TryPop(out Term? next))
        {
            if (IsVariable(next))
            {
                return false;
            }

            foreach (Term? operand in new[] { next.Left, next.Right, next.Condition })
            {
                bool isPeriodic = next.Operation is Operation.Sin or Operation.Cos && IsVariable(operand);
                if (operand is not null && !isPeriodic && seen.Add(operand))
                {
                    pending.Push(operand);
                }
            }
        }

        return true;
    }
}
