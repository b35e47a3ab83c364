using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Attack.Charts;

/// <summary>Several vectors of one length, as multiples of free vectors.</summary>
public sealed class SphereChart : Chart
{
    private readonly int _length;
    private readonly double _radius;
    private readonly double[] _point;
    private readonly double[] _norms;

    /// <summary>Vectors of one length.</summary>
    /// <param name="vectors">How many vectors a point lists, one after the other; at least 1.</param>
    /// <param name="length">The number of entries of each, at least 1.</param>
    /// <param name="radius">The length of each, positive.</param>
    public SphereChart(int vectors, int length, double radius)
        : base(vectors * length)
    {
        (_length, _radius) = (length, radius);
        _point = new double[vectors * length];
        _norms = new double[vectors];
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        for (int i = 0; i < point.Length; i++)
        {
            place[i] = point[i] / _radius;
        }
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        for (int k = 0; k < _norms.Length; k++)
        {
            ReadOnlySpan<double> vector = place.Slice(k * _length, _length);
            double norm = _norms[k] = Math.Sqrt(OrderedSum.Dot(vector, vector));
            for (int i = 0; i < _length; i++)
            {
                _point[(k * _length) + i] = norm > 0 ? _radius * vector[i] / norm : i == 0 ? _radius : 0;
            }
        }

        _point.CopyTo(point);
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        for (int k = 0; k < _norms.Length; k++)
        {
            ReadOnlySpan<double> x = _point.AsSpan(k * _length, _length), g = gradient.Slice(k * _length, _length);
            double along = OrderedSum.Dot(x, g) / (_radius * _radius), factor = _norms[k] > 0 ? _radius / _norms[k] : 0;
            for (int i = 0; i < _length; i++)
            {
                placeGradient[(k * _length) + i] = factor * (g[i] - (along * x[i]));
            }
        }
    }
}
