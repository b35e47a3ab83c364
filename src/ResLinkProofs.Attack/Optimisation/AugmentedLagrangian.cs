using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Attack.Gradients;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Attack.Optimisation;

/// <summary>
/// One part of a conclusion under the parts of the hypothesis as a single function of the place in a chart:
/// f + sum_k (mu_k/2) max(0, lambda_k/mu_k - c_k)^2, with f and every c_k divided by the length of its gradient at the entry, so that
/// both count in units of distance.
/// </summary>
internal sealed class AugmentedLagrangian : IDescentObjective
{
    private const double LeastSlope = 1e-12;
    private const double FirstPenalty = 10;
    private const double Growth = 5;
    private readonly Landscape _landscape;
    private readonly Chart _chart;
    private readonly int _part;
    private readonly double[] _margins;
    private readonly double[] _scales;
    private readonly double[] _weights;
    private readonly double[] _multipliers;
    private readonly double[] _penalties;
    private readonly double[] _violations;
    private readonly double[] _point;
    private readonly double[] _gradient;

    /// <summary>Prepares to minimise one part of the conclusion from a place; costs one evaluation.</summary>
    public AugmentedLagrangian(Landscape landscape, Chart chart, int part, ReadOnlySpan<double> entry)
    {
        (_landscape, _chart, _part) = (landscape, chart, part);
        int count = landscape.Count;
        _margins = new double[count];
        _scales = new double[count];
        _weights = new double[count];
        _multipliers = new double[count];
        _penalties = new double[count];
        _violations = new double[count];
        _point = new double[entry.Length];
        _gradient = new double[entry.Length];
        Array.Fill(_penalties, FirstPenalty);
        Array.Fill(_violations, double.PositiveInfinity);
        double[] slope = new double[entry.Length];
        IsDefined = TryMeasure(entry);
        for (int k = 0; k < count && IsDefined; k++)
        {
            IsDefined = TrySlope(k, slope);
            double length = Math.Sqrt(OrderedSum.Dot(slope, slope));
            _scales[k] = length > LeastSlope ? 1 / length : 1;
        }
    }

    /// <summary>False when something is undefined at the entry.</summary>
    public bool IsDefined { get; }

    public ReadOnlySpan<double> Lower => _chart.Lower;

    public ReadOnlySpan<double> Upper => _chart.Upper;

    public double Evaluate(ReadOnlySpan<double> place, Span<double> gradient)
    {
        if (!TryMeasure(place))
        {
            return double.PositiveInfinity;
        }

        Array.Clear(_weights);
        double value = _scales[_part] * _margins[_part];
        _weights[_part] = _scales[_part];
        for (int k = _landscape.ConclusionCount; k < _margins.Length; k++)
        {
            double lack = (_multipliers[k] / _penalties[k]) - (_scales[k] * _margins[k]);
            if (lack > 0)
            {
                value += _penalties[k] / 2 * lack * lack;
                _weights[k] = -_penalties[k] * lack * _scales[k];
            }
        }

        if (!double.IsFinite(value) || !_landscape.PullBack(_weights, _gradient))
        {
            return double.PositiveInfinity;
        }

        _chart.PullBack(_gradient, gradient);
        foreach (double entry in gradient)
        {
            if (!double.IsFinite(entry))
            {
                return double.PositiveInfinity;
            }
        }

        return value;
    }

    /// <summary>
    /// Updates the multipliers at a minimum, and raises the penalties of the parts that came little closer to holding; returns the
    /// largest error of a part that should hold with equality or better, in units of distance.
    /// </summary>
    public double Tighten(ReadOnlySpan<double> place)
    {
        double largest = 0;
        if (!TryMeasure(place))
        {
            return double.PositiveInfinity;
        }

        for (int k = _landscape.ConclusionCount; k < _margins.Length; k++)
        {
            double margin = _scales[k] * _margins[k];
            double error = Math.Abs(Math.Min(margin, _multipliers[k] / _penalties[k])); // complementarity
            _multipliers[k] = Math.Max(0, _multipliers[k] - (_penalties[k] * margin));
            if (error > _violations[k] / 4)
            {
                _penalties[k] *= Growth;
            }

            _violations[k] = error;
            largest = Math.Max(largest, error);
        }

        return largest;
    }

    /// <summary>
    /// Moves a place until every part of the hypothesis holds by a little, and no active part by more than that: Newton's method on
    /// the parts in turn.
    /// </summary>
    /// <returns>The number of evaluations.</returns>
    public int Repair(Span<double> place)
    {
        const int MostRounds = 12;
        const double Inside = 1e-9; // distance by which the hypothesis is to hold, far above rounding errors
        double[] slope = new double[place.Length];
        int evaluations = 0;
        for (int round = 0; round < MostRounds; round++)
        {
            bool moved = false;
            for (int k = _landscape.ConclusionCount; k < _margins.Length; k++)
            {
                evaluations++;
                if (!TryMeasure(place))
                {
                    return evaluations;
                }

                // Active parts are pulled back to their boundary in the first rounds; the last ones serve feasibility alone.
                bool isSlack = round < MostRounds / 2 && _multipliers[k] > 0 && _margins[k] * _scales[k] > 10 * Inside;
                if ((_margins[k] >= 0 && !isSlack) || !TrySlope(k, slope))
                {
                    continue;
                }

                double square = OrderedSum.Dot(slope, slope);
                if (!(square > LeastSlope * LeastSlope))
                {
                    continue;
                }

                double factor = ((Inside * Math.Sqrt(square)) - _margins[k]) / square;
                for (int i = 0; i < place.Length; i++)
                {
                    place[i] = Math.Clamp(place[i] + (factor * slope[i]), Lower[i], Upper[i]);
                }

                moved = true;
            }

            if (!moved)
            {
                break;
            }
        }

        return evaluations;
    }

    private bool TryMeasure(ReadOnlySpan<double> place)
    {
        _chart.ToPoint(place, _point);
        return _landscape.Evaluate(_point, _margins);
    }

    private bool TrySlope(int k, double[] slope)
    {
        Array.Clear(_weights);
        _weights[k] = 1;
        bool exists = _landscape.PullBack(_weights, _gradient);
        _chart.PullBack(_gradient, slope);
        return exists;
    }
}
