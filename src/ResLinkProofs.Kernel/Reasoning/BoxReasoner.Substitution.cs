using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Reductions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Equals for equals.</content>
public sealed partial class BoxReasoner
{
    // What is required of x holds of t where x = t is required, or where t is the one number in the range of x. An operation is a
    // function outside of its domain too, with values that nobody knows, so equals have equal values there. The variable occurs no more
    // and keeps the range {0}; that t lies within the sides of x is required in its stead.
    private Statement? Substitute(Reduction reduction)
    {
        if (reduction.Anchor is not { } at || at.Variable < 0 || at.Variable >= _box.Length)
        {
            return null;
        }

        Term[] slots = Terms();
        RealVariable range = RangeOf(at.Variable);
        bool isNumber = range.Lower is not null && range.Lower == range.Upper;
        Term? solution = isNumber ? Term.Literal(range.Lower!.Value)
            : _nodes[reduction.Node].Relation == Relation.Equal ? SolutionOf(_nodes[reduction.Node].Slot, slots, at.Variable)
            : null;
        if (solution is not { } value)
        {
            return null;
        }

        var replacement = new Dictionary<string, Term> { [range.Name] = value };
        var kept = new List<Formula>();
        for (int k = 0; k < _nodes.Length; k++)
        {
            if ((isNumber || k != reduction.Node) && IsAtom(k) && _required[k])
            {
                kept.Add(Substitution.Apply(Comparison(slots[_nodes[k].Slot], _nodes[k].Relation), replacement));
            }
        }

        if (range.Lower is { } lower)
        {
            kept.Add(value >= Term.Literal(lower));
        }

        if (range.Upper is { } upper)
        {
            kept.Add(value <= Term.Literal(upper));
        }

        RealVariable[] ranges = [.. Enumerable.Range(0, _box.Length).Select(i => i == at.Variable
            ? new RealVariable(range.Name, Rational.Zero, Rational.Zero)
            : RangeOf(i))];
        return new Statement(ranges, Formula.All(kept), Formula.False);
    }

    // The t, in which the variable x does not occur, with x = t where the slot is zero: of x - t and t - x, and of c x + r, a polynomial
    // in normal form, that is -r/c.
    private Term? SolutionOf(int slot, Term[] terms, int variable)
    {
        string x = _tape.Variables[variable];
        bool IsX(Term term) => term.Operation == Operations.Operation.Variable && term.Name == x;
        Term difference = terms[slot];
        if (difference is { Operation: Operations.Operation.Subtract, Left: { } left, Right: { } right })
        {
            if (IsX(left) && !TermDerivative.Depends(right, x))
            {
                return right;
            }

            if (IsX(right) && !TermDerivative.Depends(left, x))
            {
                return left;
            }
        }

        Rational coefficient = difference.IsTotal && Polynomial.Of(_tape, slot) is { } form ? SlopeOf(form, variable) : Rational.Zero;
        return coefficient.Sign == 0
            ? null
            : Substitution.Apply(difference, new Dictionary<string, Term> { [x] = Term.Zero })
                * Term.Literal(-(Rational.One / coefficient));
    }

    // The number c with form = c x + r and no x in r; zero when there is none.
    private static Rational SlopeOf(Polynomial form, int variable)
    {
        Rational slope = Rational.Zero;
        foreach ((Monomial monomial, Rational coefficient) in form.Terms)
        {
            if (monomial is { Factors: [(var only, 1)], Exponent: null } && only == variable)
            {
                slope = coefficient;
            }
            else if (Occurs(monomial, variable))
            {
                return Rational.Zero;
            }
        }

        return slope;
    }

    private static bool Occurs(Monomial monomial, int variable) =>
        monomial.Factors.Any(f => f.Variable == variable)
        || (monomial.Exponent is { } exponent && exponent.Terms.Keys.Any(m => Occurs(m, variable)));
}
