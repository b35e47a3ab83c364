using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// The steps of the proof of Lemma 2.5 of Li and Yuan (2017) as closed claims in all units, on which a solver can be asked as well; <see cref="SecondMoments"/>
/// joins them by induction. With x_t = E|W_t - W*|^2 and r = eta delta = (1+alpha) log T / T. One step gives
/// x_{t+1} = x_t - 2 eta E(grad f(W_t), W_t - W*) + eta^2 E|G_t|^2. If r is at least 1 the moment bound at T alone gives x_T at most G^2/delta^2. Between
/// 1/2 and 1 the last step does. Below 1/2 the recursion is unrolled.
/// </summary>
public sealed class Lemma25Proof : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Step("moment", "δ x ≤ G √x implies x ≤ G²/δ²: with y = √x ≤ G/δ, G²/δ² - y² = (G/δ - y)(G/δ + y) ≥ 0.", Moment);
        yield return Step("r at least 1", "If r ≥ 1 then G²/δ² ≤ r G²/δ².", LargeStep);
        yield return Step("one step", "If y = x - 2ηp + η²m with p ≥ δx and m ≤ G², then y ≤ (1 - 2ηδ)x + η²G²: the difference 2η(p - δx) + η²(G² - m) is nonnegative.", OneStep);
        yield return Step("one step identity", "In units with δ = G = 1, (1 - 2η)x + η² - (x - 2ηp + η²m) = 2η(p - x) + η²(1 - m).", OneStepIdentity);
        yield return Step("r from a half to 1", "If 1/2 ≤ r ≤ 1 and x ≥ 0 then (1-2r)x + r²G²/δ² ≤ r G²/δ².", MiddleStep);
        yield return Step(
            "r at most a half", "If r ≤ 1/2 and x ≤ p x₀ + r G²/(2δ²) then (1-2r)x + r²G²/δ² ≤ (1-2r)p x₀ + r G²/(2δ²): the difference is (1-2r) times that of the hypothesis.", SmallStep);
        yield return Step(
            "r at most a half identity", "(1-2r)p x₀ + r G²/(2δ²) - (1-2r)x - r²G²/δ² = (1-2r)(p x₀ + r G²/(2δ²) - x).", SmallStepIdentity);
        yield return Step("logarithm", "log(1-z) ≤ -z for z in [0, 1), so (1-2r)^T ≤ e^(-2rT) = T^(-2(1+α)); stated for z up to 999/1000.", Logarithm);
        yield return Step("first term", "If D² ≤ (1+α) T^α log T G²/δ² then T^(-2(1+α)) D² ≤ T^(-1-α) r G²/δ², and T^(-1-α) ≤ 1/2 for T ≥ 2, α ≥ 0: (1+α) log T - log 2 = α log 2 + (1+α) log(T/2).", FirstTerm);
    }

    private static Claim Step(string name, string text, Func<Quantifier, Formula> conclude)
    {
        var forAll = new Quantifier();
        Formula conclusion = conclude(forAll);
        return new Claim
        {
            Source = LiYuan.Statement($"Lemma 2.5 proof {name}"),
            Text = text,
            Proposition = StatementProposition.Of(forAll.Conclude(conclusion)),
        };
    }

    private static Formula Moment(Quantifier forAll)
    {
        Term y = forAll.Real("y", 0, 1000), gap = forAll.Real("G/δ - y", 0, 1000);
        return gap * ((2 * y) + gap) >= 0;
    }

    private static Formula LargeStep(Quantifier forAll)
    {
        Term r = forAll.Real("r", 1, 1000), bound = forAll.Real("G²/δ²", 0, 1000);
        return bound * (r - 1) >= 0;
    }

    private static Formula OneStep(Quantifier forAll)
    {
        Term eta = forAll.Real("η", 0, 10), p = forAll.Real("p - δx", 0, 100), m = forAll.Real("G² - m", 0, 100);
        return (2 * eta * p) + (Term.Square(eta) * m) >= 0;
    }

    private static Formula OneStepIdentity(Quantifier forAll)
    {
        Term x = forAll.Real("x", 0, 100), eta = forAll.Real("η", 0, 10);
        Term p = forAll.Real("p - x", 0, 100), m = forAll.Real("1 - m", 0, 100);
        Term y = x - (2 * eta * (p + x)) + (Term.Square(eta) * (1 - m));
        Term bound = ((1 - (2 * eta)) * x) + Term.Square(eta);
        return bound.EqualTo(y + (2 * eta * p) + (Term.Square(eta) * m));
    }

    private static Formula MiddleStep(Quantifier forAll)
    {
        Term r = forAll.Real("r", new Rational(1, 2), 1), x = forAll.Real("x", 0, 100), bound = forAll.Real("G²/δ²", 0, 100);
        return ((2 * (r - Term.Ratio(1, 2))) * x) + (r * (1 - r) * bound) >= 0;
    }

    private static Formula SmallStep(Quantifier forAll)
    {
        Term r = forAll.Real("r", 0, new Rational(1, 2)), gap = forAll.Real("p x₀ + r G²/(2δ²) - x", 0, 100);
        return (1 - (2 * r)) * gap >= 0;
    }

    private static Formula SmallStepIdentity(Quantifier forAll)
    {
        Term r = forAll.Real("r", 0, new Rational(1, 2)), gap = forAll.Real("p x₀ + r G²/(2δ²) - x", 0, 100);
        Term start = forAll.Real("p x₀", 0, 100), bound = forAll.Real("G²/δ²", 0, 100);
        Term x = start + (r * bound / 2) - gap;
        Term right = ((1 - (2 * r)) * start) + (r * bound / 2), left = ((1 - (2 * r)) * x) + (Term.Square(r) * bound);
        return right.EqualTo(left + ((1 - (2 * r)) * gap));
    }

    private static Formula Logarithm(Quantifier forAll)
    {
        Term z = forAll.Real("z", 0, new Rational(999, 1000));
        return -z >= Term.Log(1 - z);
    }

    private static Formula FirstTerm(Quantifier forAll)
    {
        Term tau = forAll.Real("T/2 - 1", 0), alpha = forAll.Real("α", 0);
        return (alpha * Term.Log(2)) + ((1 + alpha) * Term.Log(1 + tau)) >= 0;
    }
}
