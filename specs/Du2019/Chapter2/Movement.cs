using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>
/// How far a neuron moves: Lemmas 2.3 and 2.4 and Corollary 2.1 of Du (2019). With one input x, |x| = 1, and no change of pattern, h = active/m, gradient flow is solved in closed form:
/// the residual is rho exp(-h t), and an active neuron has moved by rho (1 - exp(-h t))/(sqrt(m) h). There lambda_0 = 1/2.
/// </summary>
public sealed class Movement : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source movement = Du.Statement("Lemma 2.3 movement");
        yield return new Claim
        {
            Source = movement,
            Quote = new Quote("for any r ∈ [m], ‖w_r(t) - w_r(0)‖₂ ≤ √n‖y-u(0)‖₂/(√m λ₀) ≜ R'", "Lemma 2.3"),
            Severity = new Severity.Substantive(),
            Text = "n = d = 1, x = 1, m = 4 with one active neuron, so that H = ¼ = λ₀/2 throughout: its movement over |y - u(0)|, 2(1 - e^(-t/4)), is at most 1/(√4·½) = 1.",
            Proposition = StatementProposition.Of(Of(t => 1 >= 2 * (1 - Term.Exp(-t / 4)))),
        };
        yield return new Claim
        {
            Source = movement,
            Correction = "R' = 2√n|y-u(0)|/(√m λ₀): the norm of the residual falls like e^(-λ₀s/2), not like its square e^(-λ₀s)",
            Text = "(√n/√m)|y-u(0)|∫₀ᵗ e^(-λ₀s/2) ds ≤ 2√n|y-u(0)|/(√m λ₀): over √n|y-u(0)|/(√m λ₀), and with t for λ₀t, 2(1 - e^(-t/2)) ≤ 2.",
            Proposition = StatementProposition.Of(Of(t => 2 >= 2 * (1 - Term.Exp(-t / 2)))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 2.3 movement is attained"),
            Text = "n = d = 1, m = 4 with one active neuron: after t = 100 its movement is at least 1.9999 times |y - u(0)|/(√m λ₀).",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(2 * (1 - Term.Exp(-25)) >= Term.Ratio(19_999, 10_000))),
        };
        Source always = Du.Statement("Lemma 2.4 movement");
        yield return new Claim
        {
            Source = always,
            Quote = new Quote("If R' < R, we have for all t ≥ 0 ... for all r ∈ [m], ‖w_r(t) - w_r(0)‖₂ ≤ R'", "Lemma 2.4"),
            Severity = new Severity.ConsequenceOf(movement.Id),
            Text = "n = 1, h = H(0) in [3/8, 1] as on the event of Lemma 2.1, |y - u(0)| so small that no pattern changes: the movement over |y - u(0)|/√m, (1 - e^(-ht))/h, is at most 1/λ₀ = 2.",
            Proposition = StatementProposition.Of(Moved(2)),
        };
        yield return new Claim
        {
            Source = always,
            Correction = "with R' = 2√n|y-u(0)|/(√m λ₀), as in Lemma 2.3",
            Text = "n = 1, h = H(0) in [3/8, 1]: the movement over |y - u(0)|/√m, (1 - e^(-ht))/h, is at most 2/λ₀ = 4.",
            Proposition = StatementProposition.Of(Moved(4)),
        };
        yield return Corollary();
    }

    private static Statement Of(Func<Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        return forAll.Conclude(conclude(forAll.Real("t", 0, 1000)));
    }

    private static Statement Moved(int bound)
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("h", new Rational(3, 8), 1), t = forAll.Real("t", 0, 1000);
        return forAll.Conclude(bound >= (1 - Term.Exp(-h * t)) / h);
    }

    // With q² = 1 - ηλ₀/2 and κ = 2√n/(√m λ₀), a step moves a neuron by at most η√n|y-u|/√m = (1-q²)κ|y-u|; R' is 2κ|y-u(0)|.
    private static Claim Corollary()
    {
        Term q = Term.Variable("q"), kappa = Term.Variable("κ"), rho = Term.Variable("ρ"), moved = Term.Variable("D"), level = Term.Variable("g"), error = Term.Variable("e");
        Formula isLevel = level >= 0, isRate = level >= error, isBounded = (1 + q) * kappa * (rho - level) >= moved;
        var start = new Deduction();
        start.ConcludeParts([rho, Term.Zero], ["D", "g"]);
        var step = new Deduction();
        step.ConcludeParts([q * step.Gap(isLevel), step.Gap(isBounded) + ((1 - Term.Square(q)) * kappa * step.Gap(isRate))], ["D'", "g'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(isBounded) + ((1 - q) * kappa * rho) + ((1 + q) * kappa * end.Gap(isLevel)));
        var recurrence = new Recurrence
        {
            Constants = [new("q", 0, 1), new("κ", 0, null), new("ρ", 0, null)],
            State = [new("D", Term.Zero, moved + ((1 - Term.Square(q)) * kappa * error)), new("g", rho, q * level)],
            Inputs = [new("e", 0, null)],
            EachStep = isRate,
            Goal = 2 * kappa * rho >= moved,
        };
        return new Claim
        {
            Source = Du.Statement("Corollary 2.1"),
            Quote = new Quote("‖w_r(k+1) - w_r(0)‖₂ ≤ 4√n‖y-u(0)‖₂/(√m λ₀) ≜ R'", "Corollary 2.1, Equation 2.7"),
            Text = "If |y-u(k)| ≤ q^k ρ at every step, q² = 1 - ηλ₀/2 ≥ 0, and a step moves a neuron by at most η√n|y-u(k)|/√m = (1-q²)κ|y-u(k)|, κ = 2√n/(√m λ₀), then it is never further than 2κρ.",
            Proposition = new RecurrenceProposition(
                recurrence, [1, 2, 3, 5], new Induction([new InductionCase { Name = "all", Invariant = isLevel & isBounded, Base = start, Step = step, End = end }])),
        };
    }
}
