using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Theorem for Phase 1 of the PReLU report for whole steps of gradient descent, from W = -x I to W* = 0, where a step has a closed form in every dimension and for
/// every slope: -grad L = x (((1 + alpha)^2/2) u u^T + ((1 - alpha)^2/pi)(d - 1 + pi/2) I). Steps are at most 1/(36 d^2 (1 + alpha^2)).
/// </summary>
public sealed class TheoremPhase1Steps : ISpec
{
    private const string Setting = "For α in [-3, 3], W = -xI, W* = 0 and η ≤ 1/(36d²(1+α²)), in every dimension up to 10⁶";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 1 one step"),
            Text = $"{Setting}, 0 ≤ x ≤ 1/1000: a step of gradient descent makes f_A at most (1 - ηd(1-α)²/4)f_A.",
            Proposition = StatementProposition.Of(Step(0, (decline, step) => decline.Rate >= decline.Kink * decline.Dimension / 4)),
        };
        Source negative = PRelu.Statement("Theorem for Phase 1 for negative f_A");
        yield return new Claim
        {
            Source = negative,
            Text = $"{Setting}, |x| ≤ 1/1000: f_A \"will keep decreasing after every step\", wherever it starts: a step of gradient descent does not increase it.",
            Proposition = StatementProposition.Of(Step(-1, (decline, step) => decline.Size * step * decline.Rate >= 0)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 1 for |f_A|"),
            Text = $"{Setting}, |x| ≤ 1/1000: a step of gradient descent does not increase |f_A|.",
            Proposition = StatementProposition.Of(Step(-1, (decline, step) => (decline.Rate >= 0) & (2 >= step * decline.Rate))),
        };
    }

    private static Statement Step(int leastSign, Func<(Term Dimension, Term Size, Term Kink, Term Rate), Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        var largest = new Rational(1, 1000);
        Term d = forAll.Real("d", 1, 1_000_000), x = forAll.Real("x", leastSign * largest, largest), alpha = forAll.Real("α", -3, 3);
        Term share = forAll.Real("36ηd²(1+α²)", 0, 1);
        Term step = share / (36 * Term.Square(d) * (1 + Term.Square(alpha)));
        Term kink = Term.Square(1 - alpha), uniform = Term.Square(1 + alpha) / 2;

        // (1+α)²/2 + ((1-α)²/π)(d - 1 + π/2), with the squares added up.
        Term diagonal = 1 + Term.Square(alpha) + (kink / Term.Pi * (d - 1));
        return forAll.Conclude(conclude((d, x, kink, ScaledIdentityStep.Decline(d, x, step, diagonal, uniform)), step));
    }
}
