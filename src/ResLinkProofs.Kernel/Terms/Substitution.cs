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

    private static Formula Apply(Formula formula, IReadOnlyDictionary<string, Term> replacements, Dictionary<Term, Term> done) => formula switch
    {
        Atom atom => new Atom(Apply(atom.Left, replacements, done), atom.Relation, Apply(atom.Right, replacements, done)),
        Conjunction c => Formula.All(c.Operands.Select(f => Apply(f, replacements, done))),
        Disjunction d => Formula.Any(d.Operands.Select(f => Apply(f, replacements, done))),
        _ => throw new ArgumentException($"Unknown formula {formula?.GetType().Name}.", nameof(formula)),
    };

    private static Term Apply(Term term, IReadOnlyDictionary<string, Term> replacements, Dictionary<Term, Term> done)
    {
        if (term.Operation == Operation.Variable)
        {
            return replacements.GetValueOrDefault(term.Name!, term);
        }

        if (Term.IsLeaf(term.Operation))
        {
            return term;
        }

        if (!done.TryGetValue(term, out Term? result))
        {
            Term left = Apply(term.Left!, replacements, done);
            Term? right = term.Right is null ? null : Apply(term.Right, replacements, done);
            result = Term.Create(term.Operation, left, right, term.Exponent);
            done.Add(term, result);
        }

        return result;
    }
}
