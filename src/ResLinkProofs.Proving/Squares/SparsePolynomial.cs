using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Squares;

/// <summary>The exponents of a monomial, one per indeterminate. Immutable; compared by degree, then from the first exponent on.</summary>
internal readonly struct Exponents(int[] values) : IEquatable<Exponents>, IComparable<Exponents>
{
    private readonly int[] _values = values;

    public int Degree => _values.Sum();

    public int this[int indeterminate] => _values[indeterminate];

    public Exponents Times(Exponents other) => new([.. _values.Zip(other._values, (a, b) => a + b)]);

    public bool Equals(Exponents other) => _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is Exponents other && Equals(other);

    public override int GetHashCode() => _values.Aggregate(17, (hash, e) => (hash * 31) + e);

    public int CompareTo(Exponents other)
    {
        int order = Degree.CompareTo(other.Degree);
        for (int i = 0; order == 0 && i < _values.Length; i++)
        {
            order = other._values[i].CompareTo(_values[i]);
        }

        return order;
    }

    /// <summary>All monomials of degrees up to a bound, by increasing degree.</summary>
    public static IEnumerable<Exponents> UpTo(int indeterminates, int degree)
    {
        var found = new List<Exponents>();
        void Extend(int[] chosen, int next, int left)
        {
            if (next == indeterminates)
            {
                found.Add(new([.. chosen]));
                return;
            }

            for (int e = 0; e <= left; e++)
            {
                chosen[next] = e;
                Extend(chosen, next + 1, left - e);
            }

            chosen[next] = 0;
        }

        Extend(new int[indeterminates], 0, degree);
        return found.Order();
    }
}

/// <summary>A polynomial with rational coefficients. Immutable.</summary>
internal sealed class SparsePolynomial
{
    private SparsePolynomial(SortedDictionary<Exponents, Rational> terms) => Terms = terms;

    /// <summary>The coefficients, none of them zero.</summary>
    public SortedDictionary<Exponents, Rational> Terms { get; }

    public int Degree => Terms.Count == 0 ? 0 : Terms.Keys.Max(m => m.Degree);

    public bool IsHomogeneous => Terms.Keys.All(m => m.Degree == Degree);

    public bool IsOne => Terms.Count == 1 && Terms.First() is { Key.Degree: 0, Value: var value } && value == Rational.One;

    public static SparsePolynomial Of(IEnumerable<(Exponents Monomial, Rational Coefficient)> terms)
    {
        var sum = new SortedDictionary<Exponents, Rational>();
        foreach ((Exponents monomial, Rational coefficient) in terms)
        {
            Rational value = sum.GetValueOrDefault(monomial) + coefficient;
            if (value.Sign == 0)
            {
                sum.Remove(monomial);
            }
            else
            {
                sum[monomial] = value;
            }
        }

        return new(sum);
    }

    /// <summary>Reads what the kernel knows, in the indeterminates that are listed.</summary>
    public static SparsePolynomial Of(IReadOnlyList<PolynomialTerm> terms, IReadOnlyList<int> indeterminates) => Of(terms.Select(t =>
    {
        int[] exponents = new int[indeterminates.Count];
        foreach ((int indeterminate, int exponent) in t.Factors)
        {
            exponents[IndexOf(indeterminates, indeterminate)] = exponent;
        }

        return (new Exponents(exponents), t.Coefficient);
    }));

    public SparsePolynomial Plus(SparsePolynomial other, Rational factor) =>
        Of(Terms.Select(t => (t.Key, t.Value)).Concat(other.Terms.Select(t => (t.Key, t.Value * factor))));

    public SparsePolynomial Times(SparsePolynomial other) =>
        Of(Terms.SelectMany(_ => other.Terms, (a, b) => (a.Key.Times(b.Key), a.Value * b.Value)));

    public SparsePolynomial Times(Rational factor) => Of(Terms.Select(t => (t.Key, t.Value * factor)));

    /// <summary>The same for the kernel.</summary>
    public IEnumerable<PolynomialTerm> Written(IReadOnlyList<int> indeterminates) => Terms.Select(t => new PolynomialTerm(
        t.Value,
        Enumerable.Range(0, indeterminates.Count).Where(i => t.Key[i] > 0).Select(i => (indeterminates[i], t.Key[i]))));

    private static int IndexOf(IReadOnlyList<int> list, int value) => Enumerable.Range(0, list.Count).First(i => list[i] == value);
}
