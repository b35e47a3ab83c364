using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>The links of the proof of Theorem 3.3 that concern a few scalars, beside the geometric bounds G1, G2, G14, G15 and G16.</summary>
public sealed class ScalarLinks : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Link(
            "tilt",
            "2 sin(arcsin(γ)/2) ≤ 11γ/10 for γ ≤ 1/10: its square is 2γ²/(1+√(1-γ²)).",
            forAll => Term.Ratio(121, 100) * (1 + Term.Sqrt(1 - Term.Square(forAll.Real("γ", 0, new Rational(1, 10))))) >= 2);
        yield return Link(
            "arcsine growth",
            "The derivative of arcsin c - c is at most that of c³/5 for |c| ≤ 1/25, so |arcsin c - c| ≤ |c|³/5: with s = √(1-c²), c²/(s(1+s)) ≤ 3c²/5.",
            forAll => Term.Ratio(3, 5) >= 1 / (Root(forAll) * (1 + Root(forAll, again: true))));
        yield return Link(
            "jacobian",
            "1 - √(1-c²) + |c|³/5 ≤ 51c²/100 for |c| ≤ 1/25, over c²: 1/(1+√(1-c²)) + c/5 ≤ 51/100. It bounds the Jacobians of h(c)x and of |x|q(c).",
            forAll => Term.Ratio(51, 100) >= (1 / (1 + Root(forAll))) + (Term.Variable("c") / 5));
        yield return Link(
            "largest cosine",
            "On the segment from a_i to b_i the cosine with a_j is at most 2γ(1+γ)/(1-γ) ≤ 1/25 for γ ≤ 1/54.",
            forAll =>
            {
                Term gamma = forAll.Real("γ", 0, new Rational(1, 54));
                return Term.Ratio(1, 25) >= 2 * gamma * (1 + gamma) / (1 - gamma);
            });
        yield return Link(
            "diagonal cosine",
            "1 - cos t ≤ 2γ² for t ≤ 2 arcsin γ: 1 - cos t = 2 sin²(t/2) and sin(t/2) = γx with x ≤ 1.",
            forAll => 2 * Term.Square(forAll.Real("γ", 0, new Rational(1, 10))) * (1 - Term.Square(forAll.Real("x", 0, 1))) >= 0);
        yield return Link(
            "roots",
            "1.01/√3 ≤ 7/12 and √2 ≤ 99/70.",
            _ => (Term.Ratio(7, 12) >= Term.Ratio(101, 100) / Term.Sqrt(3)) & (Term.Ratio(99, 70) >= Term.Sqrt(2)));
    }

    private static Term Root(Quantifier forAll, bool again = false) =>
        Term.Sqrt(1 - Term.Square(again ? Term.Variable("c") : forAll.Real("c", 0, new Rational(1, 25))));

    private static Claim Link(string name, string text, Func<Quantifier, Formula> conclude)
    {
        var forAll = new Quantifier();
        Formula conclusion = conclude(forAll);
        return new Claim
        {
            Source = LiYuan.Statement($"Theorem 3.3 proof {name}"),
            Text = text,
            Proposition = StatementProposition.Of(forAll.Conclude(conclusion)),
        };
    }
}
