namespace ResLinkProofs.Attack.Charts;

/// <summary>
/// Coordinates in which a domain is a box: a descent in them cannot leave the domain. Not safe for use by several threads at once.
/// </summary>
public abstract class Chart
{
    /// <summary>A chart of so many coordinates.</summary>
    /// <param name="count">The number of coordinates of the chart and of the domain, at least 0.</param>
    protected Chart(int count)
    {
        Lower = new double[count];
        Upper = new double[count];
        Lower.AsSpan().Fill(double.NegativeInfinity);
        Upper.AsSpan().Fill(double.PositiveInfinity);
    }

    /// <summary>The least value of each chart coordinate.</summary>
    public double[] Lower { get; }

    /// <summary>The largest value of each chart coordinate.</summary>
    public double[] Upper { get; }

    /// <summary>The number of coordinates.</summary>
    public int Count => Lower.Length;

    /// <summary>
    /// Chooses the chart around a point and gives the point's place in it; a point on a boundary may be moved a little inside.
    /// </summary>
    /// <param name="point">A point of the domain.</param>
    /// <param name="place">Receives its chart coordinates.</param>
    public abstract void Enter(ReadOnlySpan<double> point, Span<double> place);

    /// <summary>The point at a place of the chart.</summary>
    /// <param name="place">Chart coordinates within their bounds.</param>
    /// <param name="point">Receives a point of the domain.</param>
    public abstract void ToPoint(ReadOnlySpan<double> place, Span<double> point);

    /// <summary>
    /// Turns a gradient with respect to the point into one with respect to the place, at the last place given to <see cref="ToPoint"/>.
    /// </summary>
    /// <param name="gradient">With respect to the point.</param>
    /// <param name="placeGradient">Receives the gradient with respect to the chart coordinates.</param>
    public abstract void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient);
}
