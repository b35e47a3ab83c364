using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>The variables that occur in terms and formulas.</summary>
internal static class FreeNames
{
    /// <summary>The names in a formula.</summary>
    public static IReadOnlySet<string> Of(Formula formula) => Walk(formula.Atoms().SelectMany(a => new[] { a.Left, a.Right }));

    /// <summary>The names in a term.</summary>
    public static IReadOnlySet<string> Of(Term term) => Walk([term]);

    private static SortedSet<string> Walk(IEnumerable<Term> roots)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>(roots);
        while (pending.Count > 0)
        {
            Term term = pending.Pop();
            if (!seen.Add(term))
            {
                continue;
            }

            if (term.Name is { } name)
            {
                names.Add(name);
            }

            if (term.Left is { } left)
            {
                pending.Push(left);
            }

            if (term.Right is { } right)
            {
                pending.Push(right);
            }

            if (term.Condition is { } condition)
            {
                pending.Push(condition);
            }
        }

        return names;
    }
}
