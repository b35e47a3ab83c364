using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemmas 5.2, 5.3 and 5.4 of Du (2019) with their exact step sizes, |w*| = 1. The angle enters as g(phi), which is in [1, pi] for phi in [0, pi/2] (companions on g).
/// </summary>
public sealed class Invariance : ISpec
{
    private static readonly Rational JustPast = new(101, 100);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.2 just past the step size"),
            Text = "If aᵀa* > 0 and ηλ ≤ 202/100 then φ_{t+1} ≤ φ_t for φ in [0, π/2]: not beyond ηλ = 2, at small angles; as Lemma 5.2.",
            Proposition = StepOfAngle(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.3"),
            Quote = new Quote("If (a^t)ᵀa* > 0, 0 ≤ 1ᵀa*·1ᵀa^t ≤ (1ᵀa*)², 0 < φ^t < π/2 and η < 2, then (a^(t+1))ᵀa* > 0", "Lemma 5.3"),
            Text = "For η ≤ 2: 1 - η(π-1)/(2π) + (η/2π)((π-1)m|a*|² + (1ᵀa*)² - 1ᵀa*1ᵀa)/aᵀa* > 0, which is the next aᵀa* over this one, with g(φ) - 1 = (π-1)m, m in [0, 1].",
            Proposition = Signal(2, (eta, theta) => eta * (Term.Pi - 1) / (2 * Term.Pi)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.3 sharp step size"),
            Text = "The same for η < 2π/(π-1) = 2.93...; θ = η(π-1)/(2π) < 1.",
            Proposition = Signal(1, (eta, theta) => eta, strict: true),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.3 just past the sharp step size"),
            Text = "The same for η(π-1)/(2π) ≤ 101/100: not so when φ is near π/2 and the sums agree.",
            Proposition = Signal(JustPast, (eta, theta) => eta),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.4"),
            Quote = new Quote("If 1ᵀa*·1ᵀa^t ≤ (1ᵀa*)² and η < 2π/(k+π-1) then 1ᵀa*·1ᵀa^(t+1) ≤ (1ᵀa*)²", "Lemma 5.4"),
            Text = "For ρ = η(k+π-1)/(2π) ≤ 1, with q = (1ᵀa*)², r = q - 1ᵀa*1ᵀa ≥ 0 and m = (π - g(φ))/(k+π-1) in [0, 1]: q less the next 1ᵀa*1ᵀa is (1-ρ)r + ρmq ≥ 0.",
            Proposition = Total(1),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.4 just past the step size"),
            Text = "The same for ρ ≤ 101/100: not beyond ρ = 1, at φ = 0.",
            Proposition = Total(JustPast),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.4 lower side"),
            Text = "|1ᵀa| ≤ |1ᵀa*| stays so for ρ = η(k+π-1)/(2π) ≤ 1: with 1ᵀa = y1ᵀa*, y in [-1, 1], m = (π - g(φ))/(k+π-1) in [0, 1], 1 ± ((1-ρ)y + ρ(1-m)) are sums of terms that are not negative.",
            Proposition = BothSides(),
        };
    }

    private static StatementProposition StepOfAngle()
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("c", 0, 1), z = forAll.Real("z", 0, new Rational(202, 100));
        forAll.Given(c < 1).Given(z > 0);
        return StatementProposition.Of(forAll.Conclude((2 * c) - (z * ((2 * Term.Square(c)) - 1)) >= 0));
    }

    private static StatementProposition Signal(Rational longest, Func<Term, Term, Term> share, bool strict = false)
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0, longest), m = forAll.Real("m", 0, 1), n = forAll.Real("|a*|²/aᵀa*", 0), r = forAll.Real("((1ᵀa*)²-1ᵀa*1ᵀa)/aᵀa*", 0);
        if (strict)
        {
            forAll.Given(eta < longest);
        }

        Term theta = share(eta, eta);
        return StatementProposition.Of(forAll.Conclude(1 - theta + (theta * m * n) + (theta / (Term.Pi - 1) * r) > 0));
    }

    private static StatementProposition Total(Rational longest)
    {
        var forAll = new Quantifier();
        Term rho = forAll.Real("ρ", 0, longest), r = forAll.Real("r", 0), q = forAll.Real("q", 0), m = forAll.Real("m", 0, 1);
        Term next = ((1 - rho) * (q - r)) + (rho * (1 - m) * q), rest = ((1 - rho) * r) + (rho * m * q);
        return StatementProposition.Of(forAll.Conclude((q - next).EqualTo(rest) & (rest >= 0)));
    }

    private static StatementProposition BothSides()
    {
        var forAll = new Quantifier();
        Term rho = forAll.Real("ρ", 0, 1), y = forAll.Real("y", -1, 1), m = forAll.Real("m", 0, 1);
        Term next = ((1 - rho) * y) + (rho * (1 - m)), above = ((1 - rho) * (1 - y)) + (rho * m), below = ((1 - rho) * (1 + y)) + (rho * (2 - m));
        return StatementProposition.Of(forAll.Conclude((1 - next).EqualTo(above) & (1 + next).EqualTo(below) & (above >= 0) & (below >= 0)));
    }
}
