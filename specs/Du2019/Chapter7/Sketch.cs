using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>Sections 7.3 and 7.4.1 of Du (2019): the examples before the construction and the sketch of the proof, in logarithms.</summary>
public sealed class Sketch : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Section 7.3 thin band"),
            Quote = new Quote("GD requires at least exp(1/ε) steps to get out of neighborhood U, and thereby escape the saddle point", "Section 7.3, initialize uniformly within an extremely thin band"),
            Text = "If x grows by the factor 3/2 in a step, from |x_0| ≤ (3/2)^(-n) to |x_T| ≥ 1, then T ≥ n, for every T; l = log|x|, n = exp(1/ε), and any ω ≥ 0 in place of log(3/2).",
            Proposition = ThinBand(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Section 7.4.1 escaping two saddle points"),
            Quote = new Quote("We can lower bound t_2 by t_2 ≥ (2η(L+γ)t_1 + log(1/x⁰_2))/(2ηγ) ≥ ((L+γ)/γ)t_1", "Section 7.4.1, key observation"),
            Text = "If a step multiplies x_2 by 1 - 2ηL until t_1 = c and by 1 + 2ηγ from then on, and x_2 goes from e^(-w) ≤ 1 to at least 1 in T = t_2 steps, then 2ηγT ≥ 2η(L+γ)t_1 + w, for every T.",
            Proposition = EscapeTimes.Take(null, [1, 2, 3, 4]),
        };
        Source source = Du.Statement("Section 7.4.1 growth of the times");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("We generalize our key observation to this case and obtain t_{i+1} ≥ ((L+γ)/γ) · t_i for all i. This gives t_d ≥ ((L+γ)/γ)^d", "Section 7.4.1"),
            Severity = new Severity.DependsOnReading("the exponent is d - 1 and t_1 ≥ 1, as in Lemma 7.2"),
            Text = "If t_1 ≥ 1 and t_{i+1} ≥ κt_i for i = 1, ..., T, T = d - 1, then t_d ≥ κ^d.",
            Proposition = Growth(one: true),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the exponent is d - 1",
            Text = "If t_1 ≥ 1 and t_{i+1} ≥ κt_i for i = 1, ..., T, T = d - 1, then t_d ≥ κ^(d-1), for every T.",
            Proposition = Growth(one: false),
        };
    }

    private static RecurrenceProposition ThinBand()
    {
        Term n = Term.Variable("n"), w = Term.Variable("w"), l = Term.Variable("l"), rate = Term.Variable("ω");
        Formula startsThin = w >= 0, isOut = l >= 0, invariant = (rate * (Recurrence.Time - n)) - w >= l;
        var start = new Deduction();
        start.Conclude(Term.Zero, ["t", "l"]);
        var step = new Deduction();
        step.Conclude(step.Gap(invariant), ["t'", "l'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant) + end.Gap(isOut) + end.Gap(startsThin), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("ω", 0, null), new("n", 0, null), new("w", 0, null)],
                Given = startsThin,
                State = [new("l", (-rate * n) - w, l + rate)],
                Inputs = [],
                EachStep = Formula.True,
                AtEnd = isOut,
                Goal = rate * Recurrence.Horizon >= rate * n,
            },
            [1, 2, 3, 5, 8],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static RecurrenceProposition Growth(bool one)
    {
        Term kappa = Term.Variable("log κ"), a = Term.Variable("a"), s = Term.Variable("s"), first = Term.Variable("t1");
        Formula startsLate = first >= 1, invariant = a >= Term.Exp(kappa * Recurrence.Time);
        var start = new Deduction();
        start.Conclude(start.Gap(startsLate), ["t", "a"]);
        var step = new Deduction();
        Formula isSlack = step.Show(s >= 0), isPositive = step.Show(Term.Exp(kappa) >= 0);
        step.Conclude((step.Gap(isPositive) * step.Gap(invariant)) + step.Gap(isSlack), ["t'", "a'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("log κ", 0, 5), new("t1", 1, null)],
                Given = startsLate,
                State = [new("a", first, (Term.Exp(kappa) * a) + s)],
                Inputs = [new("s", 0, null)],
                EachStep = Formula.True,
                Goal = a >= Term.Exp(kappa * (Recurrence.Horizon + (one ? 1 : 0))),
            },
            [1, 2, 3, 5],
            one ? null : new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }
}
