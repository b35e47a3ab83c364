using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>
/// A polynomial with rational coefficients in variables and exponentials of such polynomials, in normal form by exp(a) exp(b) = exp(a + b) and
/// exp(0) = 1. What has no terms is zero everywhere.
/// </summary>
public sealed class Polynomial
{
    private const int LargestTermCount = 20_000;

    // Exponentials within exponents; comparisons recurse that deep.
    private const int LargestDepth = 4;
    private const int LargestExponent = 200;

    // From the exponents of the variables, written as "index^exponent" factors in order, to the coefficient, which is not zero.
    private readonly SortedDictionary<Monomial, Rational> _terms;
    private readonly int _depth;

    private Polynomial(SortedDictionary<Monomial, Rational> terms)
    {
        _terms = terms;
        foreach (Monomial monomial in terms.Keys)
        {
            _depth = Math.Max(_depth, monomial.Exponent is { } exponent ? exponent._depth + 1 : 0);
        }
    }

    /// <summary>True for the zero polynomial.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>Any total order will do; zero exactly for equal terms.</summary>
    internal int OrderRelativeTo(Polynomial other)
    {
        int order = _terms.Count.CompareTo(other._terms.Count);
        using var others = other._terms.GetEnumerator();
        foreach ((Monomial monomial, Rational coefficient) in _terms)
        {
            if (order != 0 || !others.MoveNext())
            {
                break;
            }

            order = monomial.CompareTo(others.Current.Key);
            order = order != 0 ? order : coefficient.CompareTo(others.Current.Value);
        }

        return order;
    }

    /// <summary>Expands one slot of a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The normal form, or null when the expression is not polynomial or too large to expand.</returns>
    public static Polynomial? Of(Tape tape, int slot)
    {
        ArgumentNullException.ThrowIfNull(tape);
        var values = new Polynomial?[slot + 1];
        for (int k = 0; k <= slot; k++)
        {
            Instruction step = tape.Instructions[k];
            values[k] = step.Operation switch
            {
                Operation.Literal => Constant(tape.Literals[step.Left]),
                Operation.Variable => new(new() { [new Monomial([(step.Left, 1)])] = Rational.One }),
                Operation.Add => Add(values[step.Left], values[step.Right], Rational.One),
                Operation.Subtract => Add(values[step.Left], values[step.Right], -Rational.One),
                Operation.Multiply => Multiply(values[step.Left], values[step.Right]),
                Operation.Negate => Multiply(values[step.Left], Constant(-Rational.One)),
                Operation.Divide => Multiply(values[step.Left], Invert(values[step.Right])),
                Operation.Exp => Exponential(values[step.Left]),
                Operation.Power when step.Exponent >= 0 => Power(values[step.Left], step.Exponent),
                _ => null,
            };
        }

        return values[slot];
    }

    /// <summary>The sum.</summary>
    internal Polynomial Plus(Polynomial other) => Add(this, other, Rational.One)!;

    private static Polynomial Constant(Rational value) => new(value.Sign == 0 ? [] : new() { [new Monomial([])] = value });

    private static Polynomial? Exponential(Polynomial? exponent) =>
        exponent is null || exponent._depth >= LargestDepth || exponent._terms.Count > LargestExponent ? null
        : exponent.IsZero ? Constant(Rational.One)
        : new(new() { [new Monomial([], exponent)] = Rational.One });

    // Only what vanishes nowhere and stays a polynomial: a constant times an exponential.
    private static Polynomial? Invert(Polynomial? divisor) =>
        divisor is { _terms.Count: 1 } && divisor._terms.First() is { Key: { Factors.Count: 0, Exponent: var exponent }, Value: var coefficient }
            ? Multiply(Constant(Rational.One / coefficient), exponent is null ? Constant(Rational.One) : Exponential(Multiply(exponent, Constant(-Rational.One))))
            : null;

    private static Polynomial? Add(Polynomial? left, Polynomial? right, Rational factor)
    {
        if (left is null || right is null)
        {
            return null;
        }

        var sum = new SortedDictionary<Monomial, Rational>(left._terms);
        foreach ((Monomial monomial, Rational coefficient) in right._terms)
        {
            Accumulate(sum, monomial, factor * coefficient);
        }

        return new(sum);
    }

    private static Polynomial? Multiply(Polynomial? left, Polynomial? right)
    {
        if (left is null || right is null || (long)left._terms.Count * right._terms.Count > LargestTermCount)
        {
            return null;
        }

        var product = new SortedDictionary<Monomial, Rational>();
        foreach ((Monomial a, Rational x) in left._terms)
        {
            foreach ((Monomial b, Rational y) in right._terms)
            {
                Accumulate(product, a.Times(b), x * y);
            }
        }

        return new(product);
    }

    private static Polynomial? Power(Polynomial? basis, int exponent)
    {
        Polynomial? result = Constant(Rational.One);
        for (int i = 0; i < exponent && result is not null; i++)
        {
            result = exponent <= 64 ? Multiply(result, basis) : null;
        }

        return result;
    }

    private static void Accumulate(SortedDictionary<Monomial, Rational> terms, Monomial monomial, Rational coefficient)
    {
        Rational sum = terms.GetValueOrDefault(monomial) + coefficient;
        if (sum.Sign == 0)
        {
            terms.Remove(monomial);
        }
        else
        {
            terms[monomial] = sum;
        }
    }
}
