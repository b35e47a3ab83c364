using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>Theorem 6.6 and Corollary 6.1 of Du (2019) on random initialisation, and an inequality in the proof of Lemma 6.2.</summary>
public sealed class Initialisation : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Probability().Concat(Growth());

    private static IEnumerable<Claim> Probability()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.6 on the line"),
            Quote = new Quote("α ≤ √(1/(2πp)), then with probability at least ½ - √(πp/2)α, we have ‖w_0 - w*‖ ≤ √(1-α²)‖w*‖", "Theorem 6.6"),
            Text = "For p = 1 the probability is (α - 1 + √(1-α²))/(2α), and it is at least ½ - √(π/2)α for α ≤ 1/√(2π); the difference over α/2 is √(2π) - 1/(1 + √(1-α²)).",
            Proposition = OnTheLine(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Corollary 6.1"),
            Quote = new Quote("Suppose cos(φ*) < 1/√(8πp) ... with probability at least ½ - cos(φ*)√(πp/2) > ¼", "Corollary 6.1"),
            Text = "½ - c√(πp/2) > ¼ for c√(8πp) = x < 1, as c√(πp/2) is x/4.",
            Proposition = Quarter(),
        };
        Source source = Du.Statement("Theorem 6.6 Gamma functions");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("½ - cos(φ*) πΓ(p/2 + 1)/Γ(p/2 + 1/2) ≥ ½ - cos(φ*)√(πp/2) where we used Gautschi's inequality for the last step", "Proof of Theorem 6.6"),
            Severity = new Severity.Substantive(),
            Text = "πΓ(p/2+1)/Γ(p/2+½) ≤ √(πp/2); squared, p = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.",
            Proposition = StatementProposition.ForCases("p", Dimensions, p => new Quantifier().Conclude(Term.Square(Term.Pi) * SquaredRatio(p) <= Term.Pi * p / 2)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "1/√π instead of π in front of the ratio, which the volume of the ball gives; then even √((p+2)/(2π)) is enough",
            Text = "Γ(p/2+1)/(√πΓ(p/2+½)) ≤ √((p+2)/(2π)) ≤ √(πp/2); squared, p = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.",
            Proposition = StatementProposition.ForCases("p", Dimensions, p => new Quantifier().Conclude(
                (SquaredRatio(p) / Term.Pi <= Term.Ratio(p + 2, 2) / Term.Pi) & (Term.Ratio(p + 2, 2) / Term.Pi <= Term.Pi * p / 2))),
        };
    }

    private static IEnumerable<Claim> Growth()
    {
        Source source = Du.Statement("Lemma 6.2 powers");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("t(1 - ηα)^(-2t)(2ηB(L(0) + 10L_cross + 4β)r_1 + η²B²)² ≤ T(1 + 2ηαT)(2ηB(L(0) + 10L_cross + 4β)r_1 + η²B²)²", "Proof of Lemma 6.2"),
            Severity = new Severity.Substantive(),
            Text = "(1 - y)^(-2T) ≤ 1 + 2yT for 0 < y < 1, y = ηα and t = T; the state z is (1 - y)^(2T), so 1 ≤ z(1 + 2yT).",
            Proposition = Powers(corrected: false),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "(1 - y)^(-2T) ≤ 1/(1 - 2yT) for 2yT < 1; the printed bound is one from below",
            Text = "(1 - y)^(2T) ≥ 1 - 2yT for 0 ≤ y ≤ 1, y = ηα, for every T; the state z is (1 - y)^(2T).",
            Proposition = Powers(corrected: true),
        };
    }

    private static StatementProposition OnTheLine()
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, new Rational(2, 5));
        forAll.Given(2 * Term.Pi * Term.Square(alpha) <= 1);
        return StatementProposition.Of(forAll.Conclude(Term.Sqrt(2 * Term.Pi) - (1 / (1 + Term.Sqrt(1 - Term.Square(alpha)))) >= 0));
    }

    private static StatementProposition Quarter()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1);
        forAll.Given(x < 1);
        return StatementProposition.Of(forAll.Conclude(Term.Ratio(1, 2) - (x / 4) > Term.Ratio(1, 4)));
    }

    // (Gamma(p/2 + 1)/Gamma(p/2 + 1/2))^2: pi/4 at p = 1, 4/pi at p = 2, and times ((p + 2)/(p + 1))^2 from p to p + 2.
    private static Term SquaredRatio(int p)
    {
        Term ratio = p % 2 == 1 ? Term.Pi / 4 : 4 / Term.Pi;
        for (int i = p % 2 == 1 ? 1 : 2; i < p; i += 2)
        {
            ratio *= Term.Square(Term.Ratio(i + 2, i + 1));
        }

        return ratio;
    }

    private static RecurrenceProposition Powers(bool corrected)
    {
        Term y = Term.Variable("y"), z = Term.Variable("z"), t = Recurrence.Time;
        Formula isShort = y <= 1, isPositive = y >= 0, invariant = z >= 1 - (2 * y * t);
        var start = new Deduction();
        start.Conclude(Term.Zero, ["t", "z"]);

        // (1 - y)^2 (1 - 2yt) - (1 - 2y(t + 1)) = y^2 (1 + 2t (1 + (1 - y))).
        var step = new Deduction();
        Formula isTime = step.Show(t >= 0);
        step.Conclude(
            (Term.Square(step.Gap(isShort)) * step.Gap(invariant)) + (Term.Square(step.Gap(isPositive)) * (1 + (2 * step.Gap(isTime) * (1 + step.Gap(isShort))))), ["t'", "z'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("y", 0, 1)],
                Given = corrected ? isShort & isPositive : isShort & isPositive & (y > 0) & (y < 1),
                State = [new("z", 1, z * Term.Square(1 - y))],
                Inputs = [],
                EachStep = Formula.True,
                Goal = corrected ? z >= 1 - (2 * y * Recurrence.Horizon) : 1 <= z * (1 + (2 * y * Recurrence.Horizon)),
            },
            [1, 2, 3, 5, 10],
            corrected ? new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]) : null);
    }
}
