using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// The remarks of section 6 of Li and Yuan (2017) on other inputs, through the kernel k(a, b) = E max(a.x, 0) max(b.x, 0) of which the loss is made. For
/// N(0, I) it is |a||b|(sin t + (pi - t) cos t)/(2 pi) with t the angle of a and b.
/// </summary>
public sealed class Section6 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, 3);

        // The mean over the circle of cos(p) cos(p - t) where both are positive, by the antiderivative p cos(t)/2 + sin(2p - t)/4.
        Term Antiderivative(Term p) => (p * Term.Cos(t) / 2) + (Term.Sin((2 * p) - t) / 4);
        Term mean = (Antiderivative(Term.Pi / 2) - Antiderivative(t - (Term.Pi / 2))) / (2 * Term.Pi);
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 6 rotation-invariant inputs"),
            Text = "For x on the unit circle and unit vectors a, b at angle t, E max(⟨a,x⟩, 0) max(⟨b,x⟩, 0) is half its value for N(0, I), for which E|x|² = 2: "
                + "inputs of any rotation-invariant distribution give the same loss up to E|x|²/d.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                mean.EqualTo(Kernel(1, 1, t) / 2))),
        };

        forAll = new Quantifier();
        var small = new Rational(1, 10);
        Term first = forAll.Real("σ₁-1", -small, small), second = forAll.Real("σ₂-1", -small, small), size = forAll.Real("ε", 0, small);
        Term p = forAll.Real("p", -1, 1), u = forAll.Real("t", new Rational(1, 10), 3);
        forAll.Given(size >= Term.Abs(first)).Given(size >= Term.Abs(second));
        (Term x, Term y) a = (Term.Cos(3 * p), Term.Sin(3 * p)), b = (Term.Cos((3 * p) + u), Term.Sin((3 * p) + u));
        Term Product((Term x, Term y) v, (Term x, Term y) w) => ((1 + first) * v.x * w.x) + ((1 + second) * v.y * w.y);
        Term lengthA = Term.Sqrt(Product(a, a)), lengthB = Term.Sqrt(Product(b, b));
        Term turned = Term.Acos(Term.Max(-1, Term.Min(1, Product(a, b) / (lengthA * lengthB))));
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 6 near-identity covariance"),
            Text = "For x ~ N(0, Σ) in the plane, |Σ - I|₂ ≤ ε ≤ 1/10 and unit vectors a, b at an angle in [1/10, 3], k(a, b) differs from its value for N(0, I) by at most ε/2.",
            Proposition = StatementProposition.Of(forAll.Conclude(size / 2 >= Term.Abs(Kernel(lengthA, lengthB, turned) - Kernel(1, 1, u)))),
        };
        yield return CovarianceRadius();
    }

    // Sigma^(1/2) =: S maps N(0, I) to N(0, Sigma), so the loss for Sigma at W is the loss for I at W' = S(I + W) - I, and its gradient is S times the other.
    private static Claim CovarianceRadius()
    {
        var forAll = new Quantifier();
        Term size = forAll.Real("ε", 0, new Rational(1, 100)), largest = Term.Sqrt(1 + size), least = Term.Sqrt(1 - size);
        return new Claim
        {
            Source = LiYuan.Statement("Section 6 covariance as a corollary"),
            Text = "For |Σ - I|₂ ≤ ε ≤ 1/100 and |W|₂, |W*|₂ ≤ γ = 1/100, the bound max(√(1+ε) - 1, 1 - √(1-ε)) + √(1+ε)γ of |Σ^(1/2)(I + W) - I|₂ is at most 1/62, where Theorem 3.3 holds with 0.03, "
                + "and 0.03(1-ε) ≥ 29/1000 is a constant that remains.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (Term.Ratio(1, 62) >= Term.Max(largest - 1, 1 - least) + (largest / 100)) & (Term.Ratio(3, 100) * (1 - size) >= Term.Ratio(29, 1000)))),
        };
    }

    private static Term Kernel(Term lengthA, Term lengthB, Term angle) =>
        lengthA * lengthB * (Term.Sin(angle) + ((Term.Pi - angle) * Term.Cos(angle))) / (2 * Term.Pi);
}
