using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reductions;

/// <summary>What a term tends to.</summary>
internal enum Limit
{
    /// <summary>Not known, or there is none.</summary>
    Unknown,

    /// <summary>Zero.</summary>
    Zero,

    /// <summary>A positive number.</summary>
    Positive,

    /// <summary>A negative number.</summary>
    Negative,

    /// <summary>Above every number.</summary>
    Infinity,

    /// <summary>Below every number.</summary>
    NegativeInfinity,
}

/// <summary>The limit of a term when one variable grows beyond all bounds, by the limits of its operands.</summary>
internal static class LimitAtInfinity
{
    /// <summary>The limit for any values of the other variables, where every operation has a value.</summary>
    /// <param name="term">The term.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="isAbove">Towards infinity; towards minus infinity otherwise.</param>
    public static Limit Of(Term term, string variable, bool isAbove)
    {
        var limits = new Dictionary<Term, Limit>(ReferenceEqualityComparer.Instance);
        Substitution.Rewrite(term, new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance), t =>
        {
            limits[t] = t.Operation == Operation.Variable
                ? t.Name != variable ? Limit.Unknown : isAbove ? Limit.Infinity : Limit.NegativeInfinity
                : Rule(t, limits);
            return t;
        });
        return limits[term];
    }

    private static Limit Rule(Term t, Dictionary<Term, Limit> limits)
    {
        Limit u = t.Left is { } left ? limits[left] : Limit.Unknown, v = t.Right is { } right ? limits[right] : Limit.Unknown;
        return t.Operation switch
        {
            Operation.Literal => t.Value.Sign switch { 0 => Limit.Zero, > 0 => Limit.Positive, _ => Limit.Negative },
            Operation.Pi => Limit.Positive,
            Operation.Negate => Opposite(u),
            Operation.Add => Sum(u, v),
            Operation.Subtract => Sum(u, Opposite(v)),
            Operation.Multiply => Product(u, v),
            Operation.Divide => Product(u, Reciprocal(v)),
            Operation.Power when t.Exponent == 0 => Limit.Positive,
            Operation.Power => Power(t.Exponent < 0 ? Reciprocal(u) : u, t.Exponent % 2 == 0),
            Operation.Exp => u switch
            {
                Limit.Infinity => Limit.Infinity,
                Limit.NegativeInfinity => Limit.Zero,
                Limit.Unknown => Limit.Unknown,
                _ => Limit.Positive,
            },
            Operation.Log => u == Limit.Infinity ? Limit.Infinity : Limit.Unknown,
            Operation.Sqrt => u is Limit.Infinity or Limit.Positive ? u : Limit.Unknown,
            Operation.Erfc => u switch
            {
                Limit.Infinity => Limit.Zero,
                Limit.Unknown => Limit.Unknown,
                _ => Limit.Positive,
            },
            Operation.Erf or Operation.Tanh or Operation.Atan => Bounded(u),
            _ => Limit.Unknown,
        };
    }

    private static Limit Bounded(Limit u) => u switch
    {
        Limit.Infinity => Limit.Positive,
        Limit.NegativeInfinity => Limit.Negative,
        _ => u,
    };

    // Of squares, or of what has the sign of its base.
    private static Limit Power(Limit u, bool isEven) => isEven ? Product(u, u) : u;

    private static Limit Opposite(Limit u) => u switch
    {
        Limit.Positive => Limit.Negative,
        Limit.Negative => Limit.Positive,
        Limit.Infinity => Limit.NegativeInfinity,
        Limit.NegativeInfinity => Limit.Infinity,
        _ => u,
    };

    private static Limit Reciprocal(Limit u) => u switch
    {
        Limit.Infinity or Limit.NegativeInfinity => Limit.Zero,
        Limit.Positive or Limit.Negative => u,
        _ => Limit.Unknown,
    };

    // Infinities of different signs cancel to anything, as numbers of different signs do.
    private static Limit Sum(Limit u, Limit v) => (u, v) switch
    {
        (Limit.Unknown, _) or (_, Limit.Unknown) => Limit.Unknown,
        (Limit.Zero, _) => v,
        (_, Limit.Zero) => u,
        _ when u == v => u,
        (Limit.Infinity or Limit.NegativeInfinity, Limit.Positive or Limit.Negative) => u,
        (Limit.Positive or Limit.Negative, Limit.Infinity or Limit.NegativeInfinity) => v,
        _ => Limit.Unknown,
    };

    // Zero times infinity is anything.
    private static Limit Product(Limit u, Limit v) => (u, v) switch
    {
        (Limit.Unknown, _) or (_, Limit.Unknown) => Limit.Unknown,
        (Limit.Zero, Limit.Infinity or Limit.NegativeInfinity) or (Limit.Infinity or Limit.NegativeInfinity, Limit.Zero) => Limit.Unknown,
        (Limit.Zero, _) or (_, Limit.Zero) => Limit.Zero,
        (Limit.Positive, _) => v,
        (_, Limit.Positive) => u,
        (Limit.Negative, _) => Opposite(v),
        (_, Limit.Negative) => Opposite(u),
        _ => u == v ? Limit.Infinity : Limit.NegativeInfinity,
    };
}
