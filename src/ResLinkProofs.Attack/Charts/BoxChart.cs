namespace ResLinkProofs.Attack.Charts;

/// <summary>
/// A box, each coordinate in units of its size at the entry point, so that coordinates of very different sizes move alike.
/// </summary>
public sealed class BoxChart : Chart
{
    // A coordinate at zero moves in hundredths of its range, or of 1 if the range is wider.
    private const double LeastShare = 0.01;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _unit;

    /// <summary>A box with finite ends.</summary>
    /// <param name="lower">The least value of each coordinate.</param>
    /// <param name="upper">The largest, as many.</param>
    public BoxChart(IReadOnlyList<double> lower, IReadOnlyList<double> upper)
        : base(lower.Count)
    {
        ArgumentNullException.ThrowIfNull(upper);
        _lower = [.. lower];
        _upper = [.. upper];
        _unit = new double[Count];
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        for (int i = 0; i < Count; i++)
        {
            double width = _upper[i] - _lower[i];
            double unit = Math.Min(width, Math.Max(Math.Abs(point[i]), LeastShare * Math.Min(width, 1)));
            _unit[i] = unit > 0 ? unit : 1;
            Lower[i] = _lower[i] / _unit[i];
            Upper[i] = _upper[i] / _unit[i];
            place[i] = Math.Clamp(point[i] / _unit[i], Lower[i], Upper[i]);
        }
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        for (int i = 0; i < Count; i++)
        {
            point[i] = Math.Clamp(place[i] * _unit[i], _lower[i], _upper[i]);
        }
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        for (int i = 0; i < Count; i++)
        {
            placeGradient[i] = gradient[i] * _unit[i];
        }
    }
}
