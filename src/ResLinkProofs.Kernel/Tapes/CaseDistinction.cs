using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// Replaces comparisons of piecewise terms by equivalent ones of their pieces: with P = "a where c >= 0, else b", f(P) >= 0 becomes
/// "c >= 0 and f(a) >= 0, or c &lt; 0 and f(b) >= 0". So no conclusion about one piece rests on points at which another one applies.
/// </summary>
/// <remarks>
/// Equivalent at every point, also where something is undefined: an operation has some real value there, the same one wherever
/// it is applied to the same operands. Beyond a number of cases piecewise terms stay as they are, and are enclosed by hulls.
/// </remarks>
public static class CaseDistinction
{
    private const int MaximumCases = 64; // of one comparison

    /// <summary>An equivalent formula.</summary>
    /// <param name="formula">Any formula.</param>
    public static Formula Lift(Formula formula) => formula switch
    {
        Atom atom => Lift(atom),
        Conjunction c => Formula.All(c.Operands.Select(Lift)),
        Disjunction d => Formula.Any(d.Operands.Select(Lift)),
        _ => formula,
    };

    private static Formula Lift(Atom atom)
    {
        int left = MaximumCases - 1;
        return Distinguish(atom, ref left);
    }

    private static Formula Distinguish(Atom atom, ref int left)
    {
        if (left == 0 || FirstCondition(atom.Difference) is not { } condition)
        {
            return atom;
        }

        left--;
        var holds = new Atom(condition, Relation.GreaterOrEqual, Term.Zero);
        var fails = new Atom(Term.Zero, Relation.Greater, condition);
        return Formula.Any(
        [
            Formula.All([Distinguish(holds, ref left), Distinguish(Decided(atom, condition, true), ref left)]),
            Formula.All([Distinguish(fails, ref left), Distinguish(Decided(atom, condition, false), ref left)]),
        ]);
    }

    // The condition of a piecewise term that is part of no other one.
    private static Term? FirstCondition(Term root)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out Term? term))
        {
            if (term.Condition is { } condition)
            {
                return condition;
            }

            foreach (Term? operand in new[] { term.Right, term.Left })
            {
                if (operand is not null && seen.Add(operand))
                {
                    pending.Push(operand);
                }
            }
        }

        return null;
    }

    private static Atom Decided(Atom atom, Term condition, bool holds)
    {
        var done = new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance);
        Term decided = Substitution.Rewrite(
            atom.Difference,
            done,
            term => term.Condition is { } other && IsSame(condition, other) ? done[(holds ? term.Left : term.Right)!] : null);
        return new Atom(decided, atom.Relation, Term.Zero);
    }

    private static bool IsSame(Term condition, Term other)
    {
        if (ReferenceEquals(condition, other))
        {
            return true;
        }

        // Equal terms are one slot of a tape.
        string[] names = [.. NamesIn(condition).Union(NamesIn(other))];
        Tape tape = Tape.Compile(names, [condition, other]);
        return tape.Outputs[0] == tape.Outputs[1];
    }

    private static HashSet<string> NamesIn(Term root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Substitution.Rewrite(root, new(ReferenceEqualityComparer.Instance), term =>
        {
            if (term.Name is { } name)
            {
                names.Add(name);
            }

            return term;
        });
        return names;
    }
}
