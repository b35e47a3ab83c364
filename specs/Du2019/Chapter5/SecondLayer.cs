using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemma 5.7, Corollaries 5.1 and 5.2 and Lemma 5.8 of Du (2019) on x = a^T a* along a descent, |w*| = 1: with theta = eta (pi - 1)/(2 pi) and m_t = (g(phi_t) - 1)|a*|^2/(pi - 1), (5.4) is
/// x' = x + theta (m_t - x) + s, where s = (eta/2 pi)((1^T a*)^2 - 1^T a* 1^T a) is not negative by Lemma 5.4, and m_t is at least m_0 as the angle decreases.
/// </summary>
public sealed class SecondLayer : ISpec
{
    private static readonly int[] Horizons = [1, 2, 3, 5, 10];
    private static readonly Term Theta = Term.Variable("θ"), X = Term.Variable("x"), M = Term.Variable("m"), S = Term.Variable("s"), M0 = Term.Variable("μ"), X0 = Term.Variable("x0");

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Rise().Concat(Corollaries()).Concat(Ceiling());

    private static IEnumerable<Claim> Rise()
    {
        Source source = Du.Statement("Lemma 5.7");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("(a^(t+1))ᵀa* ≥ min{(a^t)ᵀa* + η((g(φ^t) - 1)/(π-1)‖a*‖² - (a^t)ᵀa*), (g(φ^t) - 1)/(π-1)‖a*‖²}", "Lemma 5.7"),
            Severity = new Severity.Substantive(),
            Text = "x + (η(π-1)/2π)(m - x) + s ≥ min{x + η(m - x), m} for 0 ≤ x, m ≤ 1, s ≥ 0, η in [0, 1].",
            Proposition = AsPrinted(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the step size in the bound is η(π-1)/(2π), as in (5.4)",
            Text = "(5.4) reads x' = (1 - hc)x + hcm + hr with h = η/(2π), c = π - 1, m = (g - 1)|a*|²/c and r = (1ᵀa*)² - 1ᵀa*1ᵀa ≥ 0: it exceeds x + hc(m - x), and so the smaller of that and m, by hr ≥ 0.",
            Proposition = Corrected(),
        };
    }

