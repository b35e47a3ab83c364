namespace ResLinkProofs.Attack.Charts;

/// <summary>Coordinates that a descent leaves as they are, since their domain has no directions: signs, for instance.</summary>
/// <param name="count">The number of coordinates.</param>
public sealed class FixedChart(int count) : Chart(count)
{
    private readonly double[] _point = new double[count];

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        point.CopyTo(_point);
        point.CopyTo(place);
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point) => _point.CopyTo(point);

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient) => placeGradient.Clear();
}
