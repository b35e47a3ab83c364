using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export;

/// <summary>Which operations a statement speaks of.</summary>
internal static class UsedOperations
{
    /// <summary>The operations in the hypothesis and the conclusion.</summary>
    public static HashSet<Operation> In(Statement statement)
    {
        var used = new HashSet<Operation>();
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>((statement.Hypothesis & statement.Conclusion).Atoms().SelectMany(a => new[] { a.Left, a.Right }));
        while (pending.TryPop(out Term? term))
        {
            if (seen.Add(term))
            {
                used.Add(term.Operation);
                foreach (Term operand in new[] { term.Left, term.Right, term.Condition }.OfType<Term>())
                {
                    pending.Push(operand);
                }
            }
        }

        return used;
    }
}
