using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

/// <summary>Replaces variables by terms. Shared subterms stay shared.</summary>
public static class Substitution
{
    /// <summary>Replaces variables in a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="replacements">What replaces each variable; variables without an entry stay.</param>
    public static Formula Apply(Formula formula, IReadOnlyDictionary<string, Term> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return Apply(formula, replacements, new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance));
    }

    /// <summary>Replaces variables in a term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="replacements">What replaces each variable; variables without an entry stay.</param>
    public static Term Apply(Term term, IReadOnlyDictionary<string, Term> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return Apply(term, replacements, new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance));
    }

    /// <summary>Rebuilds a term from the leaves up; shared subterms are rebuilt once.</summary>
    /// <param name="root">The term.</param>
    /// <param name="done">What subterms became; the rule finds the operands of its term here.</param>
    /// <param name="rule">What a subterm becomes; null where it is made again of its operands.</param>
    internal static Term Rewrite(Term root, Dictionary<Term, Term> done, Func<Term, Term?> rule)
    {
        ArgumentNullException.ThrowIfNull(root);
        // An explicit stack: terms read from files may be a million levels deep.
        var pending = new Stack<Term>([root]);
        while (pending.Count > 0)
        {
            Term term = pending.Peek();
            if (IsReady(term.Left, pending, done) & IsReady(term.Right, pending, done) & IsReady(term.Condition, pending, done))
            {
                pending.Pop();
                if (!done.ContainsKey(term))
                {
                    done.Add(term, rule(term) ?? Rebuild(term, done));
                }
            }
        }

        return done[root];
    }

    private static Formula Apply(
        Formula formula, IReadOnlyDictionary<string, Term> replacements, Dictionary<Term, Term> done) => formula switch
        {
            Atom atom => new Atom(Apply(atom.Left, replacements, done), atom.Relation, Apply(atom.Right, replacements, done)),
            Conjunction c => Formula.All(c.Operands.Select(f => Apply(f, replacements, done))),
            Disjunction d => Formula.Any(d.Operands.Select(f => Apply(f, replacements, done))),
            _ => throw new ArgumentException($"Unknown formula {formula?.GetType().Name}.", nameof(formula)),
        };

    private static Term Apply(Term root, IReadOnlyDictionary<string, Term> replacements, Dictionary<Term, Term> done) =>
        Rewrite(root, done, term => term.Operation == Operation.Variable ? replacements.GetValueOrDefault(term.Name!, term) : null);

    private static bool IsReady(Term? operand, Stack<Term> pending, Dictionary<Term, Term> done)
    {
        if (operand is null || done.ContainsKey(operand))
        {
            return true;
        }

        pending.Push(operand);
        return false;
    }

    private static Term Rebuild(Term term, Dictionary<Term, Term> done) => Term.IsLeaf(term.Operation)
        ? term
        : Term.Create(
            term.Operation,
            done[term.Left!],
            term.Right is null ? null : done[term.Right],
            term.Exponent,
            term.Condition is null ? null : done[term.Condition],
            term.Integrand);
}
