using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Attack.Charts;

/// <summary>
/// Several d x d matrices of spectral norm at most a radius, as radius * sin(X): the odd function sin applied to the singular values of
/// a free matrix X. Every matrix of the ball has a place, the map is analytic, and the boundary is reached at finite places, so that
/// a descent finds worst points there without penalties.
/// </summary>
public sealed class SpectralBallChart : Chart
{
    // On the boundary the derivative across it vanishes: a start exactly there could never leave it. 0.2 is 2 % inside.
    private const double FarthestEntry = (Math.PI / 2) - 0.2;
    private readonly int _size;
    private readonly int _half;
    private readonly double _radius;
    private readonly SingularValues[] _parts;
    private readonly ProductWorkspace _products = new();
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Pairs of matrices in a ball.</summary>
    /// <param name="size">d, at least 1.</param>
    /// <param name="matrices">How many matrices a point lists, row by row one after the other; at least 1.</param>
    /// <param name="radius">The largest spectral norm, positive.</param>
    public SpectralBallChart(int size, int matrices, double radius)
        : base(matrices * size * size)
    {
        _size = size;
        _half = size * size;
        _radius = radius;
        _parts = [.. Enumerable.Range(0, matrices).Select(_ => new SingularValues(size))];
        _first = new double[_half];
        _second = new double[_half];
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place) =>
        Map(point, place, s => Math.Min(Math.Asin(Math.Min(1, s / _radius)), FarthestEntry));

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point) => Map(place, point, s => _radius * Math.Sin(s));

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            SingularValues x = _parts[part];
            ReadOnlyMatrixSpan<double> left = new(x.LeftRows, _size, _size), right = new(x.RightRows, _size, _size);

            // In the bases of the singular vectors the derivative of an odd matrix function multiplies the symmetric part of a
            // direction by (f(s) - f(t)) / (s - t) and the antisymmetric part by (f(s) + f(t)) / (s + t), entry by entry.
            DenseProduct.Multiply(left, new(gradient.Slice(part * _half, _half), _size, _size), new(_first, _size, _size), _products);
            DenseProduct.Multiply(new(_first, _size, _size), right.Transpose(), new(_second, _size, _size), _products);
            for (int i = 0; i < _size; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    double half = (x.Values[i] - x.Values[j]) / 2, mean = (x.Values[i] + x.Values[j]) / 2;
                    double difference = Math.Cos(mean) * Sinc(half), sum = Sinc(mean) * Math.Cos(half);
                    double entry = _second[(i * _size) + j], mirrored = _second[(j * _size) + i];
                    double even = difference * (entry + mirrored) / 2, odd = sum * (entry - mirrored) / 2;
                    _second[(i * _size) + j] = _radius * (even + odd);
                    _second[(j * _size) + i] = _radius * (even - odd);
                }
            }

            DenseProduct.Multiply(left.Transpose(), new(_second, _size, _size), new(_first, _size, _size), _products);
            DenseProduct.Multiply(new(_first, _size, _size), right, new(placeGradient.Slice(part * _half, _half), _size, _size), _products);
        }
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(x) / x;

    private void Map(ReadOnlySpan<double> from, Span<double> to, Func<double, double> function)
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            SingularValues x = _parts[part];
            x.Decompose(from.Slice(part * _half, _half));
            for (int i = 0; i < _size; i++)
            {
                double value = function(x.Values[i]);
                for (int k = 0; k < _size; k++)
                {
                    _first[(i * _size) + k] = value * x.RightRows[(i * _size) + k];
                }
            }

            DenseProduct.Multiply(
                new ReadOnlyMatrixSpan<double>(x.LeftRows, _size, _size).Transpose(),
                new(_first, _size, _size),
                new(to.Slice(part * _half, _half), _size, _size),
                _products);
        }
    }
}
