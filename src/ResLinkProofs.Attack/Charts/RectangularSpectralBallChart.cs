namespace ResLinkProofs.Attack.Charts;

/// <summary>
/// Matrices of any shape of spectral norm at most a radius: part of the square matrices that have zeros elsewhere, which the chart of those
/// maps to themselves.
/// </summary>
public sealed class RectangularSpectralBallChart : Chart
{
    private readonly int _columns;
    private readonly int _size;
    private readonly SpectralBallChart _square;
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>One matrix.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <param name="radius">The largest spectral norm, positive.</param>
    public RectangularSpectralBallChart(int rows, int columns, double radius)
        : base(rows * columns)
    {
        _columns = columns;
        _size = Math.Max(rows, columns);
        _square = new SpectralBallChart(_size, 1, radius);
        _first = new double[_size * _size];
        _second = new double[_size * _size];
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        Pad(point);
        _square.Enter(_first, _second);
        Cut(place);
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        Pad(place);
        _square.ToPoint(_first, _second);
        Cut(point);
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        Pad(gradient);
        _square.PullBack(_first, _second);
        Cut(placeGradient);
    }

    private void Pad(ReadOnlySpan<double> matrix)
    {
        Array.Clear(_first);
        for (int k = 0; k < matrix.Length; k++)
        {
            _first[(k / _columns * _size) + (k % _columns)] = matrix[k];
        }
    }

    private void Cut(Span<double> matrix)
    {
        for (int k = 0; k < matrix.Length; k++)
        {
            matrix[k] = _second[(k / _columns * _size) + (k % _columns)];
        }
    }
}
