namespace ResLinkProofs.Attack.Charts;

/// <summary>A domain without bounds: places are points.</summary>
/// <param name="count">The number of coordinates.</param>
public sealed class FreeChart(int count) : Chart(count)
{
    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place) => point.CopyTo(place);

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point) => place.CopyTo(point);

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient) => gradient.CopyTo(placeGradient);
}
