using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>
/// The arithmetic of the proof of Lemma 4.1 of Du (2019), eta_t = sqrt(eps/r)/(100 (t+1) |M*|^1.5). Powers of |M*| cancel: the statements are in units |M*|_F = 1, with s = sqrt(r) and eps
/// for eps/|M*|.
/// </summary>
public sealed class Lemma41 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Step("Claim 4.2 step size", "Also note that η_t < 1/β by our choice", "Proof of Claim 4.2", "η_t β ≤ √ε/(100s)·(66s+2) < 1 for s = √r ≥ 1 and ε < 1.", (eps, s) =>
            100 * s > Term.Sqrt(eps) * ((66 * s) + 2));
        yield return Step(
            "Claim 4.2 bound after a step",
            "≤ 10√r‖M*‖_F + ε/100 ≤ 11√r‖M*‖_F",
            "Proof of Claim 4.2",
            "With s = √r: 10s + 2·ε/(s²100²)·4·5s ≤ 10s + ε/100 ≤ 11s; the first over ε, the second over s.",
            (eps, s) => (Term.Ratio(1, 100) >= Term.Ratio(40, 10_000) / s) & (11 >= 10 + (eps / (100 * s))));
        yield return Step(
            "Claim 4.1 sum of squared steps",
            "≤ ε/2 + 40√r‖M*‖³_F Σ 1/(i+1)²·(ε/r)/(100²‖M*‖³_F) ≤ ε",
            "Proof of Claim 4.1",
            "With Σ 1/(i+1)² ≤ π²/6 and s = √r: ε/2 + 40s(π²/6)ε/(10⁴s²) ≤ ε, over ε.",
            (_, s) => 1 >= Term.Ratio(1, 2) + (40 * (Term.Square(Term.Pi) / 6) / (10_000 * s)));
        yield return Descent();
        yield return Bounded();
        yield return Sharp();
    }

    private static Claim Step(string label, string clause, string place, string text, Func<Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term eps = forAll.Real("ε", 0, 1), s = forAll.Real("s", 1);
        return new Claim
        {
            Source = Du.Statement(label),
            Quote = new Quote(clause, place),
            Text = text,
            Proposition = StatementProposition.Of(forAll.Given(eps > 0).Given(eps < 1).Conclude(conclude(eps, s))),
        };
    }

    private static Claim Descent()
    {
        var forAll = new Quantifier();
        Term g = forAll.Real("|∇f|²", 0), eta = forAll.Real("η", 0), eb = forAll.Real("ηβ", 0, 1);
        return new Claim
        {
            Source = Du.Statement("Equation 4.14"),
            Quote = new Quote("= f(U_t,V_t) - η_t‖∇f‖² + (β/2)η_t²‖∇f‖² ≤ f(U_t,V_t) - (η_t/2)‖∇f‖²", "Proof of Claim 4.2, Equation 4.14"),
            Text = "-η|∇f|² + (β/2)η²|∇f|² ≤ -(η/2)|∇f|² where ηβ ≤ 1: what is left, η|∇f|²(1-ηβ)/2, is not negative.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                ((-(eta * g) / 2) - (-(eta * g) + (eb / 2 * eta * g))).EqualTo(eta * g * (1 - eb) / 2) & (eta * g * (1 - eb) / 2 >= 0))),
        };
    }

    // r = 1: x = |u|^2 and y = |v|^2 with x y = |u v^T|^2 <= 9 and |x - y| <= eps < 1.
    private static Claim Bounded()
    {
        (Quantifier forAll, Term x) = RankOne();
        return new Claim
        {
            Source = Du.Statement("Claim 4.3 rank one"),
            Text = "For r = 1, ‖uvᵀ‖ ≤ 3‖M*‖ and |‖u‖² - ‖v‖²| ≤ ‖M*‖ give ‖u‖² ≤ 5‖M*‖ (4.15), ‖u‖² and ‖v‖² up to 100‖M*‖.",
            Proposition = StatementProposition.Of(forAll.Conclude(5 >= x)),
        };
    }

    private static Claim Sharp()
    {
        (Quantifier forAll, Term x) = RankOne();
        return new Claim
        {
            Source = Du.Statement("Claim 4.3 rank one sharp"),
            Text = "The same with 3.5415 in place of 5, where (1+√37)/2 = 3.54138... is attained.",
            Proposition = StatementProposition.Of(forAll.Conclude((Term.Ratio(35_415, 10_000) >= x) & (Term.Ratio(35_415, 10_000) >= (1 + Term.Sqrt(37)) / 2))),
        };
    }

    private static (Quantifier ForAll, Term X) RankOne()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("‖u‖²", 0, 100), y = forAll.Real("‖v‖²", 0, 100);
        forAll.Given(x * y <= 9).Given(Term.Abs(x - y) <= 1);
        return (forAll, x);
    }
}
