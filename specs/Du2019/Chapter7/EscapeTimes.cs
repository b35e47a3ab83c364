using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// A coordinate on its way out, in logarithms, for every number of steps T: l = log x, with p = 2 eta L and q = 2 eta gamma in [0, 1]. A step multiplies x by at most 1 - p (while another
/// coordinate is active; share b = 1) or 1 + q (b = 0); c counts the steps of the first kind. By e^r >= 1 + r, l_T is at most l_0 + q T - (p + q) c.
/// </summary>
internal static class EscapeTimes
{
    private static readonly Term P = Term.Variable("p"), Q = Term.Variable("q"), W = Term.Variable("w"), L = Term.Variable("l"), C = Term.Variable("c"), R = Term.Variable("r"), B = Term.Variable("b");
    private static readonly Term T = Recurrence.Horizon, Time = Recurrence.Time;

    /// <summary>With l_0 = -gain - w, w not negative: when l_T is at least zero, q T is at least gain + (p + q) c.</summary>
    /// <param name="gain">log(threshold/x_0) from below; null for w itself.</param>
    /// <param name="horizons">The T at which counterexamples are looked for.</param>
    /// <param name="claimed">What is claimed instead; for statements without a proof.</param>
    public static RecurrenceProposition Take(Term? gain, IReadOnlyList<int> horizons, Formula? claimed = null)
    {
        Term first = gain is null ? -W : -gain - W;
        Formula isOut = L >= 0;
        Formula isFactor = Term.Exp(R) <= 1 - (P * B) + (Q * (1 - B));
        Formula isOrdered = Q <= P;
        Formula isStart = W >= 0;
        Formula invariant = first + (Q * Time) - ((P + Q) * C) >= L;
        var recurrence = new Recurrence
        {
            Constants = [new("p", 0, 1), new("q", 0, 1), new("w", 0, 1000)],
            Given = isOrdered & isStart,
            State = [new("l", first, L + R), new("c", 0, C + B)],
            Inputs = [new("r", -1000, 1000), new("b", 0, 1)],
            EachStep = isFactor,
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
        Formula isConvex = step.Show(Term.Exp(R) - 1 - R >= 0);
        step.Conclude(step.Gap(invariant) + step.Gap(isConvex) + step.Gap(isFactor), ["t'", "l'", "c'"]);

        var end = new Deduction();
        end.Conclude(end.Gap(invariant) + end.Gap(isOut) + (gain is null ? Term.Zero : end.Gap(isStart)), ["t"]);
        return new(recurrence, horizons, new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }
}
