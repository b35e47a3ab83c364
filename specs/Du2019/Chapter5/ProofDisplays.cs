using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>Displays in sections 5.3 and 5.4 of Du (2019) and in the proof of Corollary 5.2, |w*| = 1, that the lemmas around them correct.</summary>
public sealed class ProofDisplays : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Sum().Concat(Increase()).Concat(Angle());

    private static IEnumerable<Claim> Sum()
    {
        Source source = Du.Statement("Section 5.4.1 dynamics of the sum");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("1ᵀa^(t+1)·1ᵀa* ≤ (1 - η(k-π-1)/2π)1ᵀa^t·1ᵀa* + (η(k+g(φ^t)-1)/2)(1ᵀa*)²", "Section 5.4.1"),
            Severity = new Severity.Substantive(),
            Text = "The next 1ᵀa·1ᵀa*, which is (1 - η(k+π-1)/2π)y + η(k+g-1)/(2π) over (1ᵀa*)² with 1ᵀa = y1ᵀa*, is at most that, for y in [-1, 1], g in [1, π] and η ≤ 2π/(k+π-1); k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", [1, 2, 3], k => Next(k, asPrinted: true)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "k+π-1 for k-π-1 and 2π for 2, and then it is an equality",
            Text = "After a step a - η∂ℓ/∂a, h = η/(2π): 1ᵀa is (1 - h(k+π-1))1ᵀa + h(k+g-1)1ᵀa*, whatever numbers stand for π and g; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", [1, 2, 3], k => Next(k, asPrinted: false)),
        };
    }

    private static IEnumerable<Claim> Increase()
    {
        Source source = Du.Statement("Corollary 5.2 increase");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("if g(φ) - 1 = Ω(1) and aᵀa* ≤ (1/2)(g(φ)/(π-1))‖a*‖², each iteration aᵀa* increases by η(g(φ)/(π-1))‖a*‖²", "Proof of Corollary 5.2"),
            Severity = new Severity.Substantive(),
            Text = "(η/2π)((g-1) - (π-1)x + s) ≥ ηg/(π-1) for 0 ≤ x ≤ g/(2(π-1)), g in [1, π], s ≥ 0 and η in (0, 1]: x is aᵀa* and s is (1ᵀa*)² - 1ᵀa*1ᵀa, over |a*|².",
            Proposition = Grows(g => g / (2 * (Term.Pi - 1)), (eta, g) => eta * g / (Term.Pi - 1)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "(g - 1)/(π - 1) for g/(π - 1), and at least a quarter of η(g - 1)/π of |a*|² in each iteration",
            Text = "(η/2π)((g-1) - (π-1)x + s) ≥ η(g-1)/(4π) for 0 ≤ x ≤ (g-1)/(2(π-1)), g in [1, π], s ≥ 0 and η in (0, 1]: x is aᵀa* and s is (1ᵀa*)² - 1ᵀa*1ᵀa, over |a*|².",
            Proposition = GrowsCorrected(),
        };
    }

    private static IEnumerable<Claim> Angle()
    {
        Source source = Du.Statement("Theorem 5.5 condition on the angle");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("To ensure there exists (v^0, a^0) which makes g(φ^0) ≤ -2(1ᵀa*)²/‖a*‖², we need (1ᵀa*)²/‖a*‖² relatively small", "Section 5.3.1, after Theorem 5.5"),
            Severity = new Severity.DependsOnReading("1 is added on the right, as in the theorem and its proof"),
            Existential = new Existential.Defeated("an angle φ^0", "all of them, however small (1ᵀa*)²/|a*|² = r > 0 is"),
            Text = "g(φ) > -2r for φ = π - t in [0, π] and r > 0: g = sin t - t cos t is t³ times (1 - cos t)/t² - (t - sin t)/t³ ≥ 0.",
            Proposition = NotNegative(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.5 angles that meet the condition"),
            Text = "g(φ) ≤ 1 - 2r for r = (1ᵀa*)²/|a*|² ≤ 1/4 and φ in [21/10, π]; r ≤ 1/4.",
            Proposition = Meets(),
        };
    }

    private static Statement Next(int k, bool asPrinted)
    {
        var forAll = new Quantifier();
        if (!asPrinted)
        {
            Term[] a = Convolution.Vector(forAll, "a", k), teacher = Convolution.Vector(forAll, "a*", k);
            Term number = forAll.Real("g"), pi = forAll.Real("π"), h = forAll.Real("h");
            var network = new Convolution(a, teacher, 1, number, pi);
            return forAll.Conclude(Term.Sum(network.Step(h)).EqualTo(((1 - (h * (k + pi - 1))) * network.Total) + (h * (k + number - 1) * network.TeacherTotal)));
        }

        Term rho = forAll.Real("η(k+π-1)/2π", 0, 1), y = forAll.Real("y", -1, 1), g = forAll.Real("g", 1, new Kernel.Numbers.Rational(22, 7));
        Term eta = rho * 2 * Term.Pi / (k + Term.Pi - 1);
        forAll.Given(g <= Term.Pi);
        return forAll.Conclude(((1 - rho) * y) + (eta * (k + g - 1) / (2 * Term.Pi)) <= ((1 - (eta * (k - Term.Pi - 1) / (2 * Term.Pi))) * y) + (eta * (k + g - 1) / 2));
    }

    private static StatementProposition Grows(Func<Term, Term> most, Func<Term, Term, Term> increase)
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0, 1), g = forAll.Real("g", 1, new Kernel.Numbers.Rational(22, 7)), x = forAll.Real("x", 0, 1), s = forAll.Real("s", 0, 1);
        forAll.Given(eta > 0).Given(g <= Term.Pi).Given(x <= most(g));
        return StatementProposition.Of(forAll.Conclude(eta / (2 * Term.Pi) * (g - 1 - ((Term.Pi - 1) * x) + s) >= increase(eta, g)));
    }

    // x = (1 - q)(g - 1)/(2(pi - 1)) with q in [0, 1].
    private static StatementProposition GrowsCorrected()
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("η/2π", 0), excess = forAll.Real("g-1", 0), q = forAll.Real("q", 0, 1), s = forAll.Real("s", 0), rest = h * ((q * excess / 2) + s);
        return StatementProposition.Of(forAll.Conclude(((h * (excess - ((1 - q) * excess / 2) + s)) - (h * excess / 2)).EqualTo(rest) & (rest >= 0)));
    }

    private static StatementProposition NotNegative()
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, new Kernel.Numbers.Rational(22, 7)), r = forAll.Real("r", 0, 1);
        forAll.Given(r > 0);
        return StatementProposition.Of(forAll.Conclude((Term.Pow(t, 3) * (Term.VersineQuotient(t) - Term.SineDefect(t))) + (2 * r) > 0));
    }

    private static StatementProposition Meets()
    {
        var forAll = new Quantifier();
        Term phi = forAll.Real("φ", new Kernel.Numbers.Rational(21, 10), new Kernel.Numbers.Rational(22, 7)), r = forAll.Real("r", 0, new Kernel.Numbers.Rational(1, 4));
        forAll.Given(phi <= Term.Pi);
        return StatementProposition.Of(forAll.Conclude(Convolution.G(phi) <= 1 - (2 * r)));
    }
}
