using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>Encloses the integral over one cell, for all values of the parameters.</summary>
internal sealed class CellRule
{
    private readonly Tape _body;
    private readonly Interval[] _box;
    private readonly Interval[] _slots;
    private readonly Interval[] _pointSlots;
    private readonly TaylorSeries _series;

    /// <summary>A rule for an integrand.</summary>
    /// <param name="body">The integrand; variable 0 is bound, and the last slot is the value.</param>
    /// <param name="parameters">Enclosures of the parameters.</param>
    public CellRule(Tape body, ReadOnlySpan<Interval> parameters)
    {
        _body = body;
        _box = [Interval.Zero, .. parameters];
        _slots = new Interval[body.Length];
        _pointSlots = new Interval[body.Length];
        _series = new TaylorSeries(body);
    }

    /// <summary>The values of the integrand on a range; the whole line where one may be missing.</summary>
    public Interval Values(Interval range)
    {
        _box[0] = range;
        IntervalEvaluation.Run(_body, _box, _slots);
        return Definedness.Of(_body, _slots)[^1] ? _slots[^1] : Interval.Entire;
    }

    /// <summary>The integral over a bounded cell; the whole line where the integrand may be undefined or unbounded.</summary>
    /// <remarks>
    /// It lies in the width times the values. Where the integrand is smooth, it is the integral of the Taylor polynomial about a point
    /// c plus that of r(t) (t - c)^m with r in the enclosure of the m-th coefficient over the cell; m is even, so (t - c)^m keeps its sign.
    /// </remarks>
    public Interval Integral(double lower, double upper)
    {
        Interval cell = Interval.Hull(lower, upper), values = Values(cell);
        if (!values.IsBounded)
        {
            return Interval.Entire;
        }

        Interval integral = values * (Interval.Point(upper) - Interval.Point(lower));
        double centre = cell.Midpoint;
        _box[0] = Interval.Point(centre);
        IntervalEvaluation.Run(_body, _box, _pointSlots);
        if (lower == upper || !_series.Expand(_slots, _pointSlots))
        {
            return integral;
        }

        Interval left = Interval.Point(lower) - _box[0], right = Interval.Point(upper) - _box[0], sum = Interval.Zero;
        for (int k = 0; k <= TaylorSeries.Order; k++)
        {
            Interval moment = (Interval.Pow(right, k + 1) - Interval.Pow(left, k + 1)) / (k + 1);
            sum += moment * (k < TaylorSeries.Order ? _series.AtPoint[k] : _series.OverCell[k]);
        }

        return integral.Intersect(sum);
    }

    /// <summary>The integral from a point to infinity; the whole line where no exponential bound is found.</summary>
    public Interval Tail(double lower)
    {
        Interval values = Values(new Interval(lower, double.PositiveInfinity));
        if (!Definedness.Of(_body, _slots)[^1])
        {
            return Interval.Entire;
        }

        _box[0] = Interval.Point(lower);
        IntervalEvaluation.Run(_body, _box, _pointSlots);
        Interval bound = new Envelopes(_body, _slots, _pointSlots, lower).TailBound();
        Interval sign = values.Lower >= 0 ? new(0, double.PositiveInfinity)
            : values.Upper <= 0 ? new(double.NegativeInfinity, 0) : Interval.Entire;
        return bound.Intersect(sign);
    }
}
