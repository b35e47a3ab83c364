namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>A product of powers of variables.</summary>
/// <param name="Factors">Variables with positive exponents, by increasing index.</param>
internal readonly record struct Monomial(IReadOnlyList<(int Variable, int Exponent)> Factors) : IComparable<Monomial>
{
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

        return new(merged);
    }

    /// <summary>Any total order will do; equal exactly when the factors are.</summary>
    public int CompareTo(Monomial other)
    {
        int order = Factors.Count.CompareTo(other.Factors.Count);
        for (int i = 0; order == 0 && i < Factors.Count; i++)
        {
            order = Factors[i].CompareTo(other.Factors[i]);
        }

        return order;
    }
}
