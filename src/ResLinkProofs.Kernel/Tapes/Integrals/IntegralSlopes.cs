using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>
/// Slopes of an integral: with respect to a bound the values of the integrand on the range of that bound, with the sign of the bound;
/// with respect to a parameter the integral of the integrand's slopes, which are enclosed cell by cell.
/// </summary>
/// <remarks>
/// For bounds a, b with parameters p, and a', b' with p', the difference is the integral of f(t, p) - f(t, p') from a to b, plus that of
/// f(t, p') from b' to b, minus that of f(t, p') from a' to a. On a cell the first integrand lies in the sum of S_i (p_i - p'_i).
/// </remarks>
internal static class IntegralSlopes
{
    private const int Cells = 32;

    /// <summary>One enclosure for each argument; the whole line where nothing is known.</summary>
    /// <param name="form">The integrand.</param>
    /// <param name="arguments">Enclosures of bounds and parameters.</param>
    /// <param name="isConstant">Arguments whose slope is not wanted.</param>
    /// <param name="value">The enclosure of the integral; unbounded where it may not exist.</param>
    public static Interval[] Of(IntegralForm form, Interval[] arguments, bool[] isConstant, Interval value)
    {
        int parameters = form.Integrand.Parameters, bounds = arguments.Length - parameters;
        var slopes = new Interval[arguments.Length];
        if (!value.IsBounded)
        {
            Array.Fill(slopes, Interval.Entire);
            return slopes;
        }

        var rule = new CellRule(form.Body, arguments.AsSpan(bounds));
        slopes[0] = isConstant[0] ? 0 : -rule.Values(arguments[0]);
        if (bounds == 2)
        {
            slopes[1] = isConstant[1] ? 0 : rule.Values(arguments[1]);
        }

        if (!Array.TrueForAll(isConstant[bounds..], c => c))
        {
            Interval[] byParameter = form.Integrand.IsImproper
                ? Unknown(parameters + 1)
                : ByParameters(form.Body, arguments[0], arguments[1], arguments.AsSpan(bounds));
            for (int i = 0; i < parameters; i++)
            {
                slopes[bounds + i] = isConstant[bounds + i] ? 0 : byParameter[i + 1];
            }
        }

        return slopes;
    }

    private static Interval[] ByParameters(Tape body, Interval lower, Interval upper, ReadOnlySpan<Interval> parameters)
    {
        double start = lower.Midpoint, end = upper.Midpoint;
        Interval[] box = [Interval.Zero, .. parameters], sum = new Interval[box.Length], slopes = new Interval[box.Length],
            slots = new Interval[body.Length], adjoints = new Interval[body.Length];
        Add(lower, Interval.Point(start) - lower);
        Add(upper, upper - Interval.Point(end));
        if (!double.IsFinite(end - start))
        {
            return Unknown(box.Length);
        }

        double from = start;
        for (int i = 1; i <= Cells; i++)
        {
            double to = i == Cells ? end : start + ((end - start) * ((double)i / Cells));
            Add(Interval.Hull(from, to), Interval.Point(to) - Interval.Point(from));
            from = to;
        }

        return sum;

        void Add(Interval cell, Interval width)
        {
            box[0] = cell;
            IntervalEvaluation.Run(body, box, slots);
            IntervalSlopes.Run(body, slots, body.Length - 1, adjoints, slopes);
            for (int i = 1; i < sum.Length; i++)
            {
                sum[i] += slopes[i] * width;
            }
        }
    }

    private static Interval[] Unknown(int count)
    {
        var slopes = new Interval[count];
        Array.Fill(slopes, Interval.Entire);
        return slopes;
    }
}
