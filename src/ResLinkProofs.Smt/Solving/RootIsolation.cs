using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Solving;

/// <summary>Rational bounds of the real roots of polynomials, by Sturm's theorem and bisection in exact arithmetic.</summary>
internal static class RootIsolation
{
    /// <summary>Bounds of one real root.</summary>
    /// <param name="coefficients">The coefficients from the constant term up; at least one beyond it is not zero.</param>
    /// <param name="index">Which root, from 1, counting distinct real roots in ascending order.</param>
    /// <param name="width">The largest distance of the bounds, above zero.</param>
    /// <returns>Bounds that hold this root and no other, equal when the root was hit exactly; null when there are fewer roots.</returns>
    public static SmtNumber? Root(IReadOnlyList<Rational> coefficients, int index, Rational width)
    {
        List<Rational> polynomial = Trim(coefficients);
        if (polynomial.Count < 2 || index < 1)
        {
            return null;
        }

        List<List<Rational>> chain = SturmChain(polynomial);
        if (chain[^1].Count > 1)
        {
            // At a repeated root the whole chain vanishes and counts nothing: divide by the common divisor with the derivative.
            (polynomial, _) = Divide(polynomial, chain[^1]);
            chain = SturmChain(polynomial);
        }

        // Cauchy's bound: every root is smaller in magnitude than 1 + max |a_i / a_n|.
        Rational bound = Rational.One + polynomial[..^1].Select(a => Rational.Abs(a / polynomial[^1])).Aggregate(Rational.Max);
        Rational lower = -bound;
        Rational upper = bound;
        int before = Variations(chain, lower);
        if (before - Variations(chain, upper) < index)
        {
            return null;
        }

        // Invariant: (lower, upper] holds the wanted root; roots up to x number Variations(-bound) - Variations(x).
        int wanted = before - index;
        while (upper - lower > width || Variations(chain, lower) - Variations(chain, upper) > 1)
        {
            Rational middle = (lower + upper) / 2;
            bool rootAtOrBelow = Variations(chain, middle) <= wanted;
            if (rootAtOrBelow && Value(polynomial, middle).Sign == 0 && Variations(chain, middle) == wanted)
            {
                return SmtNumber.Exact(middle);
            }

            (lower, upper) = rootAtOrBelow ? (lower, middle) : (middle, upper);
        }

        return Value(polynomial, upper).Sign == 0 ? SmtNumber.Exact(upper) : new SmtNumber(lower, upper);
    }

    private static List<List<Rational>> SturmChain(List<Rational> polynomial)
    {
        var chain = new List<List<Rational>> { polynomial, Derivative(polynomial) };
        while (chain[^1].Count > 1)
        {
            (_, List<Rational> remainder) = Divide(chain[^2], chain[^1]);
            if (remainder.Count == 0)
            {
                break; // the last one is the greatest common divisor
            }

            // Only the sign matters: a positive factor keeps the numbers small.
            Rational scale = Rational.Abs(remainder[^1]);
            chain.Add(remainder.ConvertAll(a => -a / scale));
        }

        return chain;
    }

    private static int Variations(List<List<Rational>> chain, Rational x)
    {
        int variations = 0;
        int previous = 0;
        foreach (List<Rational> polynomial in chain)
        {
            int sign = Value(polynomial, x).Sign;
            variations += sign != 0 && previous != 0 && sign != previous ? 1 : 0;
            previous = sign != 0 ? sign : previous;
        }

        return variations;
    }

    private static Rational Value(List<Rational> polynomial, Rational x)
    {
        Rational value = Rational.Zero;
        for (int i = polynomial.Count - 1; i >= 0; i--)
        {
            value = (value * x) + polynomial[i];
        }

        return value;
    }

    private static List<Rational> Derivative(List<Rational> polynomial) => [.. polynomial.Skip(1).Select((a, i) => a * (i + 1))];

    private static (List<Rational> Quotient, List<Rational> Remainder) Divide(List<Rational> dividend, List<Rational> divisor)
    {
        var quotient = new Rational[Math.Max(0, dividend.Count - divisor.Count + 1)];
        var rest = new List<Rational>(dividend);
        while (rest.Count >= divisor.Count)
        {
            Rational factor = rest[^1] / divisor[^1];
            int shift = rest.Count - divisor.Count;
            quotient[shift] = factor;
            for (int i = 0; i < divisor.Count; i++)
            {
                rest[shift + i] -= factor * divisor[i];
            }

            rest = Trim(rest);
        }

        return ([.. quotient], rest);
    }

    private static List<Rational> Trim(IReadOnlyList<Rational> polynomial)
    {
        int count = polynomial.Count;
        while (count > 0 && polynomial[count - 1].Sign == 0)
        {
            count--;
        }

        return [.. polynomial.Take(count)];
    }
}
