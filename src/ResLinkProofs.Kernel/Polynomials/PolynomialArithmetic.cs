using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>
/// Exact arithmetic of polynomials within a budget of work and bounds on every number: what goes
/// beyond is null, "not a polynomial", and so is everything that is computed from it.
/// </summary>
/// <param name="budget">The work, in comparisons of factors and products of 64-bit words, roughly.</param>
internal sealed class PolynomialArithmetic(long budget)
{
    private const int LargestTermCount = 20_000;
    private const long LargestDegree = 1_000_000; // of one variable, as for the kernel's powers
    private const long LargestBits = 1 << 14;      // of a numerator or a denominator
    private const int LargestPower = 64;

    // Exponentials within exponents; comparisons recurse that deep, and cost at most the size.
    private const int LargestDepth = 4;
    private const int LargestExponentTerms = 200;
    private const int LargestExponentSize = 2_000;

    // Insertion into a sorted dictionary of at most 20,000 terms compares with about that many.
    private const long Comparisons = 16;

    private readonly long _budget = budget;

    /// <summary>The work done so far.</summary>
    public long Spent { get; private set; }

    public static Polynomial? Constant(Rational value) =>
        !IsBounded(value) ? null : new(value.Sign == 0 ? [] : new() { [new Monomial([])] = value });

    public static Polynomial One => Constant(Rational.One)!;

    public static Polynomial Variable(int index) => new(new() { [new Monomial([(index, 1)])] = Rational.One });

    public static Polynomial? Exponential(Polynomial? exponent) =>
        exponent is null || exponent.Depth >= LargestDepth || exponent.Terms.Count > LargestExponentTerms
            || exponent.Size > LargestExponentSize
            ? null
        : exponent.IsZero ? Constant(Rational.One)
        : new(new() { [new Monomial([], exponent)] = Rational.One });

    /// <summary>One term; null when the coefficient is too long.</summary>
    public static Polynomial? Of(Monomial monomial, Rational coefficient) =>
        !IsBounded(coefficient) ? null : new(new() { [monomial] = coefficient });

    /// <summary>
    /// A product of powers of variables; null unless these are at least 0, in increasing order, with exponents from 1 on.
    /// </summary>
    public static Polynomial? Power(IReadOnlyList<(int Variable, int Exponent)> factors)
    {
        for (int i = 0; i < factors.Count; i++)
        {
            if (factors[i].Exponent is < 1 or > (int)LargestDegree || factors[i].Variable <= (i == 0 ? -1 : factors[i - 1].Variable))
            {
                return null;
            }
        }

        return new(new() { [new Monomial([.. factors])] = Rational.One });
    }

    /// <summary>One over a polynomial that vanishes nowhere and whose inverse is one too: a constant times an exponential.</summary>
    public Polynomial? Invert(Polynomial? divisor)
    {
        if (divisor is not { Terms.Count: 1 }
            || divisor.Terms.First() is not { Key: { Factors.Count: 0, Exponent: var exponent }, Value: var coefficient })
        {
            return null;
        }

        Polynomial? constant = Constant(Rational.One / coefficient);
        return exponent is null ? constant : Multiply(constant, Exponential(Multiply(exponent, Constant(-Rational.One))));
    }

    /// <summary>left + factor · right.</summary>
    public Polynomial? Add(Polynomial? left, Polynomial? right, Rational factor)
    {
        if (left is null || right is null || !TrySpend(left.Terms.Count))
        {
            return null;
        }

        var sum = new SortedDictionary<Monomial, Rational>(left.Terms);
        foreach ((Monomial monomial, Rational coefficient) in right.Terms)
        {
            if (!TryAccumulate(sum, monomial, factor, coefficient))
            {
                return null;
            }
        }

        return new(sum);
    }

    public Polynomial? Multiply(Polynomial? left, Polynomial? right)
    {
        if (left is null || right is null || (long)left.Terms.Count * right.Terms.Count > LargestTermCount)
        {
            return null;
        }

        var product = new SortedDictionary<Monomial, Rational>();
        foreach ((Monomial a, Rational x) in left.Terms)
        {
            foreach ((Monomial b, Rational y) in right.Terms)
            {
                if (Multiply(a, b) is not { } monomial || !TryAccumulate(product, monomial, x, y))
                {
                    return null;
                }
            }
        }

        return new(product);
    }

    public Polynomial? Power(Polynomial? basis, int exponent)
    {
        Polynomial? result = exponent is >= 0 and <= LargestPower ? Constant(Rational.One) : null;
        for (int i = 0; i < exponent && result is not null; i++)
        {
            result = Multiply(result, basis);
        }

        return result;
    }

    // Exponentials multiply by adding their exponents.
    private Monomial? Multiply(Monomial a, Monomial b)
    {
        if (!TrySpend(a.Size + b.Size))
        {
            return null;
        }

        var merged = new List<(int Variable, int Exponent)>(a.Factors.Count + b.Factors.Count);
        int i = 0, j = 0;
        while (i < a.Factors.Count || j < b.Factors.Count)
        {
            int left = i < a.Factors.Count ? a.Factors[i].Variable : int.MaxValue;
            int right = j < b.Factors.Count ? b.Factors[j].Variable : int.MaxValue;
            long exponent = (left <= right ? a.Factors[i].Exponent : 0L) + (right <= left ? b.Factors[j].Exponent : 0L);
            if (exponent > LargestDegree)
            {
                return null;
            }

            merged.Add((Math.Min(left, right), (int)exponent));
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        if (a.Exponent is null || b.Exponent is null)
        {
            return new(merged, a.Exponent ?? b.Exponent);
        }

        Polynomial? sum = Add(a.Exponent, b.Exponent, Rational.One);
        return sum is null || sum.Terms.Count > LargestExponentTerms || sum.Size > LargestExponentSize
            ? null
            : new(merged, sum.IsZero ? null : sum);
    }

    // Adds factor · coefficient to the coefficient of a monomial.
    private bool TryAccumulate(SortedDictionary<Monomial, Rational> terms, Monomial monomial, Rational factor, Rational coefficient)
    {
        if (!TrySpend((Comparisons * monomial.Size) + Reduction(factor, coefficient)))
        {
            return false;
        }

        Rational product = factor * coefficient, before = terms.GetValueOrDefault(monomial);
        if (!IsBounded(product) || !TrySpend(Reduction(product, before)))
        {
            return false;
        }

        Rational sum = before + product;
        if (sum.Sign == 0)
        {
            terms.Remove(monomial);
        }
        else
        {
            terms[monomial] = sum;
        }

        return IsBounded(sum);
    }

    private bool TrySpend(long work)
    {
        Spent += Math.Min(work, _budget - Spent);
        return Spent < _budget;
    }

    private static bool IsBounded(Rational value) =>
        Math.Max(value.Numerator.GetBitLength(), value.Denominator.GetBitLength()) <= LargestBits;

    // A product and a sum are reduced to lowest terms, which takes the square of the number of words.
    private static long Reduction(Rational a, Rational b)
    {
        long words = Words(a) + Words(b);
        return words * words;
    }

    private static long Words(Rational value) => 1 + ((value.Numerator.GetBitLength() + value.Denominator.GetBitLength()) / 64);
}
