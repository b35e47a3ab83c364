using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 4 of Li and Yuan (2017), the "joint Taylor expansion" of two angles to the same column: with p and q the cosines of theta_{i,j} and theta_{i*,j}, the difference
/// of the angles is p - q up to a multiple of |p^3 - q^3|, which vanishes as W approaches W*.
/// </summary>
public sealed class Section4JointExpansion : ISpec
{
    private static readonly Rational Half = new(1, 2);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Derivative = "Section 4 derivative of the rest of the arcsine", Square = "Section 4 square of the sine";
        var forAll = new Quantifier();
        Term p = forAll.Real("p", -Half, Half), step = forAll.Real("h", 0, 1), q = p + step;
        forAll.Given(q <= Half);
        Term rest = Term.Asin(q) - Term.Asin(p) - step;
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 joint Taylor expansion"),
            Quote = new Quote("θ_{i*,j} - θ_{i,j} = ⟨\u0101_i - b̄_i, \u0101_j⟩ + O(|⟨b̄_i, \u0101_j⟩³ - ⟨\u0101_i, \u0101_j⟩³|)", "Section 4, Phase II"),
            Existential = new Existential.Instance("C", "C = 1/4, cosines within 1/2"),
            Text = "For cosines -1/2 ≤ p ≤ q ≤ 1/2: 0 ≤ arcsin q - arcsin p - (q - p) ≤ (q³ - p³)/4.",
            Proposition = StatementProposition.Of(forAll.Conclude((rest >= 0) & (rest <= (Term.Pow(q, 3) - Term.Pow(p, 3)) / 4))),
            Derivation = new Derivation(
                "arcsin t - t and t + t³/4 - arcsin t have the derivatives t²/(r(1+r)) and (3/4 - 1/(r(1+r)))t² with r = √(1-t²), which are nonnegative",
                [LiYuan.Statement(Derivative).Id, LiYuan.Statement(Square).Id])
            { Rules = [TextbookRule.IntegralAlongSegment] },
        };

        forAll = new Quantifier();
        Term r = Root(forAll.Real("t", -Half, Half));
        yield return new Claim
        {
            Source = LiYuan.Statement(Derivative),
            Text = "For |t| ≤ 1/2 and r = √(1-t²): 0 ≤ 1/(r(1+r)) ≤ 3/4.",
            Proposition = StatementProposition.Of(forAll.Conclude((1 / (r * (1 + r)) >= 0) & (1 / (r * (1 + r)) <= Term.Ratio(3, 4)))),
        };

        forAll = new Quantifier();
        r = forAll.Real("r", new Rational(1, 2), 1);
        yield return new Claim
        {
            Source = LiYuan.Statement(Square),
            Text = "For 1/2 ≤ r ≤ 1: (1-r)(1+r) = 1 - r², which is t² for r = √(1-t²), so that 1/r - 1 = t²/(r(1+r)).",
            Proposition = StatementProposition.Of(forAll.Conclude(((1 - r) * (1 + r)).EqualTo(1 - Term.Square(r)))),
        };
    }

    private static Term Root(Term t) => Term.Sqrt(1 - Term.Square(t));
}
