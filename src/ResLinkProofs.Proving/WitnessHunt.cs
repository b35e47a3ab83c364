using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Proving;

/// <summary>
/// Looks for a point at which a statement fails: compass search on the margin of the hypothesis and the negated conclusion, and
/// rounding of what seems to be a counterexample to small rationals that exact or interval arithmetic confirms.
/// </summary>
internal sealed class WitnessHunt
{
    private const int AttemptsNearZero = 4;

    private static readonly long[] Denominators =
        [1, 2, 3, 4, 5, 8, 10, 16, 20, 50, 64, 100, 1000, 1024, 10_000, 100_000, 1_000_000, 1L << 24, 1_000_000_000, 1L << 40];

    private readonly Statement _statement;
    private readonly PointMeter _meter;
    private readonly EquationRepair _repair;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _trial;
    private readonly double[] _step;
    private readonly double[] _climber;
    private int _attemptsLeft = AttemptsNearZero;

    public WitnessHunt(Statement statement, EmptinessProblem problem, PointMeter meter)
    {
        _statement = statement;
        _repair = new EquationRepair(problem);
        _meter = meter;
        _lower = [.. statement.Variables.Select(v => v.Lower?.ToDouble() ?? double.NegativeInfinity)];
        _upper = [.. statement.Variables.Select(v => v.Upper?.ToDouble() ?? double.PositiveInfinity)];
        _trial = new double[_lower.Length];
        _step = new double[_lower.Length];
        _climber = new double[_lower.Length];
        Best = new double[_lower.Length];
    }

    /// <summary>The point with the largest margin so far.</summary>
    public double[] Best { get; }

    /// <summary>Its margin; negative infinity before the first point.</summary>
    public double BestMargin { get; private set; } = double.NegativeInfinity;

    /// <summary>Looks at a point, and if it seems to be a counterexample tries to confirm one near it.</summary>
    public ConfirmedWitness? Inspect(ReadOnlySpan<double> point)
    {
        double margin = _meter.Margin(point);
        if (margin > BestMargin)
        {
            BestMargin = margin;
            point.CopyTo(Best);
        }

        if (margin >= 0)
        {
            return Confirm(point);
        }

        // Where both sides meet, rounding decides the sign: a simple point nearby may fail exactly.
        return margin > -1e-9 && _attemptsLeft-- > 0 ? Confirm(point) : null;
    }

    /// <summary>Climbs from a point to a larger margin, by steps along the axes that shrink on failure.</summary>
    public ConfirmedWitness? Climb(ReadOnlySpan<double> start, int evaluations)
    {
        int n = start.Length;
        for (int i = 0; i < n; i++)
        {
            _climber[i] = Clamp(i, start[i]);
            double width = _upper[i] - _lower[i];
            _step[i] = (double.IsFinite(width) ? width : 1 + Math.Abs(_climber[i])) / 4;
        }

        double margin = _meter.Margin(_climber);
        for (int used = 1; used < evaluations && margin < 0;)
        {
            bool improved = false;
            _climber.CopyTo(_trial.AsSpan());
            for (int i = 0; i < n; i++)
            {
                double sign = 1;
                for (int side = 0; side < 2; side++, sign = -1)
                {
                    double before = _climber[i];
                    double after = Clamp(i, before + (sign * _step[i]));
                    if (after == before)
                    {
                        continue;
                    }

                    _climber[i] = after;
                    double moved = _meter.Margin(_climber);
                    used++;
                    if (moved > margin)
                    {
                        margin = moved;
                        improved = true;
                        break;
                    }

                    _climber[i] = before;
                }
            }

            if (improved)
            {
                margin = FollowPattern(margin);
                used++;
                continue;
            }

            bool fine = true;
            for (int i = 0; i < n; i++)
            {
                _step[i] *= 0.4;
                fine &= _step[i] <= 1e-12 * (1 + Math.Abs(_climber[i]));
            }

            if (fine)
            {
                break;
            }
        }

        return Inspect(_climber);
    }

    // What the sweep gained is tried once more, as in the method of Hooke and Jeeves; _trial holds where it started.
    private double FollowPattern(double margin)
    {
        for (int i = 0; i < _trial.Length; i++)
        {
            _trial[i] = Clamp(i, (2 * _climber[i]) - _trial[i]);
        }

        double further = _meter.Margin(_trial);
        if (further > margin)
        {
            _trial.CopyTo(_climber.AsSpan());
            return further;
        }

        return margin;
    }

    private double Clamp(int variable, double value) => Math.Min(Math.Max(value, _lower[variable]), _upper[variable]);

    private ConfirmedWitness? Confirm(ReadOnlySpan<double> point)
    {
        var exact = new Rational[point.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            if (!double.IsFinite(point[i]))
            {
                return null;
            }

            exact[i] = Rational.FromDouble(point[i]);
        }

        foreach (long denominator in Denominators)
        {
            var half = new Rational(1, 2);
            Rational[] rounded = Array.ConvertAll(exact, x => new Rational(Rational.Floor((x * denominator) + half), denominator));
            if (_repair.HasEquations && _repair.Repair(Inside(rounded)) is { } repaired)
            {
                rounded = repaired;
            }

            if (IsPromising(rounded) && ConfirmedWitness.TryConfirm(_statement, Inside(rounded)) is { } simple)
            {
                return simple;
            }
        }

        return ConfirmedWitness.TryConfirm(_statement, Inside(exact));
    }

    private bool IsPromising(Rational[] point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            _trial[i] = Clamp(i, point[i].ToDouble());
        }

        return _meter.Margin(_trial) > -1e-9;
    }

    // The nearest point of the exact ranges, whose ends need not be doubles.
    private Rational[] Inside(Rational[] point)
    {
        var inside = new Rational[point.Length];
        for (int i = 0; i < inside.Length; i++)
        {
            RealVariable variable = _statement.Variables[i];
            inside[i] = variable.Lower is { } low
                && (point[i] < low || Math.Abs((point[i] - low).ToDouble()) < 1e-15 * (1 + Math.Abs(low.ToDouble())))
                ? low
                : variable.Upper is { } high
                    && (point[i] > high || Math.Abs((high - point[i]).ToDouble()) < 1e-15 * (1 + Math.Abs(high.ToDouble())))
                    ? high
                : point[i];
        }

        return inside;
    }
}
