using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Ensembles;

/// <summary>
/// SGD on f(w) = c w^2/2 on the line: w_{t+1} = w_t - eta (c w_t + E_t) with E_t = +-sqrt(p + q w_t^2), either sign with probability 1/2,
/// so that E[E_t] = 0 and E|G_t|^2 = c^2 w_t^2 + p + q w_t^2. With q = -c^2 the stochastic gradient has |G_t|^2 of mean p whatever w_t is.
/// </summary>
public sealed class QuadraticDescent : Ensemble
{
    // What seeding a stream costs in steps.
    private const int StartCost = 40;
    private readonly double _curvature;
    private readonly double _start;
    private readonly double _constantNoise;
    private readonly double _growingNoise;
    private readonly double _stepSize;
    private readonly int _steps;

    /// <summary>Describes the runs.</summary>
    /// <param name="curvature">c, positive.</param>
    /// <param name="start">w_0.</param>
    /// <param name="constantNoise">p, at least 0.</param>
    /// <param name="growingNoise">q; where p + q w^2 is negative there is no noise.</param>
    /// <param name="stepSize">eta, positive.</param>
    /// <param name="steps">T, at least 1.</param>
    public QuadraticDescent(double curvature, double start, double constantNoise, double growingNoise, double stepSize, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(curvature);
        ArgumentOutOfRangeException.ThrowIfNegative(constantNoise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (_curvature, _start, _constantNoise, _growingNoise, _stepSize, _steps) =
            (curvature, start, constantNoise, growingNoise, stepSize, steps);

        // |w_{t+1}| is at most |1 - eta c| |w_t| + eta sqrt(p + max(q, 0) w_t^2); a little more for rounding.
        double largest = Math.Abs(start);
        for (int t = 0; t < steps; t++)
        {
            largest = (Math.Abs(1 - (stepSize * curvature)) * largest) + (stepSize * Math.Sqrt(
                constantNoise + (Math.Max(0, growingNoise) * largest * largest)));
        }

        Quantities = [new(Symbol, largest * largest * (1 + 1e-9))];
    }

    /// <summary>The symbol of the one quantity, |W_T - W*|^2.</summary>
    public static string Symbol => "‖W_T-W*‖²_F";

    /// <inheritdoc/>
    public override IReadOnlyList<EnsembleQuantity> Quantities { get; }

    /// <inheritdoc/>
    public override long Cost => _steps + StartCost;

    /// <inheritdoc/>
    public override void Run(RandomStream stream, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double w = _start;
        ulong signs = 0;
        for (int t = 0; t < _steps; t++)
        {
            signs = t % 64 == 0 ? stream.NextUInt64() : signs >> 1;
            double noise = Math.Sqrt(Math.Max(0, _constantNoise + (_growingNoise * w * w)));
            w -= _stepSize * ((_curvature * w) + ((signs & 1) == 0 ? noise : -noise));
        }

        values[0] = w * w;
    }
}
