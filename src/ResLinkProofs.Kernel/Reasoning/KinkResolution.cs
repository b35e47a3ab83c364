using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Replaces inequalities on absolute values, minima and maxima by equivalent ones on their smooth branches:
/// |u| &gt;= c becomes u &gt;= c or -u &gt;= c; |u| &lt;= c becomes u &lt;= c and -u &lt;= c; and so on.
/// </summary>
/// <remarks>
/// Resolved is what occurs in the difference of a comparison as a summand, possibly with a constant factor: the difference is
/// monotone in it, so f(max(a, b)) &gt;= 0 exactly when f(a) &gt;= 0 or f(b) &gt;= 0 (f increasing) or when both hold (f decreasing).
/// </remarks>
public static class KinkResolution
{
    private const int MaximumBranchings = 3; // at most 2^3 comparisons for one
    private const int MaximumDepth = 100;

    /// <summary>An equivalent formula.</summary>
    /// <param name="formula">Any formula.</param>
    public static Formula Resolve(Formula formula) => formula switch
    {
        Atom { Relation: Relation.Greater or Relation.GreaterOrEqual } atom =>
            Resolve(atom.Difference, atom.Relation, MaximumBranchings) ?? atom,
        Conjunction c => Formula.All(c.Operands.Select(Resolve)),
        Disjunction d => Formula.Any(d.Operands.Select(Resolve)),
        _ => formula,
    };

    private static Formula? Resolve(Term difference, Relation relation, int branchings)
    {
        if (branchings == 0 || Branch(difference, 1, MaximumDepth) is not { } branches)
        {
            return null;
        }

        Formula first = Compare(branches.First, relation, branchings - 1), second = Compare(branches.Second, relation, branchings - 1);
        return branches.IsLarger ? first | second : first & second;
    }

    private static Formula Compare(Term difference, Relation relation, int branchings) =>
        Resolve(difference, relation, branchings) ?? (relation == Relation.Greater ? difference > 0 : difference >= 0);

    // The term with one kink among its summands replaced by each of its branches, and whether the whole times the sign is the larger
    // or the smaller of the two; null when there is none.
    private static (Term First, Term Second, bool IsLarger)? Branch(Term term, int sign, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        Term left = term.Left!, right = term.Right!;
        switch (term.Operation)
        {
            case Operation.Abs:
                return (left, -left, sign > 0);
            case Operation.Max:
                return (left, right, sign > 0);
            case Operation.Min:
                return (left, right, sign < 0);
            case Operation.Negate:
                return Rebuild(Branch(left, -sign, depth - 1), t => -t);
            case Operation.Add:
                return Rebuild(Branch(left, sign, depth - 1), t => t + right) ?? Rebuild(Branch(right, sign, depth - 1), t => left + t);
            case Operation.Subtract:
                return Rebuild(Branch(left, sign, depth - 1), t => t - right) ?? Rebuild(Branch(right, -sign, depth - 1), t => left - t);
            case Operation.Multiply when IsFactor(left):
                return Rebuild(Branch(right, sign * left.Value.Sign, depth - 1), t => left * t);
            case Operation.Multiply when IsFactor(right):
                return Rebuild(Branch(left, sign * right.Value.Sign, depth - 1), t => t * right);
            case Operation.Divide when IsFactor(right):
                return Rebuild(Branch(left, sign * right.Value.Sign, depth - 1), t => t / right);
            default:
                return null;
        }
    }

    private static bool IsFactor(Term term) => term.Operation == Operation.Literal && term.Value.Sign != 0;

    private static (Term First, Term Second, bool IsLarger)? Rebuild(
        (Term First, Term Second, bool IsLarger)? parts, Func<Term, Term> around) =>
        parts is { } p ? (around(p.First), around(p.Second), p.IsLarger) : null;
}
