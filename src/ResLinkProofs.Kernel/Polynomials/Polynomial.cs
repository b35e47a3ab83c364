using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>A polynomial with rational coefficients in normal form: equal polynomials have equal terms, so zero is recognised exactly.</summary>
public sealed class Polynomial
{
    private const int LargestTermCount = 20_000;

    // From the exponents of the variables, written as "index^exponent" factors in order, to the coefficient, which is not zero.
    private readonly SortedDictionary<Monomial, Rational> _terms;

    private Polynomial(SortedDictionary<Monomial, Rational> terms) => _terms = terms;

    /// <summary>True for the zero polynomial.</summary>
    public bool IsZero => _terms.Count == 0;

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
                Operation.Divide when values[step.Right]?.AsConstant() is { Sign: not 0 } divisor =>
                    Multiply(values[step.Left], Constant(Rational.One / divisor)),
                Operation.Power when step.Exponent >= 0 => Power(values[step.Left], step.Exponent),
                _ => null,
            };
        }

        return values[slot];
    }

    private static Polynomial Constant(Rational value) => new(value.Sign == 0 ? [] : new() { [new Monomial([])] = value });

    private Rational? AsConstant() =>
        _terms.Count == 0 ? Rational.Zero : _terms.Count == 1 && _terms.First() is { Key.Factors.Count: 0, Value: var value } ? value : null;

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
