using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>Theorem 6.6 of Du (2019) by the exact probability, an integral over one variable.</summary>
/// <remarks>
/// For |w*| = 1 and k = (p-1)/2, slices across w* give P as the quotient of the integral of max(0, min(1 - t², 2t/α - 1 - t²))^k over [-1, 1] and that of (1 - t²)^k. With t = αs below α
/// the first is half the second, less α times that of (1 - α²s²)^k over [0, 1], plus α times that of max(0, 2s - 1 - α²s²)^k over [1/2, 1].
/// </remarks>
public sealed class ExactProbability : ISpec
{
    private static readonly int[] Dimensions = [2, 3, 4, 5, 7, 9];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.6 exact probability"),
            Text = "P ≥ ½ - √(πp/2)α for 2πpα² ≤ 1, divided by α, with k = (p-1)/2: ∫max(0, 2s - 1 - α²s²)^k over [½, 1] + √(πp/2)∫(1 - t²)^k over [-1, 1] ≥ ∫(1 - α²s²)^k over [0, 1]; p = 2, 3, 4, 5, 7, 9.",
            Proposition = StatementProposition.ForCases("p", Dimensions, Bound),
        };
    }

    private static Statement Bound(int p)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, 1), s = Term.Variable("s");
        forAll.Given(2 * Term.Pi * p * Term.Square(alpha) <= 1);
        Term Power(Term value) => p % 2 == 1 ? Term.Pow(value, (p - 1) / 2) : Term.Pow(value, Term.Ratio(p - 1, 2));
        Term near = Term.Integral(s, Term.Ratio(1, 2), 1, Power(Term.Max(0, (2 * s) - 1 - Term.Square(alpha * s))));
        Term missing = Term.Integral(s, 0, 1, Power(Term.Max(0, 1 - Term.Square(alpha * s))));
        Term all = Term.Integral(s, -1, 1, Power(Term.Max(0, 1 - Term.Square(s))));
        return forAll.Conclude(near + (Term.Sqrt(Term.Pi * p / 2) * all) >= missing);
    }
}
