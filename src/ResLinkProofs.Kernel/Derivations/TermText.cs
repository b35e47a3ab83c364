using System.Globalization;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>Writes terms in prefix form, <c>(add x1 1/2)</c>: different terms have different texts.</summary>
public static class TermText
{
    private const int LongestText = 200_000;

    /// <summary>The text of a term.</summary>
    /// <param name="term">A term that is not too long when shared subterms are written out.</param>
    /// <exception cref="ArgumentException">It is.</exception>
    public static string Of(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        int left = LongestText;
        return Of(term, ref left, 0);
    }

    private static string Of(Term term, ref int left, int depth)
    {
        left--;
        if (left < 0 || depth > 400)
        {
            throw new ArgumentException("A term of a derivation is too long.", nameof(term));
        }

        switch (term.Operation)
        {
            case Operation.Literal:
                return term.Value.ToString();
            case Operation.Variable:
                return term.Name!;
            case Operation.Pi:
                return "pi";
            case Operation.Power:
                return $"(power {Of(term.Left!, ref left, depth + 1)} {term.Exponent.ToString(CultureInfo.InvariantCulture)})";
            case Operation.Conditional:
                return $"(conditional {Of(term.Condition!, ref left, depth + 1)} "
                    + $"{Of(term.Left!, ref left, depth + 1)} {Of(term.Right!, ref left, depth + 1)})";
            case Operation.Integral:
                throw new ArgumentException(
                    "A derivation speaks of no integral; state the inequality about it as a statement.", nameof(term));
            default:
                string first = $"({term.Operation.ToString().ToLowerInvariant()} {Of(term.Left!, ref left, depth + 1)}";
                return term.Right is null ? $"{first})" : $"{first} {Of(term.Right, ref left, depth + 1)})";
        }
    }
}
