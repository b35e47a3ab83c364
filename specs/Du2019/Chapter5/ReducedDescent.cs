using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Theorem 5.3 and Lemma 5.9 of Du (2019) along descents, in the exact reduced dynamics: the state is c = cos phi, n = |v|^2, x = a^T a* and y = 1^T a, with |v_0| = 1.
/// </summary>
public sealed class ReducedDescent : ISpec
{
    private static readonly Term C = Term.Variable("c"), N = Term.Variable("n"), X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Term Start = Term.Variable("c0"), Share = Term.Variable("h"), Signal = Term.Variable("x0");

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.3 invariants"),
            Text = "With ‖w*‖ = 1, |v_0| = 1, 0 < x_0 ≤ B, B = |a*|² + (1ᵀa*)², |y_0| ≤ |1ᵀa*|, cos φ_0 > 0 and η ≤ min{cos φ_0/B, 2π/(k+π-1)}: after T steps φ_T ≤ φ_0, 0 < aᵀa* ≤ B, "
                + "|1ᵀa| ≤ |1ᵀa*| and |v|² ≤ 2.",
            Proposition = Invariants(),
        };
        Source source = Du.Statement("Lemma 5.9");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("we have for t = 0, 1, ... sin²φ^t ≤ (1 - η cos φ^0 β_0/8)^t and ‖v^t‖ ≤ 2", "Lemma 5.9"),
            Severity = new Severity.DependsOnReading("‖w*‖ = 1, as in the lemmas around it"),
            Text = "With a* = (1, -1), a_0 = (x_0/2)a*, |v_0| = 1, 0 < x_0 ≤ 2‖w*‖, β_0 = min{x_0, 2(g(φ_0) - 1)}‖w*‖², ‖w*‖ from 1 to 100 and the printed step sizes: the same after T steps.",
            Proposition = Contraction(100, beta => beta, printed: true),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "β_0 = min{aᵀa*‖w*‖, (g(φ_0) - 1)|a*|²‖w*‖²}, with ‖w*‖ and not its square at aᵀa*, over π - 1; then the factor 8 in the step size is not needed",
            Text = "With a* = (1, -1), a_0 = (x_0/2)a*, |v_0| = 1, 0 < x_0 ≤ 2‖w*‖, β_0 = min{x_0‖w*‖, 2(g(φ_0) - 1)‖w*‖²}/(π-1), ‖w*‖ from 1 to 100, η ≤ min{cos φ_0/(2‖w*‖²), 2π/(π+1)}: "
                + "sin²φ_T ≤ (1 - η cos φ_0 β_0/8)^T and ‖v_T‖ ≤ 2.",
            Proposition = Contraction(100, beta => beta / (Term.Pi - 1), printed: false),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.9 at norm one"),
            Text = "With a* = (1, -1), a_0 = (x_0/2)a*, |v_0| = ‖w*‖ = 1, 0 < x_0 ≤ 2, β_0 = min{x_0, 2(g(φ_0) - 1)} and the printed step sizes: sin²φ_T ≤ (1 - η cos φ_0 β_0/8)^T and ‖v_T‖ ≤ 2.",
            Proposition = Contraction(1, beta => beta, printed: true),
        };
    }

    private static Term Angle(Term cosine) => Term.Acos(Term.Max(-1, Term.Min(cosine, 1)));

    private static Term Sine2(Term cosine) => 1 - Term.Square(cosine);

    private static Term G(Term cosine) => ((Term.Pi - Angle(cosine)) * cosine) + Term.Sqrt(Term.Max(Sine2(cosine), 0));

    // The state after a step of size eta; y may be left out where 1^T a* = 0.
    private static StateVariable[] State(Term eta, Term norm, Term k, Term square, Term total, Term start, Term? sum)
    {
        Term z = eta * norm * (Term.Pi - Angle(C)) * X / (2 * Term.Pi * N), growth = 1 + (Term.Square(z) * Sine2(C)), h = eta / (2 * Term.Pi);
        Term y = sum is null ? 0 : Y;
        StateVariable[] common =
        [
            new("c", Start, (C + (z * Sine2(C))) / Term.Sqrt(growth)),
            new("n", 1, N * growth),
            new("x", start, ((1 - (h * (Term.Pi - 1))) * X) + (h * ((norm * (G(C) - 1) * square) + (norm * Term.Square(total)) - (total * y)))),
        ];
        return sum is null ? common : [.. common, new("y", sum, ((1 - (h * (k + Term.Pi - 1))) * Y) + (h * (k + G(C) - 1) * norm * total))];
    }

    private static RecurrenceProposition Invariants()
    {
        Term k = Term.Variable("k"), square = Term.Variable("|a*|²"), total = Term.Variable("1ᵀa*"), sum = Term.Variable("y0"), bound = square + Term.Square(total);
        Term eta = Share * Term.Min(Start / bound, 2 * Term.Pi / (k + Term.Pi - 1));
        return new(
            new Recurrence
            {
                Constants =
                [
                    new("k", 1, 100), new("|a*|²", new Rational(1, 100), 100), new("1ᵀa*", -100, 100), new("x0", 0, 1000), new("y0", -100, 100), new("c0", 0, 1), new("h", 0, 1),
                ],
                Given = (Signal > 0) & (Start > 0) & (Signal <= bound) & (Term.Abs(sum) <= Term.Abs(total)) & (Term.Square(total) <= k * square),
                State = State(eta, 1, k, square, total, Signal, sum),
                Inputs = [],
                EachStep = Formula.True,
                Goal = (C >= Start) & (X > 0) & (X <= bound) & (Term.Abs(Y) <= Term.Abs(total)) & (N <= 2),
            },
            [1, 2, 5, 10]);
    }

    private static RecurrenceProposition Contraction(Rational largest, Func<Term, Term> rate, bool printed)
    {
        Term norm = Term.Variable("|w*|"), squared = Term.Square(norm), level = 2 * (G(Start) - 1) * squared;
        Term beta = rate(Term.Min(Signal * (printed ? squared : norm), level)), share = Start / (2 * squared);
        Term longest = Term.Min(share, 2 * Term.Pi / (Term.Pi + 1)), eta = Share * (printed ? Term.Min(beta * share / 8, longest) : longest);
        return new(
            new Recurrence
            {
                Constants = [new("|w*|", 1, largest), new("x0", 0, 200), new("c0", 0, 1), new("h", 0, 1)],
                Given = (Signal > 0) & (Start > 0) & (Signal <= 2 * norm),
                State = State(eta, norm, 2, 2, 0, Signal, null),
                Inputs = [],
                EachStep = Formula.True,
                Goal = (Sine2(C) <= Term.Exp(Recurrence.Horizon * Term.Log(1 - (eta * Start * beta / 8)))) & (N <= 4),
            },
            [1, 2, 5, 10, 16]);
    }
}