    private static IEnumerable<Claim> Corollaries()
    {
        const string Recursion = "If x_{t+1} = x_t + θ(m_t - x_t) + s_t with m_t ≥ m_0, s_t ≥ 0, θ = η(π-1)/(2π) in [0, 1]";
        yield return new Claim
        {
            Source = Du.Statement("Corollary 5.1"),
            Quote = new Quote("For all t = 1, 2, ..., (a^t)ᵀa* ≥ min{(a^0)ᵀa*, (g(φ^0) - 1)/(π-1)‖a*‖²}", "Corollary 5.1"),
            Text = $"{Recursion} then x_T ≥ b for every b that x_0 and m_0 are not below, for every T.",
            Proposition = Floor(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Corollary 5.2"),
            Quote = new Quote("If g(φ) - 1 = Ω(1), then after 1/η iterations, aᵀa* = Θ(‖a*‖²)", "Corollary 5.2"),
            Existential = new Existential.Instance("the constant of Θ from below", "1 - exp(-(π-1)/(2π)) = 0.288... for m_0"),
            Text = $"{Recursion} and x_0 ≥ 0, then x_T ≥ (1 - e^(-θT))m_0, for every T; for T = 1/η, θT is (π-1)/(2π).",
            Proposition = Saturation(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Corollary 5.2 constant"),
            Text = "1 - exp(-(π-1)/(2π)) ≥ 0.288.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(1 - Term.Exp(-(Term.Pi - 1) / (2 * Term.Pi)) >= Term.Ratio(288, 1000))),
        };
    }

    private static IEnumerable<Claim> Ceiling()
    {
        Source source = Du.Statement("Lemma 5.8");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("For t = 0, 1, ..., (a^t)ᵀa* ≤ (‖a*‖² + (1ᵀa*)²)‖w*‖²", "Lemma 5.8"),
            Severity = new Severity.DependsOnReading("a^0 is drawn as in Theorem 5.4, and ‖w*‖ = 1"),
            Text = "At t = 0, for ‖w*‖ = 1, |1ᵀa| ≤ |1ᵀa*| and aᵀa* > 0, aᵀa* ≤ |a*|² + (1ᵀa*)²; k = 2, entries up to 2.",
            Proposition = Start(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "‖w*‖ instead of its square, and aᵀa* ≤ ‖w*‖(|a*|² + (1ᵀa*)²), |1ᵀa| ≤ ‖w*‖|1ᵀa*| at the start",
            Text = "If x_0 ≤ B and x_{t+1} = x_t + θ(m_t - x_t) + s_t, where θm_t + s_t ≤ θB, θ = η(π-1)/(2π) in [0, 1], then x_T ≤ B, for every T; in units of B = ‖w*‖(|a*|² + (1ᵀa*)²).",
            Proposition = Roof(),
        };
        var forAll = new Quantifier();
        Term n = forAll.Real("|a*|²", 0), q = forAll.Real("(1ᵀa*)²", 0), m = forAll.Real("m", 0, 1), y = forAll.Real("y", -1, 1);
        Term rest = ((Term.Pi - 1) * (1 - m) * n) + ((Term.Pi - 2 + y) * q);
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.8 increment"),
            Text = "(π-1)(|a*|² + (1ᵀa*)²) - ((g-1)|a*|² + (1ᵀa*)² - 1ᵀa*1ᵀa) ≥ 0 for g - 1 = (π-1)m, 1ᵀa = y1ᵀa*, m in [0, 1], y in [-1, 1]: it is (π-1)(1-m)|a*|² + (π-2+y)(1ᵀa*)².",
            Proposition = StatementProposition.Of(forAll.Conclude(rest >= 0)),
        };
    }

    private static StatementProposition AsPrinted()
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0, 1), x = forAll.Real("x", 0, 1), m = forAll.Real("m", 0, 1), s = forAll.Real("s", 0, 1);
        Term next = x + (eta * (Term.Pi - 1) / (2 * Term.Pi) * (m - x)) + s;
        return StatementProposition.Of(forAll.Conclude(next >= Term.Min(x + (eta * (m - x)), m)));
    }

    private static StatementProposition Corrected()
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("h", 0), c = forAll.Real("c"), x = forAll.Real("x"), m = forAll.Real("m"), r = forAll.Real("r", 0);
        Term next = ((1 - (h * c)) * x) + (h * c * m) + (h * r);
        return StatementProposition.Of(forAll.Conclude((next - (x + (h * c * (m - x)))).EqualTo(h * r) & (h * r >= 0)));
    }

    private static RecurrenceProposition Floor()
    {
        Term b = Term.Variable("b");
        Formula startsAbove = X0 >= b, isBelow = M0 >= b, isShare = Theta >= 0, isShort = Theta <= 1, invariant = X >= b, isLater = M >= M0, isSlack = S >= 0;
        var start = new Deduction();
        start.Conclude(start.Gap(startsAbove), ["x"]);
        var step = new Deduction();
        step.Conclude(
            (step.Gap(isShort) * step.Gap(invariant)) + (step.Gap(isShare) * (step.Gap(isLater) + step.Gap(isBelow))) + step.Gap(isSlack), ["x'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant));
        return new(
            Signal([new("θ", 0, 1), new("x0", 0, null), new("μ", 0, null), new("b", 0, null)], startsAbove & isBelow & isShare & isShort, isLater & isSlack, X >= b),
            Horizons,
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static RecurrenceProposition Saturation()
    {
        Term decay = Term.Exp(-(Theta * Recurrence.Time));
        Formula isStart = X0 >= 0, isLevel = M0 >= 0, isShare = Theta >= 0, isShort = Theta <= 1, isLater = M >= M0, isSlack = S >= 0, invariant = X >= (1 - decay) * M0;
        var start = new Deduction();
        start.Conclude(start.Gap(isStart), ["t", "x"]);
        var step = new Deduction();
        Formula isDecay = step.Show(Term.Exp(-Theta) >= 1 - Theta, from: [isShare, isShort]), isPower = step.Show(decay >= 0);
        step.Conclude(
            (step.Gap(isShort) * step.Gap(invariant)) + (step.Gap(isShare) * step.Gap(isLater)) + step.Gap(isSlack) + (step.Gap(isLevel) * step.Gap(isPower) * step.Gap(isDecay)), ["t'", "x'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["t"]);
        return new(
            Signal([new("θ", 0, 1), new("x0", 0, null), new("μ", 0, null)], isStart & isLevel & isShare & isShort, isLater & isSlack, X >= (1 - Term.Exp(-(Theta * Recurrence.Horizon))) * M0),
            Horizons,
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static RecurrenceProposition Roof()
    {
        Formula startsBelow = X0 <= 1, isShare = Theta >= 0, isShort = Theta <= 1, isSmall = (Theta * M) + S <= Theta, invariant = X <= 1;
        var start = new Deduction();
        start.Conclude(start.Gap(startsBelow), ["x"]);
        var step = new Deduction();
        step.Conclude((step.Gap(isShort) * step.Gap(invariant)) + step.Gap(isSmall), ["x'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant));
        return new(
            Signal([new("θ", 0, 1), new("x0", null, 1)], startsBelow & isShare & isShort, isSmall, X <= 1),
            Horizons,
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static Recurrence Signal(IReadOnlyList<Kernel.Statements.RealVariable> constants, Formula given, Formula eachStep, Formula goal) => new()
    {
        Constants = constants,
        Given = given,
        State = [new("x", X0, X + (Theta * (M - X)) + S)],
        Inputs = [new("m", 0, null), new("s", 0, null)],
        EachStep = eachStep,
        Goal = goal,
    };

    private static StatementProposition Start()
    {
        var forAll = new Quantifier();
        Term[] a = [forAll.Real("a1", -2, 2), forAll.Real("a2", -2, 2)], teacher = [forAll.Real("a*1", -2, 2), forAll.Real("a*2", -2, 2)];
        Term signal = Convolution.Dot(a, teacher);
        forAll.Given(Term.Abs(Term.Sum(a)) <= Term.Abs(Term.Sum(teacher))).Given(signal > 0);
        return StatementProposition.Of(forAll.Conclude(signal <= Convolution.Dot(teacher, teacher) + Term.Square(Term.Sum(teacher))));
    }
}
