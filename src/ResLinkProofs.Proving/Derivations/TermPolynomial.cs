using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving.Derivations;

/// <summary>
/// A term as a polynomial, in which everything that is not polynomial is an indeterminate: what weights of a combination are found with.
/// </summary>
internal sealed class TermPolynomial
{
    private TermPolynomial(Dictionary<string, Rational> coefficients) => Coefficients = coefficients;

    /// <summary>The coefficient of each monomial, none of them zero.</summary>
    public IReadOnlyDictionary<string, Rational> Coefficients { get; }

    /// <summary>Expands a term.</summary>
    /// <param name="term">The term.</param>
    public static TermPolynomial Of(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return term.Operation switch
        {
            Operation.Literal => new(term.Value.Sign == 0 ? [] : new() { [""] = term.Value }),
            Operation.Add => Sum(Of(term.Left!), Of(term.Right!), Rational.One),
            Operation.Subtract => Sum(Of(term.Left!), Of(term.Right!), -Rational.One),
            Operation.Negate => Sum(new([]), Of(term.Left!), -Rational.One),
            Operation.Multiply => Product(Of(term.Left!), Of(term.Right!)),
            Operation.Divide when term.Right is { Operation: Operation.Literal, Value.Sign: not 0 } divisor =>
                Sum(new([]), Of(term.Left!), Rational.One / divisor.Value),
            Operation.Power when term.Exponent is >= 0 and <= 16 =>
                Enumerable.Repeat(Of(term.Left!), term.Exponent).Aggregate(Of(Term.One), Product),
            _ => new(new() { [TermText.Of(term)] = Rational.One }),
        };
    }

    /// <summary>Numbers with which the terms add up to a sum; null when there are none.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="sum">The sum.</param>
    public static Rational[]? Weights(IReadOnlyList<Term> terms, Term sum)
    {
        TermPolynomial[] columns = [.. terms.Select(Of), Of(sum)];
        string[] monomials = [.. columns.SelectMany(c => c.Coefficients.Keys).Distinct()];
        Rational[][] rows = [.. monomials.Select(m => columns.Select(c => c.Coefficients.GetValueOrDefault(m)).ToArray())];
        int n = terms.Count, done = 0;
        int[] pivotOf = [.. Enumerable.Repeat(-1, n)];
        for (int column = 0; column < n; column++)
        {
            int pivot = Array.FindIndex(rows, done, row => row[column].Sign != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            Rational inverse = Rational.One / rows[done][column];
            rows[done] = Array.ConvertAll(rows[done], x => x * inverse);
            for (int i = 0; i < rows.Length; i++)
            {
                if (i != done && rows[i][column] is { Sign: not 0 } factor)
                {
                    rows[i] = [.. rows[i].Zip(rows[done], (x, y) => y.Sign == 0 ? x : x - (factor * y))];
                }
            }

            pivotOf[column] = done++;
        }

        return rows.Skip(done).Any(row => row[n].Sign != 0) ? null : [.. pivotOf.Select(p => p < 0 ? Rational.Zero : rows[p][n])];
    }

    private static TermPolynomial Sum(TermPolynomial left, TermPolynomial right, Rational factor)
    {
        var sum = new Dictionary<string, Rational>(left.Coefficients);
        foreach ((string monomial, Rational coefficient) in right.Coefficients)
        {
            Add(sum, monomial, factor * coefficient);
        }

        return new(sum);
    }

    private static TermPolynomial Product(TermPolynomial left, TermPolynomial right)
    {
        var product = new Dictionary<string, Rational>();
        foreach ((string a, Rational p) in left.Coefficients)
        {
            foreach ((string b, Rational q) in right.Coefficients)
            {
                Add(product, string.Join(
                    '|', a.Split('|', StringSplitOptions.RemoveEmptyEntries)
                        .Concat(b.Split('|', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)), p * q);
            }
        }

        return new(product);
    }

    private static void Add(Dictionary<string, Rational> sum, string monomial, Rational coefficient)
    {
        Rational total = sum.GetValueOrDefault(monomial) + coefficient;
        if (total.Sign == 0)
        {
            sum.Remove(monomial);
        }
        else
        {
            sum[monomial] = total;
        }
    }
}
