using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// Lifts <c>ite</c> out of terms: a comparison of case-wise terms becomes "some case applies and its comparison holds". Using
/// one condition twice gives two cases and not four, and conditions that spell min, max or abs become those.
/// </summary>
internal sealed class CaseAnalysis(string file, TermTable terms, ReadingBudget budget)
{
    private const int LargestCount = 4096;
    private readonly List<BooleanNode> _conditions = [];
    private readonly Dictionary<BooleanNode, int> _numbers = [];
    private readonly Dictionary<(Term, Relation, Term), BooleanNode> _comparisons = [];

    /// <summary>The term <c>(ite condition whenTrue whenFalse)</c>.</summary>
    public TermValue Choose(BooleanNode condition, TermValue whenTrue, TermValue whenFalse, SmtPosition position)
    {
        if (condition.IsTrue || condition.IsFalse)
        {
            return condition.IsTrue ? whenTrue : whenFalse;
        }

        if (whenTrue.Single is { } a && whenFalse.Single is { } b)
        {
            if (ReferenceEquals(a, b))
            {
                return whenTrue;
            }

            if (AsFunction(condition, a, b, position) is { } term)
            {
                return new TermValue(term);
            }
        }

        bool negated = condition.Kind == BooleanKind.Not;
        int number = NumberOf(negated ? condition.Operands[0] : condition);
        return Bounded(
            [.. Restrict(whenTrue, Guard.Of(number, !negated)), .. Restrict(whenFalse, Guard.Of(number, negated))], position);
    }

    /// <summary>A case-wise term as one piecewise term.</summary>
    /// <param name="value">The term.</param>
    /// <param name="convert">Gives the formula of a condition.</param>
    public Term Join(TermValue value, Func<BooleanNode, Formula> convert) => value.Cases.SkipLast(1).Reverse().Aggregate(
        value.Cases[^1].Term,
        (rest, c) => Term.Ite(
            Formula.All(c.Guard.Decisions.Select(d => d.Taken ? convert(_conditions[d.Decision]) : !convert(_conditions[d.Decision]))),
            c.Term, rest));

    /// <summary>A function of one term, case by case.</summary>
    public TermValue Map(TermValue operand, Func<Term, Term> function, SmtPosition position)
    {
        budget.Spend(operand.Cases.Count, position);
        return new TermValue([.. operand.Cases.Select(c => c with { Term = function(c.Term) })]);
    }

    /// <summary>A function of two terms, for each pair of cases that can apply together.</summary>
    public TermValue Combine(TermValue left, TermValue right, Func<Term, Term, Term> function, SmtPosition position)
    {
        if (left.Single is { } a && right.Single is { } b)
        {
            budget.Spend(1, position);
            return new TermValue([new GuardedTerm(Guard.Meet(left.Cases[0].Guard, right.Cases[0].Guard)!, function(a, b))]);
        }

        return Bounded(Pairs(left, right, position).Select(p => new GuardedTerm(p.Guard, function(p.Left, p.Right))), position);
    }

    /// <summary>A comparison of two case-wise terms.</summary>
    public BooleanNode Compare(TermValue left, Relation relation, TermValue right, SmtPosition position)
    {
        if (left.Single is { } a && right.Single is { } b)
        {
            budget.Spend(1, position);
            return Comparison(a, relation, b);
        }

        var alternatives = new List<BooleanNode>();
        foreach ((Guard guard, Term l, Term r) in Pairs(left, right, position))
        {
            IEnumerable<BooleanNode> conditions = guard.Decisions.Select(
                d => d.Taken ? _conditions[d.Decision] : BooleanNode.Not(_conditions[d.Decision]));
            if (alternatives.Count == LargestCount)
            {
                throw TooMany(position);
            }

            alternatives.Add(BooleanNode.And([.. conditions, Comparison(l, relation, r)]));
        }

        return BooleanNode.Or(alternatives);
    }

    // One object per comparison, so that a condition spelled twice is one decision.
    private BooleanNode Comparison(Term left, Relation relation, Term right) =>
        _comparisons.TryGetValue((left, relation, right), out BooleanNode? known)
            ? known
            : _comparisons[(left, relation, right)] = BooleanNode.Compare(left, relation, right);

    private IEnumerable<(Guard Guard, Term Left, Term Right)> Pairs(TermValue left, TermValue right, SmtPosition position)
    {
        budget.Spend((long)left.Cases.Count * right.Cases.Count, position);
        return from l in left.Cases
               from r in right.Cases
               let guard = Guard.Meet(l.Guard, r.Guard)
               where guard is not null
               select (guard, l.Term, r.Term);
    }

    private static IEnumerable<GuardedTerm> Restrict(TermValue value, Guard guard) =>
        from c in value.Cases
        let met = Guard.Meet(c.Guard, guard)
        where met is not null
        select new GuardedTerm(met, c.Term);

    private TermValue Bounded(IEnumerable<GuardedTerm> cases, SmtPosition position)
    {
        GuardedTerm[] bounded = [.. cases.Take(LargestCount + 1)];
        return bounded.Length <= LargestCount ? new TermValue(bounded) : throw TooMany(position);
    }

    private SmtInputException TooMany(SmtPosition position) =>
        new(file, position, $"the nested ite distinguish more than {LargestCount} cases; allowed are {LargestCount} in one expression");

    private int NumberOf(BooleanNode condition)
    {
        if (!_numbers.TryGetValue(condition, out int number))
        {
            number = _conditions.Count;
            _conditions.Add(condition);
            _numbers.Add(condition, number);
        }

        return number;
    }

    // ite(l >= r, l, r) is max, ite(l >= r, r, l) is min, ite(x >= 0, x, -x) is |x|; likewise with > and with "not".
    private Term? AsFunction(BooleanNode condition, Term whenTrue, Term whenFalse, SmtPosition position)
    {
        if (condition.Kind == BooleanKind.Not)
        {
            (condition, whenTrue, whenFalse) = (condition.Operands[0], whenFalse, whenTrue);
        }

        if (condition.Kind != BooleanKind.Comparison || condition.Relation is not (Relation.GreaterOrEqual or Relation.Greater))
        {
            return null;
        }

        Term large = condition.Left!;
        Term small = condition.Right!;
        if (ReferenceEquals(whenTrue, large) && ReferenceEquals(whenFalse, small))
        {
            return terms.Make(Operation.Max, position, large, small);
        }

        if (ReferenceEquals(whenTrue, small) && ReferenceEquals(whenFalse, large))
        {
            return terms.Make(Operation.Min, position, large, small);
        }

        Term? compared = small.IsZero ? large : large.IsZero ? small : null;
        bool positiveIsTrue = small.IsZero;
        if (compared is null)
        {
            return null;
        }

        Term negative = terms.Make(Operation.Negate, position, compared);
        (Term whenPositive, Term whenNegative) = positiveIsTrue ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        return ReferenceEquals(whenPositive, compared) && ReferenceEquals(whenNegative, negative)
            ? terms.Make(Operation.Abs, position, compared)
            : null;
    }
}
