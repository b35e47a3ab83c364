using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

/// <summary>A term as a function of one of its variables: its derivative, and where it is continuous and differentiable. Subterms stay shared.</summary>
public sealed class Differentiation
{
    private readonly string _variable;
    private readonly Dictionary<Term, Term?> _derivatives = new(ReferenceEqualityComparer.Instance);

    /// <summary>Nothing is differentiated yet.</summary>
    /// <param name="variable">The name of the variable; all others are held fixed.</param>
    public Differentiation(string variable)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variable);
        _variable = variable;
    }

    /// <summary>
    /// The derivative; it has that value wherever <see cref="Domain"/> with <c>differentiable</c> holds. Null when some operation that depends on the
    /// variable has no derivative that is a term.
    /// </summary>
    /// <param name="term">Any term.</param>
    public Term? Of(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        foreach (Term subterm in Subterms(term))
        {
            _derivatives[subterm] = Derive(subterm);
        }

        return _derivatives[term];
    }

    /// <summary>
    /// Where all operations of the term that depend on the variable are defined and continuous or, if asked for, differentiable; operations that do not
    /// depend on it have some value or other, the same all along.
    /// </summary>
    /// <param name="term">Any term.</param>
    /// <param name="differentiable">True for differentiability.</param>
    public Formula Domain(Term term, bool differentiable)
    {
        ArgumentNullException.ThrowIfNull(term);
        _ = Of(term);
        var conditions = new List<Formula>();
        foreach (Term subterm in Subterms(term, again: true).Where(t => !Term.IsLeaf(t.Operation) && DependsOnVariable(t)))
        {
            conditions.Add((subterm.Right, differentiable) switch
            {
                (null, true) => Operators.Unary(subterm.Operation, subterm.Exponent).DifferentiableDomain(subterm.Left!),
                (null, false) => Operators.Unary(subterm.Operation, subterm.Exponent).Domain(subterm.Left!),
                ({ } right, true) => Operators.Binary(subterm.Operation).DifferentiableDomain(subterm.Left!, right),
                ({ } right, false) => Operators.Binary(subterm.Operation).Domain(subterm.Left!, right),
            });
        }

        return Formula.All(conditions);
    }

    // A null derivative belongs to a term that does depend on the variable.
    private bool DependsOnVariable(Term term) => _derivatives[term] is not { IsZero: true };

    private Term? Derive(Term term)
    {
        if (term.Operation == Operation.Variable)
        {
            return term.Name == _variable ? Term.One : Term.Zero;
        }

        if (Term.IsLeaf(term.Operation))
        {
            return Term.Zero;
        }

        if (!DependsOnVariable(term.Left!) && (term.Right is null || !DependsOnVariable(term.Right)))
        {
            return Term.Zero;
        }

        Term? left = _derivatives[term.Left!];
        if (term.Right is null)
        {
            return left is null || Operators.Unary(term.Operation, term.Exponent).DerivativeTerm(term.Left!) is not { } outer ? null : outer * left;
        }

        return left is null || _derivatives[term.Right] is not { } right || Operators.Binary(term.Operation).DerivativeTerms(term.Left!, term.Right) is not { } partial
            ? null
            : Product(partial.Left, left) + Product(partial.Right, right);
    }

    // A factor that is the literal zero drops the other one, undefined or not: the operand does not depend on the variable.
    private static Term Product(Term partial, Term inner) => inner.IsZero ? Term.Zero : partial * inner;

    // Operands before what is made of them, on an explicit stack: terms may be deep. What was differentiated before is left out unless asked for.
    private IEnumerable<Term> Subterms(Term root, bool again = false)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(Term Term, bool OperandsDone)>([(root, false)]);
        while (pending.TryPop(out (Term Term, bool OperandsDone) next))
        {
            if (next.OperandsDone)
            {
                yield return next.Term;
            }
            else if ((again || !_derivatives.ContainsKey(next.Term)) && seen.Add(next.Term))
            {
                pending.Push((next.Term, true));
                foreach (Term? operand in new[] { next.Term.Right, next.Term.Left })
                {
                    if (operand is not null)
                    {
                        pending.Push((operand, false));
                    }
                }
            }
        }
    }
}
