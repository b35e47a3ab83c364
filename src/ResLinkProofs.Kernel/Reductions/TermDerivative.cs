using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reductions;

/// <summary>The partial derivative of a term as a term, by the rules of calculus.</summary>
internal static class TermDerivative
{
    // What shared subterms become is shared as well, but sums of products grow.
    private const int LargestGraph = 4_000;

    /// <summary>The derivative where the term is differentiable; null for operations that have none or when it grows too large.</summary>
    public static Term? Of(Term term, string variable)
    {
        var done = new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance);
        bool isKnown = true;
        Term result = Substitution.Rewrite(term, done, t =>
        {
            Term? derivative = done.Count > LargestGraph ? null : Rule(t, variable, done);
            isKnown &= derivative is not null;
            return derivative ?? Term.Zero;
        });
        return isKnown ? result : null;
    }

    /// <summary>True when the variable occurs in the term.</summary>
    public static bool Depends(Term term, string variable)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([term]);
        while (pending.TryPop(out Term? next))
        {
            if (seen.Add(next))
            {
                if (next.Operation == Operation.Variable && next.Name == variable)
                {
                    return true;
                }

                foreach (Term? operand in new[] { next.Left, next.Right, next.Condition })
                {
                    if (operand is not null)
                    {
                        pending.Push(operand);
                    }
                }
            }
        }

        return false;
    }

    private static Term? Rule(Term t, string variable, Dictionary<Term, Term> done)
    {
        if (Term.IsLeaf(t.Operation))
        {
            return t.Operation == Operation.Variable && t.Name == variable ? Term.One : Term.Zero;
        }

        if (t.Operation == Operation.Conditional)
        {
            return null;
        }

        (Term u, Term du) = (t.Left!, done[t.Left!]);
        if (t.Right is { } v)
        {
            Term dv = done[v];
            return t.Operation switch
            {
                Operation.Add => du + dv,
                Operation.Subtract => du - dv,
                Operation.Multiply => Product(v, du) + Product(u, dv),
                Operation.Divide => (du / v) - (u * dv / Term.Square(v)),
                _ => du.IsZero && dv.IsZero ? Term.Zero : null,
            };
        }

        return du.IsZero ? Term.Zero : t.Operation == Operation.Log ? Relative(u, done) : Slope(t, u) is { } slope ? slope * du : null;
    }

    // a (b/a) is b where b/a has a value.
    private static Term Product(Term a, Term b) =>
        b.Operation == Operation.Divide && ReferenceEquals(a, b.Right) ? b.Left! : a * b;

    // u'/u, factor by factor.
    private static Term Relative(Term u, Dictionary<Term, Term> done) => u.Operation switch
    {
        Operation.Multiply => Relative(u.Left!, done) + Relative(u.Right!, done),
        Operation.Divide => Relative(u.Left!, done) - Relative(u.Right!, done),
        Operation.Exp => done[u.Left!],
        _ => done[u].IsZero ? Term.Zero : done[u] / u,
    };

    // The derivative of the operation at its operand.
    private static Term? Slope(Term t, Term u) => t.Operation switch
    {
        Operation.Negate => -Term.One,
        Operation.Power => Term.Literal(t.Exponent) * Term.Pow(u, t.Exponent - 1),
        Operation.Sqrt => 1 / (2 * t),
        Operation.Exp => t,
        Operation.Sin => Term.Cos(u),
        Operation.Cos => -Term.Sin(u),
        Operation.Tan => 1 / Term.Square(Term.Cos(u)),
        Operation.Atan => 1 / (1 + Term.Square(u)),
        Operation.Asin => 1 / Term.Sqrt(1 - Term.Square(u)),
        Operation.Acos => -1 / Term.Sqrt(1 - Term.Square(u)),
        Operation.Sinh => Term.Cosh(u),
        Operation.Cosh => Term.Sinh(u),
        Operation.Tanh => 1 / Term.Square(Term.Cosh(u)),
        Operation.Asinh => 1 / Term.Sqrt(1 + Term.Square(u)),
        Operation.Erf => 2 / Term.Sqrt(Term.Pi) * Term.Exp(-Term.Square(u)),
        Operation.Erfc => -2 / Term.Sqrt(Term.Pi) * Term.Exp(-Term.Square(u)),
        _ => null,
    };
}
