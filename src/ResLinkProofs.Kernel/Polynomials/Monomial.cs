namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>A product of powers of variables, times the exponential of a polynomial.</summary>
/// <param name="Factors">Variables with positive exponents, by increasing index.</param>
/// <param name="Exponent">The polynomial in the exponential, in normal form and not zero; null for no exponential.</param>
internal readonly record struct Monomial(IReadOnlyList<(int Variable, int Exponent)> Factors, Polynomial? Exponent = null) : IComparable<Monomial>
{
    /// <summary>The product; exponentials multiply by adding their exponents.</summary>
    public Monomial Times(Monomial other)
    {
        var merged = new List<(int Variable, int Exponent)>(Factors.Count + other.Factors.Count);
        int i = 0, j = 0;
        while (i < Factors.Count || j < other.Factors.Count)
        {
            int left = i < Factors.Count ? Factors[i].Variable : int.MaxValue;
            int right = j < other.Factors.Count ? other.Factors[j].Variable : int.MaxValue;
            int exponent = (left <= right ? Factors[i].Exponent : 0) + (right <= left ? other.Factors[j].Exponent : 0);
            merged.Add((Math.Min(left, right), exponent));
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        Polynomial? sum = Exponent is null ? other.Exponent : other.Exponent is null ? Exponent : Exponent.Plus(other.Exponent);
        return new(merged, sum is { IsZero: true } ? null : sum);
    }

    /// <summary>Any total order will do; equal exactly when the factors and the exponents are.</summary>
    public int CompareTo(Monomial other)
    {
        int order = Factors.Count.CompareTo(other.Factors.Count);
        for (int i = 0; order == 0 && i < Factors.Count; i++)
        {
            order = Factors[i].CompareTo(other.Factors[i]);
        }

        return order != 0 ? order
            : Exponent is null || other.Exponent is null ? (Exponent is null ? 0 : 1) - (other.Exponent is null ? 0 : 1)
            : Exponent.OrderRelativeTo(other.Exponent);
    }
}
