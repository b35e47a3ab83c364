using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.2 of Li and Yuan (2017), Phase I: one step from W = -x I to W* = 0, without noise, which has a closed form in every dimension. N is then
/// x ((pi/2) u u^T + (pi/2 + d - 1) I), g = d x, and with m = 1 - eta c (d + pi - 1) and n = eta c pi/2 for a step along c N the next g is
/// d x (2m - x m^2 - (d-1) x n^2)/(1 + sqrt((1 - x m)^2 + (d-1) x^2 n^2)); its decline is stated over g and eta.
/// </summary>
public sealed class Theorem32 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For γ = 1/100, |x| ≤ γ₀ = 39/100000, W = -xI, W* = 0, g ≥ 197γ² and η ≤ γ²/(6dγ)²";
        Source source = LiYuan.Statement("Theorem 3.2 one step");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("g_t will keep decreasing by a factor of 1 - 0.5ηd for every step, until g_{t₁} ≤ 197γ²", "Theorem 3.2"),
            Existential = new Existential.Defeated("γ > γ₀ > 0", "a step along -∇L from W = -xI, W* = 0, whatever x, d ≥ 100 and η ≤ 1/(36d²) are"),
            Severity = new Severity.ConsequenceOf("li-yuan/lemma-2.1"),
            Text = "For 0 ≤ x ≤ 39/100000, W = -xI, W* = 0, d ≥ 100 and η ≤ 1/(36d²), a step along -∇L lowers g by less than 0.5ηd g (x divided out): not by the factor 1 - 0.5ηd.",
            Proposition = StatementProposition.Of(TooSlow()),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 one step at half the rate"),
            Text = $"{Setting}, d ≥ 100: a step along -∇L makes g at most (1 - 0.5ηd)g.",
            Proposition = StatementProposition.Of(OneStep(null, 1 / Term.Pi, new Rational(1, 2))),
            Frontier = Over(rate => StatementProposition.Of(OneStep(null, 1 / Term.Pi, rate))),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "0.25 instead of 0.5: the printed factor is that of the printed field, which is π times -∇L",
            Text = $"{Setting}, d ≥ 100: a step along -∇L makes g at most (1 - 0.25ηd)g.",
            Proposition = StatementProposition.Of(OneStep(null, 1 / Term.Pi, new Rational(1, 4))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 one step along N"),
            Text = $"{Setting}, d ≥ 100: a step along the field N of Lemma 2.1 as printed makes g at most (1 - 0.5ηd)g.",
            Proposition = StatementProposition.Of(OneStep(null, 1, new Rational(1, 2))),
            Frontier = Over(rate => StatementProposition.Of(OneStep(null, 1, rate))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 one step in every dimension"),
            Text = "For γ = 1/100, 0 < x ≤ 39/100000, W = -xI, W* = 0 and η ≤ γ²/(6dγ)², in every dimension: a step along -∇L makes g at most (1 - 0.5ηd)g.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3, 4, 5, 6], d => OneStep(d, 1 / Term.Pi, new Rational(1, 2))),
            Frontier = Over(rate => StatementProposition.ForEach("d", [1, 2, 3, 4, 5, 6, 10, 100], d => OneStep(d, 1 / Term.Pi, rate))),
        };
        Source falling = LiYuan.Statement("Theorem 3.2 for negative g");
        yield return new Claim
        {
            Source = falling,
            Text = "g keeps decreasing: for |x| ≤ 39/100000, W = -xI, W* = 0, η ≤ γ²/(6dγ)² and γ = 1/100, a step along -∇L does not increase g.",
            Proposition = StatementProposition.Of(Falling(absolute: false)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 for |g|"),
            Text = "For |x| ≤ 39/100000, W = -xI, W* = 0, η ≤ γ²/(6dγ)² and γ = 1/100, a step along -∇L does not increase |g|.",
            Proposition = StatementProposition.Of(Falling(absolute: true)),
        };
    }

    // The rate r for which a step makes g at most (1 - r eta d) g.
    private static Frontier Over(Func<Rational, SearchableProposition> at) => new("rate", new Rational(1, 10), new Rational(11, 10), new Rational(1, 1000), at);

    // Without a dimension: for every d from 100 to a million, where g must be at least 197 gamma^2. A term, for d need not be an integer.
    private static Statement OneStep(int? dimension, Term factor, Rational rate)
    {
        var forAll = new Quantifier();
        Term d = dimension is { } given ? given : forAll.Real("d", 100, 1_000_000);
        Term x = forAll.Real("x", 0, new Rational(39, 100_000)), share = forAll.Real("36ηd²", 0, 1);
        forAll.Given(dimension is null ? d * x >= Term.Ratio(197, 10_000) : x > 0);
        Term eta = share / (36 * Term.Square(d));
        return forAll.Conclude(factor * Decline(d, x, eta * factor) >= rate * d);
    }

    private static Statement TooSlow()
    {
        var forAll = new Quantifier();
        Term d = forAll.Real("d", 100, 1_000_000), x = forAll.Real("x", 0, new Rational(39, 100_000)), share = forAll.Real("36ηd²", 0, 1);
        Term eta = share / (36 * Term.Square(d));
        return forAll.Conclude(Decline(d, x, eta / Term.Pi) / Term.Pi < d / 2);
    }

    private static Statement Falling(bool absolute)
    {
        var forAll = new Quantifier();
        var largest = new Rational(39, 100_000);
        Term d = forAll.Real("d", 100, 1_000_000), x = forAll.Real("x", -largest, largest), share = forAll.Real("36ηd²", 0, 1);
        Term step = share / (36 * Term.Square(d)) / Term.Pi, decline = Decline(d, x, step);
        return forAll.Conclude(absolute ? (decline >= 0) & (2 >= step * decline) : x * share * decline >= 0);
    }

    private static Term Decline(Term d, Term x, Term step) => ScaledIdentityStep.Decline(d, x, step, d - 1 + Term.Pi, Term.Pi / 2);
}
