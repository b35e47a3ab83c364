using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reductions;

/// <summary>Where a term may have no value, or fail to be infinitely often differentiable in a variable: as a formula.</summary>
internal static class Irregularity
{
    /// <summary>
    /// A formula that holds wherever some operation of the term has no value or, if it depends on the variable, is not smooth; null
    /// when the term has operations with kinks or jumps that depend on it.
    /// </summary>
    /// <param name="term">The term.</param>
    /// <param name="variable">The variable; null to ask for values alone.</param>
    public static Formula? Of(Term term, string? variable)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([term]);
        var cases = new List<Formula>();
        while (pending.TryPop(out Term? next))
        {
            if (Term.IsLeaf(next.Operation) || !seen.Add(next))
            {
                continue;
            }

            pending.Push(next.Left!);
            if (next.Right is not null)
            {
                pending.Push(next.Right);
            }

            if (Case(next, variable is not null && TermDerivative.Depends(next, variable)) is not { } irregular)
            {
                return null;
            }

            cases.Add(irregular);
        }

        return Formula.Any(cases);
    }

    /// <summary>
    /// A formula that holds wherever some operation of the term has no value or jumps, except that v log v, and u log(u/w), may
    /// have the logarithm of zero: there the product is zero, whatever that is, and its limit as well. Null for what may jump.
    /// </summary>
    /// <param name="term">The term.</param>
    public static Formula? OfContinuity(Term term)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([term]);
        var cases = new List<Formula>();
        while (pending.TryPop(out Term? next))
        {
            if (Term.IsLeaf(next.Operation) || !seen.Add(next))
            {
                continue;
            }

            if (next.Operation == Operation.Multiply
                && (OperandOfLogarithm(next.Left!, next.Right!) ?? OperandOfLogarithm(next.Right!, next.Left!)) is { } operand)
            {
                cases.Add(operand < 0);
                pending.Push(operand);
                continue;
            }

            if (Case(next, false) is not { } undefined)
            {
                return null;
            }

            cases.Add(undefined);
            pending.Push(next.Left!);
            if (next.Right is not null)
            {
                pending.Push(next.Right);
            }
        }

        return Formula.Any(cases);
    }

    // v of log v, where the factor is v, or v = factor/w.
    private static Term? OperandOfLogarithm(Term factor, Term logarithm) =>
        logarithm is { Operation: Operation.Log, Left: { } v }
            && (ReferenceEquals(v, factor) || (v.Operation == Operation.Divide && ReferenceEquals(v.Left, factor)))
            ? v
            : null;

    /// <summary>A formula that holds wherever a term has a value that is not positive.</summary>
    public static Formula IsAtMostZero(Term term) => term switch
    {
        { Operation: Operation.Exp } => Formula.False,
        { Operation: Operation.RealPower, Left: { } u } => IsAtMostZero(u),
        { Operation: Operation.Multiply or Operation.Divide, Left: { } u, Right: { } v } =>
            (IsAtMostZero(u) & (v >= 0)) | ((u >= 0) & IsAtMostZero(v)),
        _ => term <= 0,
    };

    private static Formula? Case(Term t, bool isSmooth)
    {
        (Term u, Term? v) = (t.Left!, t.Right);
        return t.Operation switch
        {
            Operation.Divide when v!.Operation == Operation.Literal && !v.IsZero => Formula.False,
            Operation.Divide => v!.EqualTo(0),
            Operation.Power => t.Exponent < 0 ? u.EqualTo(0) : Formula.False,
            Operation.Log => IsAtMostZero(u),
            Operation.Sqrt => isSmooth ? u <= 0 : u < 0,
            Operation.RealPower => IsAtMostZero(u),
            Operation.Tan => Term.Cos(u).EqualTo(0),
            Operation.Asin or Operation.Acos => isSmooth ? Term.Square(u) >= 1 : Term.Square(u) > 1,
            Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate or Operation.Exp => Formula.False,
            Operation.Sin or Operation.Cos or Operation.Atan or Operation.Sinh or Operation.Cosh => Formula.False,
            Operation.Tanh or Operation.Asinh or Operation.Erf or Operation.Erfc => Formula.False,
            Operation.Abs or Operation.Min or Operation.Max when !isSmooth => Formula.False,
            _ => null,
        };
    }
}
