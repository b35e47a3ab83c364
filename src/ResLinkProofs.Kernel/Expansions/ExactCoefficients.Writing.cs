using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <content>Normal forms written out as terms.</content>
internal sealed partial class ExactCoefficients
{
    private const int LargestWritten = 200; // monomials

    /// <summary>
    /// The polynomial as a term, by exponentials and within each by Horner's rule, without exponential factors that all monomials have in
    /// common (they are positive); null when it is too long.
    /// </summary>
    /// <param name="value">The polynomial.</param>
    /// <param name="names">The terms that stand for the variables.</param>
    public Term? Write(Polynomial value, IReadOnlyList<Term> names)
    {
        if (value.Terms.Count > LargestWritten)
        {
            return null;
        }

        if (value.Terms.Count > 0 && value.Terms.Keys.All(m => m.Exponent is not null))
        {
            Polynomial? inverse = PolynomialArithmetic.Exponential(
                _arithmetic.Multiply(value.Terms.Keys.First().Exponent, PolynomialArithmetic.Constant(-Rational.One)));
            value = _arithmetic.Multiply(value, inverse) ?? value;
        }

        return WriteExactly(value, names);
    }

    private Term? WriteExactly(Polynomial value, IReadOnlyList<Term> names)
    {
        Term? sum = Term.Zero;
        foreach (IGrouping<Polynomial?, KeyValuePair<Monomial, Rational>> group in value.Terms.GroupBy(t => t.Key.Exponent, SameExponent))
        {
            Term? exponent = group.Key is null ? Term.Zero : WriteExactly(group.Key, names);
            Term? factor = Horner([.. group.Select(t => (t.Key.Factors.ToArray(), t.Value))], names);
            sum = sum is null || exponent is null || factor is null ? null : sum + (factor * Term.Exp(exponent));
        }

        return sum;
    }

    private static readonly EqualityComparer<Polynomial?> SameExponent = EqualityComparer<Polynomial?>.Create(
        (a, b) => a is null || b is null ? a is null && b is null : a.OrderRelativeTo(b) == 0, p => p?.Terms.Count ?? 0);

    // sum = s_0 + x^i (s_1 + x^j (s_2 + ...)) in the first variable that occurs.
    private Term? Horner(IReadOnlyList<((int Variable, int Exponent)[] Factors, Rational Coefficient)> sum, IReadOnlyList<Term> names)
    {
        if (sum.All(t => t.Factors.Length == 0))
        {
            return Term.Literal(sum.Aggregate(Rational.Zero, (total, t) => total + t.Coefficient));
        }

        int first = sum.SelectMany(t => t.Factors).Min(f => f.Variable);
        if (Written(first, names) is not { } x)
        {
            return null;
        }

        int ExponentOf((int Variable, int Exponent)[] factors) => factors.FirstOrDefault(f => f.Variable == first).Exponent;
        Term? result = null;
        int last = 0;
        foreach (var group in sum.GroupBy(t => ExponentOf(t.Factors)).OrderByDescending(g => g.Key))
        {
            if (Horner([.. group.Select(t => (t.Factors.Where(f => f.Variable != first).ToArray(), t.Coefficient))], names) is not { } rest)
            {
                return null;
            }

            result = result is null ? rest : rest + (result * Term.Pow(x, last - group.Key));
            last = group.Key;
        }

        return result is null || last == 0 ? result : result * Term.Pow(x, last);
    }

    private Term? Written(int indeterminate, IReadOnlyList<Term> names)
    {
        if (indeterminate < variables)
        {
            return names[indeterminate];
        }

        (Operation operation, int exponent, Fraction? left, Fraction? right) = _values[indeterminate - variables];
        return operation == Operation.Pi ? Term.Pi
            : Written(left, names) is not { } operand ? null
            : right is null ? Term.Create(operation, operand, null, exponent)
            : Written(right, names) is { } second ? Term.Create(operation, operand, second) : null;
    }

    private Term? Written(Fraction? value, IReadOnlyList<Term> names) =>
        value is not null && WriteExactly(value.Numerator, names) is { } numerator
            && WriteExactly(value.Denominator, names) is { } denominator
            ? numerator / denominator
            : null;
}
