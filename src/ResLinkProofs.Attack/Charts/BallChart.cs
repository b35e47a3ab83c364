using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Attack.Charts;

/// <summary>A Euclidean ball, as radius * sin(|y|) y/|y| of a free vector y: the boundary is reached at finite places.</summary>
public sealed class BallChart : Chart
{
    // On the boundary the derivative across it vanishes: a start exactly there could never leave it. 0.2 is 2 % inside.
    private const double FarthestEntry = (Math.PI / 2) - 0.2;
    private const double Small = 1e-4;
    private readonly double _radius;
    private readonly double[] _place;

    /// <summary>A ball around zero.</summary>
    /// <param name="count">The dimension.</param>
    /// <param name="radius">The radius, positive.</param>
    public BallChart(int count, double radius)
        : base(count)
    {
        _radius = radius;
        _place = new double[count];
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        double length = Math.Sqrt(OrderedSum.Dot(point, point));
        double factor = length > 0 ? Math.Min(Math.Asin(Math.Min(1, length / _radius)), FarthestEntry) / length : 0;
        for (int i = 0; i < point.Length; i++)
        {
            place[i] = factor * point[i];
        }
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        place.CopyTo(_place);
        double factor = Factor(Math.Sqrt(OrderedSum.Dot(place, place)));
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = factor * place[i];
        }
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        // x = f(|y|) y, so the Jacobian is f I + f'/|y| y y^T.
        double length = Math.Sqrt(OrderedSum.Dot(_place, _place)), square = length * length;
        double slope = length < Small ? -_radius / 3 : _radius * ((length * Math.Cos(length)) - Math.Sin(length)) / (square * length);
        double factor = Factor(length), along = slope * OrderedSum.Dot(_place, gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            placeGradient[i] = (factor * gradient[i]) + (along * _place[i]);
        }
    }

    private double Factor(double length) => _radius * (length < Small ? 1 - (length * length / 6) : Math.Sin(length) / length);
}
