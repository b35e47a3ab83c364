namespace ResLinkProofs.Attack.Charts;

/// <summary>A chart of the first coordinates of a point, whose last ones are parameters that a descent leaves as they are.</summary>
public sealed class ParameterisedChart : Chart
{
    private readonly Chart _chart;

    /// <summary>Adds parameters to a chart.</summary>
    /// <param name="chart">The chart of the first coordinates.</param>
    /// <param name="parameters">The number of parameters, at least 1.</param>
    public ParameterisedChart(Chart chart, int parameters)
        : base((chart ?? throw new ArgumentNullException(nameof(chart))).Count + parameters)
    {
        _chart = chart;
        chart.Lower.CopyTo(Lower, 0);
        chart.Upper.CopyTo(Upper, 0);
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        _chart.Enter(point[.._chart.Count], place[.._chart.Count]);
        point[_chart.Count..].CopyTo(place[_chart.Count..]);
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        _chart.ToPoint(place[.._chart.Count], point[.._chart.Count]);
        place[_chart.Count..].CopyTo(point[_chart.Count..]);
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        _chart.PullBack(gradient[.._chart.Count], placeGradient[.._chart.Count]);
        placeGradient[_chart.Count..].Clear();
    }
}
