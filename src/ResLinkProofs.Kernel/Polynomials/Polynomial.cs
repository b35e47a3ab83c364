using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>
/// A polynomial with rational coefficients in variables and exponentials of such polynomials, in
/// normal form by exp(a) exp(b) = exp(a + b) and exp(0) = 1. What has no terms is zero everywhere.
/// </summary>
public sealed class Polynomial
{
    /// <summary>Wraps terms, which nobody changes from then on.</summary>
    /// <param name="terms">The coefficients, none of them zero.</param>
    internal Polynomial(SortedDictionary<Monomial, Rational> terms)
    {
        Terms = terms;
        foreach ((Monomial monomial, Rational coefficient) in terms)
        {
            long words = (coefficient.Numerator.GetBitLength() + coefficient.Denominator.GetBitLength()) / 64;
            Size += monomial.Size + (words * words);
            Depth = Math.Max(Depth, monomial.Exponent is { } exponent ? exponent.Depth + 1 : 0);
        }
    }

    /// <summary>True for the zero polynomial.</summary>
    public bool IsZero => Terms.Count == 0;

    /// <summary>The coefficient of each monomial.</summary>
    internal SortedDictionary<Monomial, Rational> Terms { get; }

    /// <summary>
    /// What a comparison with another polynomial may cost: the sizes of the monomials, and a product for every pair of long coefficients.
    /// </summary>
    internal long Size { get; }

    /// <summary>How deep exponentials are nested; 0 without one.</summary>
    internal int Depth { get; }

    /// <summary>Expands one slot of a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The normal form, or null when the expression is not polynomial or too large to expand.</returns>
    public static Polynomial? Of(Tape tape, int slot) => new NormalForms(tape).Of(slot);

    /// <summary>Any total order will do; zero exactly for equal terms.</summary>
    internal int OrderRelativeTo(Polynomial other)
    {
        int order = Terms.Count.CompareTo(other.Terms.Count);
        using var others = other.Terms.GetEnumerator();
        foreach ((Monomial monomial, Rational coefficient) in Terms)
        {
            if (order != 0 || !others.MoveNext())
            {
                break;
            }

            order = monomial.CompareTo(others.Current.Key);
            order = order != 0 ? order : coefficient.CompareTo(others.Current.Value);
        }

        return order;
    }
}
