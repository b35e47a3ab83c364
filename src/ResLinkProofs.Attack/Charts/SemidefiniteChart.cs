namespace ResLinkProofs.Attack.Charts;

/// <summary>
/// Symmetric positive semidefinite matrices of bounded trace, listed by their lower triangles, as LL^T with L lower triangular in a ball:
/// the squared norm of L is the trace.
/// </summary>
public sealed class SemidefiniteChart : Chart
{
    // A singular matrix is entered this far inside, relative to the bound on the trace, so that its factor exists.
    private const double Lift = 1e-10;
    private readonly int _size;
    private readonly double _trace;
    private readonly BallChart _ball;
    private readonly double[] _factor;
    private readonly double[] _factorGradient;

    /// <summary>Matrices of one size.</summary>
    /// <param name="size">The number of rows, at least 1.</param>
    /// <param name="trace">The largest trace, positive.</param>
    public SemidefiniteChart(int size, double trace)
        : base(size * (size + 1) / 2)
    {
        (_size, _trace) = (size, trace);
        _ball = new BallChart(Count, Math.Sqrt(trace));
        _factor = new double[Count];
        _factorGradient = new double[Count];
    }

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = point[At(i, j)] + (i == j ? Lift * _trace : 0);
                for (int k = 0; k < j; k++)
                {
                    sum -= _factor[At(i, k)] * _factor[At(j, k)];
                }

                double pivot = i == j ? 0 : _factor[At(j, j)];
                _factor[At(i, j)] = i == j ? Math.Sqrt(Math.Max(sum, Lift * Lift * _trace)) : sum / pivot;
            }
        }

        _ball.Enter(_factor, place);
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        _ball.ToPoint(place, _factor);
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k <= j; k++)
                {
                    sum += _factor[At(i, k)] * _factor[At(j, k)];
                }

                point[At(i, j)] = sum;
            }
        }
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        // With G symmetric, half of the gradient off the diagonal: the derivative by L is the lower triangle of 2 G L.
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = j; k < _size; k++)
                {
                    double g = gradient[At(Math.Max(i, k), Math.Min(i, k))];
                    sum += (i == k ? 2 : 1) * g * _factor[At(k, j)];
                }

                _factorGradient[At(i, j)] = sum;
            }
        }

        _ball.PullBack(_factorGradient, placeGradient);
    }

    private static int At(int row, int column) => (row * (row + 1) / 2) + column;
}
