using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// A coordinate on its way out, in logarithms, for every number of steps T: l = log x. A step multiplies x by at most 1 - p = e^-u while another coordinate is active (b = 1) and by at
/// most 1 + q = e^v afterwards (b = 0), p = 2 eta L below 1 and q = 2 eta gamma at most p; c counts the steps of the first kind. As u >= p and v &lt;= q, l_T is at most
/// l_0 + q T - (p + q) c.
/// </summary>
internal static class EscapeTimes
{
    private static readonly Term P = Term.Variable("p"), Q = Term.Variable("q"), U = Term.Variable("u"), V = Term.Variable("v"), W = Term.Variable("w"), L = Term.Variable("l"), C = Term.Variable("c");
    private static readonly Term B = Term.Variable("b"), S = Term.Variable("s"), T = Recurrence.Horizon, Time = Recurrence.Time;

    /// <summary>With l_0 = -gain - w, w not negative: when l_T is at least zero, q T is at least gain + (p + q) c.</summary>
    /// <param name="gain">log(threshold/x_0) from below; null for w itself.</param>
    /// <param name="horizons">The T at which counterexamples are looked for.</param>
    /// <param name="claimed">What is claimed instead; for statements without a proof.</param>
    public static RecurrenceProposition Take(Term? gain, IReadOnlyList<int> horizons, Formula? claimed = null)
    {
        Term first = gain is null ? -W : -gain - W;
        Formula isOut = L >= 0, isOrdered = Q <= P, isStart = W >= 0;
        Formula invariant = first + (Q * Time) - ((P + Q) * C) >= L;
        var recurrence = new Recurrence
        {
            Constants = [new("u", 0, 1000), new("v", 0, new Rational(7, 10)), new("w", 0, null)],
            Definitions = [("p", 1 - Term.Exp(-U)), ("q", Term.Exp(V) - 1)],
            Given = isOrdered & isStart,
            State = [new("l", first, L - (U * B) + (V * (1 - B)) - S), new("c", 0, C + B)],
            Inputs = [new("b", 0, 1), new("s", 0, null)],
            EachStep = Formula.True,
            AtEnd = isOut,
            Goal = claimed ?? (Q * T >= (gain ?? W) + ((P + Q) * C)),
        };
        if (claimed is not null)
        {
            return new(recurrence, horizons);
        }

        var start = new Deduction();
        start.Conclude(Term.Zero, ["t", "l", "c"]);

        var step = new Deduction();
        Formula contracts = step.Show(U >= P, unfold: ["p"]), grows = step.Show(Q >= V, unfold: ["q"]);
        Formula isWaiting = step.Show(B >= 0), isActive = step.Show(1 - B >= 0), isSlack = step.Show(S >= 0);
        step.Conclude(
            step.Gap(invariant) + (step.Gap(isWaiting) * step.Gap(contracts)) + (step.Gap(isActive) * step.Gap(grows)) + step.Gap(isSlack), ["t'", "l'", "c'"]);

        var end = new Deduction();
        end.Conclude(end.Gap(invariant) + end.Gap(isOut) + (gain is null ? Term.Zero : end.Gap(isStart)), ["t"]);
        return new(recurrence, horizons, new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }
}
