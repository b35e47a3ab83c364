namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>A product of powers of variables, times the exponential of a polynomial.</summary>
/// <param name="Factors">Variables with positive exponents, by increasing index.</param>
/// <param name="Exponent">The polynomial in the exponential, in normal form and not zero; null for no exponential.</param>
internal readonly record struct Monomial(
    IReadOnlyList<(int Variable, int Exponent)> Factors, Polynomial? Exponent = null) : IComparable<Monomial>
{
    /// <summary>What a comparison with another monomial may cost: the number of factors, here and within the exponential.</summary>
    public long Size => 1 + Factors.Count + (Exponent?.Size ?? 0);

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
