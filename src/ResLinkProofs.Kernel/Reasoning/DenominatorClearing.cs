using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Adds to an inequality p/q + r &gt;= 0 the equivalent p + q r &gt;= 0, where q is positive at all real numbers by its form (1 + x^2, 1 + exp(-x), ...) and
/// depends on an unbounded variable: towards infinity a quotient has no useful enclosure, and its numerator still is monotone.
/// </summary>
internal static class DenominatorClearing
{
    private const int MaximumDepth = 100;
    private const int MaximumDenominators = 4;

    /// <summary>An equivalent formula.</summary>
    /// <param name="formula">Any formula.</param>
    /// <param name="unbounded">The names of the variables whose range is unbounded.</param>
    public static Formula Resolve(Formula formula, IReadOnlySet<string> unbounded) => unbounded.Count == 0 ? formula : formula switch
    {
        Atom { Relation: Relation.Greater or Relation.GreaterOrEqual } atom => Resolve(atom, unbounded),
        Conjunction c => Formula.All(c.Operands.Select(f => Resolve(f, unbounded))),
        Disjunction d => Formula.Any(d.Operands.Select(f => Resolve(f, unbounded))),
        _ => formula,
    };

    private static Formula Resolve(Atom atom, IReadOnlySet<string> unbounded)
    {
        int denominators = 0;
        (Term numerator, Term? denominator) = Fraction(atom.Difference, MaximumDepth, ref denominators);
        bool helps = denominator is not null && denominators <= MaximumDenominators && Mentions(denominator, unbounded);
        return Formula.All(helps ? [atom, atom.Relation == Relation.Greater ? numerator > 0 : numerator >= 0] : [atom]);
    }

    // The term as a quotient with a positive denominator; null for the denominator 1.
    private static (Term Numerator, Term? Denominator) Fraction(Term term, int depth, ref int denominators)
    {
        if (depth == 0)
        {
            return (term, null);
        }

        switch (term.Operation)
        {
            case Operation.Negate:
                (Term negated, Term? below) = Fraction(term.Left!, depth - 1, ref denominators);
                return (-negated, below);
            case Operation.Add or Operation.Subtract or Operation.Multiply:
                (Term first, Term? firstBelow) = Fraction(term.Left!, depth - 1, ref denominators);
                (Term second, Term? secondBelow) = Fraction(term.Right!, depth - 1, ref denominators);
                if (firstBelow is null && secondBelow is null)
                {
                    return (term, null);
                }

                Term? common = firstBelow is null ? secondBelow : secondBelow is null ? firstBelow : firstBelow * secondBelow;
                if (term.Operation == Operation.Multiply)
                {
                    return (first * second, common);
                }

                Term left = secondBelow is null ? first : first * secondBelow, right = firstBelow is null ? second : second * firstBelow;
                return (term.Operation == Operation.Add ? left + right : left - right, common);
            case Operation.Divide when IsPositive(term.Right!, MaximumDepth):
                denominators++;
                (Term top, Term? within) = Fraction(term.Left!, depth - 1, ref denominators);
                return (top, within is null ? term.Right! : within * term.Right!);
            default:
                return (term, null);
        }
    }

    // Whatever is read into undefined operations: only operations that are positive at all real operands, or keep the sign where they are defined.
    private static bool IsPositive(Term term, int depth) => depth > 0 && term.Operation switch
    {
        Operation.Literal => term.Value.Sign > 0,
        Operation.Pi or Operation.Exp => true,
        Operation.Add => (IsPositive(term.Left!, depth - 1) && IsNonNegative(term.Right!, depth - 1))
            || (IsNonNegative(term.Left!, depth - 1) && IsPositive(term.Right!, depth - 1)),
        Operation.Multiply or Operation.Divide => IsPositive(term.Left!, depth - 1) && IsPositive(term.Right!, depth - 1),
        Operation.Sqrt or Operation.Power => IsPositive(term.Left!, depth - 1),
        _ => false,
    };

    private static bool IsNonNegative(Term term, int depth) => depth > 0 && term.Operation switch
    {
        Operation.Literal => term.Value.Sign >= 0,
        Operation.Abs => true,
        Operation.Power when term.Exponent >= 0 && term.Exponent % 2 == 0 => true,
        Operation.Add => IsNonNegative(term.Left!, depth - 1) && IsNonNegative(term.Right!, depth - 1),
        Operation.Multiply => IsSame(term.Left!, term.Right!) || (IsNonNegative(term.Left!, depth - 1) && IsNonNegative(term.Right!, depth - 1)),
        Operation.Sqrt => IsNonNegative(term.Left!, depth - 1),
        _ => IsPositive(term, depth - 1),
    };

    private static bool IsSame(Term first, Term second) =>
        ReferenceEquals(first, second) || (first.Operation == Operation.Variable && second.Operation == Operation.Variable && first.Name == second.Name);

    private static bool Mentions(Term root, IReadOnlySet<string> names)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out Term? term))
        {
            if (term.Operation == Operation.Variable && names.Contains(term.Name!))
            {
                return true;
            }

            foreach (Term? operand in new[] { term.Left, term.Right })
            {
                if (operand is not null && seen.Add(operand))
                {
                    pending.Push(operand);
                }
            }
        }

        return false;
    }
}
