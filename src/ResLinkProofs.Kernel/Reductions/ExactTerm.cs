using ResLinkProofs.Kernel.Expansions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reductions;

/// <summary>Normal forms of terms over given variables, and comparisons that they are equivalent to where these have values.</summary>
internal sealed class ExactTerm(IReadOnlyList<string> variables, Func<int, bool> isNonNegative)
{
    private const long Budget = 1L << 20; // for one term, so that a replay does not depend on what was asked before

    /// <summary>True when the term is zero by its normal form.</summary>
    public bool IsZero(Term term) => Normal(term, out _) is { IsZero: true };

    /// <summary>
    /// What is equivalent to the comparison of a term with zero: of its numerator, for either sign of its denominator.
    /// </summary>
    /// <param name="term">The term, which has a value.</param>
    /// <param name="isStrict">Above zero; at least zero otherwise.</param>
    public Formula IsPositive(Term term, bool isStrict)
    {
        Formula Above(Term t) => isStrict ? t > 0 : t >= 0;
        if (Normal(term, out ExactCoefficients exact) is not { } normal)
        {
            return Above(term);
        }

        Term[] names = [.. variables.Select(Term.Variable)];
        normal = exact.WithoutCommonFactors(normal);
        if (exact.Write(normal.Numerator, names) is not { } numerator || exact.Write(normal.Denominator, names) is not { } denominator)
        {
            return Above(term);
        }

        return denominator.IsOne
            ? Above(numerator)
            : ((denominator > 0) & Above(numerator)) | ((denominator < 0) & Above(-numerator));
    }

    private Fraction? Normal(Term term, out ExactCoefficients exact)
    {
        exact = new ExactCoefficients(variables.Count, isNonNegative, Budget);
        Tape tape = Tape.Compile(variables, [term]);
        Fraction?[] point = [.. Enumerable.Range(0, variables.Count).Select(ExactCoefficients.Variable)];
        return TapeExpansion.Of<Fraction?>(tape, exact, tape.Outputs[0], point, -1, 0)?[0];
    }
}
