using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>
/// Exponential bounds |u(x)| &lt;= C exp(r (x - M)) for all x >= M, of every slot u of an integrand, for all values of its parameters.
/// Where the rate r of the last slot is negative, its integral from M to infinity exists and is at most C / -r.
/// </summary>
internal sealed class Envelopes
{
    private readonly Tape _tape;
    private readonly Interval[] _slots;
    private readonly Interval[] _start;
    private readonly double _slow;
    private readonly Envelope?[] _envelopes;

    /// <summary>Bounds of all slots.</summary>
    /// <param name="tape">The integrand.</param>
    /// <param name="slots">Enclosures over all x >= M.</param>
    /// <param name="start">Enclosures at M.</param>
    /// <param name="from">M.</param>
    public Envelopes(Tape tape, Interval[] slots, Interval[] start, double from)
    {
        _tape = tape;
        _slots = slots;
        _start = start;
        _slow = 1 / Math.Max(1, Math.Abs(from)); // any positive rate bounds what grows linearly
        _envelopes = new Envelope?[tape.Length];
        bool[] defined = Definedness.Of(tape, slots);
        for (int k = 0; k < tape.Length; k++)
        {
            _envelopes[k] = defined[k] ? Best(Best(Constant(slots[k]), Composed(k)), Linear(k)) : null;
        }
    }

    /// <summary>An enclosure of the integral of the last slot from M to infinity.</summary>
    public Interval TailBound()
    {
        if (_envelopes[^1] is not { Rate: < 0 } envelope)
        {
            return Interval.Entire;
        }

        Interval bound = Interval.Point(envelope.Factor) / -Interval.Point(envelope.Rate);
        return bound.IsBounded ? new(-bound.Upper, bound.Upper) : Interval.Entire;
    }

    private static Envelope? Best(Envelope? first, Envelope? second) =>
        first is null || (second is { } s && (s.Rate < first.Value.Rate || (s.Rate == first.Value.Rate && s.Factor < first.Value.Factor)))
            ? second
            : first;

    private static Envelope? Constant(Interval values) => Of(values.Magnitude, 0);

    private static Envelope? Of(double factor, double rate) =>
        double.IsFinite(factor) && double.IsFinite(rate) ? new(factor, rate) : null;

    private static Envelope? Of(Interval factor, Interval rate) => Of(factor.Upper, rate.Upper);

    private Envelope? Composed(int k)
    {
        Instruction step = _tape.Instructions[k];
        if (Term.IsLeaf(step.Operation) || step.Operation == Operation.Integral)
        {
            return null;
        }

        Envelope? left = _envelopes[step.Left];
        if (step.Operation == Operation.Exp)
        {
            // exp u(x) <= exp(u(M) + r (x - M)), where r is the largest slope of u.
            double rate = Slopes(step.Left).Upper;
            return Of(Interval.Exp(_start[step.Left]).Upper, Math.Max(rate, -double.MaxValue));
        }

        if (left is not { } u)
        {
            return null;
        }

        if (step.Right >= 0)
        {
            return step.Operation == Operation.Divide
                // The divisor is bounded from below.
                ? Of(Interval.Point(u.Factor) / Interval.Point(_slots[step.Right].Mignitude), Interval.Point(u.Rate))
                : _envelopes[step.Right] is { } v ? Joined(step, u, v) : null;
        }

        return step.Operation switch
        {
            Operation.Negate or Operation.Abs => u,
            Operation.Power when step.Exponent > 0 =>
                Of(Interval.Pow(Interval.Point(u.Factor), step.Exponent), Interval.Point(step.Exponent) * Interval.Point(u.Rate)),
            Operation.Sqrt => Of(Interval.Sqrt(Interval.Point(u.Factor)), Interval.Point(u.Rate) / 2),
            // 0 <= log u <= log C + r (x - M)
            Operation.Log when _slots[step.Left].Lower >= 1 => Line(Interval.Log(Interval.Point(u.Factor)).Upper, Math.Max(0, u.Rate)),
            _ => null,
        };
    }

    private static Envelope? Joined(Instruction step, Envelope u, Envelope v) => step.Operation switch
    {
        Operation.Add or Operation.Subtract =>
            Of((Interval.Point(u.Factor) + Interval.Point(v.Factor)).Upper, Math.Max(u.Rate, v.Rate)),
        Operation.Multiply =>
            Of(Interval.Point(u.Factor) * Interval.Point(v.Factor), Interval.Point(u.Rate) + Interval.Point(v.Rate)),
        Operation.Min or Operation.Max => Of(Math.Max(u.Factor, v.Factor), Math.Max(u.Rate, v.Rate)),
        _ => null,
    };

    // |u(x)| <= |u(M)| + |slope| (x - M)
    private Envelope? Linear(int k) => _tape.IsConstant(k) || _tape.Instructions[k].Operation == Operation.Integral
        ? null
        : Line(_start[k].Magnitude, Slopes(k).Magnitude);

    // a + b s <= max(a, b / r) (1 + r s) <= max(a, b / r) exp(r s)
    private Envelope? Line(double constant, double slope) =>
        Of(
            Math.Max(constant, (Interval.Hull(0, Finite(slope)) / Interval.Point(_slow)).Upper),
            double.IsFinite(slope) ? _slow : double.NaN);

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    // Of one slot by the bound variable, from M on.
    private Interval Slopes(int slot)
    {
        var slopes = new Interval[_tape.Variables.Count];
        IntervalSlopes.Run(_tape, _slots, slot, new Interval[_tape.Length], slopes);
        return slopes[0];
    }

    private readonly record struct Envelope(double Factor, double Rate);
}
