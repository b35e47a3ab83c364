using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>The least value of a quadratic polynomial over all real numbers, by completing squares exactly.</summary>
internal static class QuadraticMinimum
{
    private const int LargestDimension = 24;
    private const long LargestBits = 512; // of a coefficient; elimination multiplies them by the dimension

    /// <summary>The infimum of sign · p, or null when p is no quadratic polynomial or sign · p is unbounded below, as far as this method sees.</summary>
    /// <param name="polynomial">The polynomial p.</param>
    /// <param name="sign">+1 or -1.</param>
    public static Rational? Of(Polynomial polynomial, int sign)
    {
        int[] variables = [.. polynomial.Terms.Keys.SelectMany(m => m.Factors.Select(f => f.Variable)).Distinct().Order()];
        int n = variables.Length;
        if (n > LargestDimension || polynomial.Terms.Values.Any(IsLong)
            || polynomial.Terms.Keys.Any(m => m.Exponent is not null || m.Factors.Sum(f => (long)f.Exponent) > 2))
        {
            return null;
        }

        // sign · p = xᵀ Q x + bᵀ x + c, with a row and a column for the number 1.
        var form = new Rational[n + 1, n + 1];
        foreach ((Monomial monomial, Rational coefficient) in polynomial.Terms)
        {
            int[] at = [.. monomial.Factors.SelectMany(f => Enumerable.Repeat(Array.BinarySearch(variables, f.Variable), f.Exponent)), n, n];
            Rational share = sign * coefficient / (at[0] == at[1] ? 1 : 2);
            form[at[0], at[1]] += share;
            form[at[1], at[0]] += at[0] == at[1] ? 0 : share;
        }

        for (int i = 0; i < n; i++)
        {
            // The squares completed so far do not depend on x_i any more; without a square of its own it may not occur at all.
            if (form[i, i].Sign <= 0)
            {
                if (Enumerable.Range(i, n + 1 - i).Any(j => form[i, j].Sign != 0))
                {
                    return null;
                }

                continue;
            }

            for (int j = i + 1; j <= n; j++)
            {
                for (int k = i + 1; k <= n; k++)
                {
                    form[j, k] -= form[j, i] * form[i, k] / form[i, i];
                }
            }
        }

        return form[n, n];
    }

    private static bool IsLong(Rational value) => value.Numerator.GetBitLength() + value.Denominator.GetBitLength() > LargestBits;
}
