using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Polynomials;

namespace ResLinkProofs.Kernel.Expansions;

/// <content>Common factors of numerators and denominators.</content>
internal sealed partial class ExactCoefficients
{
    private const int LargestDivided = 64; // degree

    private static readonly Rational[] Roots = [Rational.Zero, Rational.One, -Rational.One];

    /// <summary>
    /// The fraction without factors x - c, with c = -1, 0 or 1 for a variable and c = 0 for the value of a function, that its numerator and
    /// its denominator have in common. Where the denominator is not zero none of them is, and it is the same number; elsewhere it is none.
    /// </summary>
    public Fraction WithoutCommonFactors(Fraction value)
    {
        (Polynomial numerator, Polynomial denominator) = (value.Numerator, value.Denominator);
        for (int x = 0; x < variables + _values.Count; x++)
        {
            foreach (Rational root in Roots.Take(x < variables ? Roots.Length : 1))
            {
                while (Quotient(denominator, x, root) is { } below && Quotient(numerator, x, root) is { } above)
                {
                    (numerator, denominator) = (above, below);
                }
            }
        }

        return new Fraction(numerator, denominator);
    }

    // The polynomial over x - c, by Horner's rule in x for every product of the other indeterminates; null when it is not divisible.
    private static Polynomial? Quotient(Polynomial value, int x, Rational c)
    {
        var parts = new SortedDictionary<Monomial, SortedDictionary<int, Rational>>();
        foreach ((Monomial monomial, Rational coefficient) in value.Terms)
        {
            int degree = monomial.Factors.FirstOrDefault(f => f.Variable == x).Exponent;
            var rest = new Monomial([.. monomial.Factors.Where(f => f.Variable != x)], monomial.Exponent);
            if (degree > LargestDivided)
            {
                return null;
            }

            parts.TryAdd(rest, []);
            parts[rest][degree] = coefficient;
        }

        var quotient = new SortedDictionary<Monomial, Rational>();
        foreach ((Monomial rest, SortedDictionary<int, Rational> coefficients) in parts)
        {
            Rational carry = Rational.Zero;
            for (int degree = coefficients.Keys.Last(); degree > 0; degree--)
            {
                carry = (carry * c) + coefficients.GetValueOrDefault(degree, Rational.Zero);
                if (carry.Sign != 0)
                {
                    (int, int)[] factors = degree > 1 ? [.. rest.Factors.Append((x, degree - 1)).Order()] : [.. rest.Factors];
                    quotient[new Monomial(factors, rest.Exponent)] = carry;
                }
            }

            if (((carry * c) + coefficients.GetValueOrDefault(0, Rational.Zero)).Sign != 0)
            {
                return null;
            }
        }

        return parts.Count == 0 ? null : new Polynomial(quotient);
    }
}
