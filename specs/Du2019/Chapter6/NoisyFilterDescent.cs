using ResLinkProofs.Descent.Ensembles;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>
/// Stochastic gradient descent (6.2) of Du (2019) on one patch Z ~ N(0, s^2 I) in the plane of w and w* = (1, 0): g = grad +- (B - |grad|)e_1, either sign with probability 1/2, so that
/// E g is the population gradient and |g| is at most B.
/// </summary>
/// <param name="setting">Scale, start, step size and bounds.</param>
/// <param name="steps">T, at least 1.</param>
internal sealed class NoisyFilterDescent(NoisyFilterSetting setting, int steps) : Ensemble
{
    // What seeding a stream costs in steps.
    private const int StartCost = 40;

    /// <summary>The event that some w_t with t up to T is farther than r_1 from w*.</summary>
    public const string Leaves = "[max ‖w_t-w*‖ > r₁]";

    /// <summary>The event that w_T is farther from w* than the limit.</summary>
    public const string Misses = "[‖w_T-w*‖ > limit]";

    /// <inheritdoc/>
    public override IReadOnlyList<EnsembleQuantity> Quantities { get; } = [EnsembleQuantity.Event(Leaves), EnsembleQuantity.Event(Misses)];

    /// <inheritdoc/>
    public override long Cost => steps + StartCost;

    /// <inheritdoc/>
    public override void Run(RandomStream stream, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (double x, double y) = (1 + (setting.StartDistance * Math.Cos(setting.StartAngle)), setting.StartDistance * Math.Sin(setting.StartAngle));
        double square = setting.Scale * setting.Scale, farthest = Distance(x, y);
        ulong signs = 0;
        for (int t = 0; t < steps; t++)
        {
            signs = t % 64 == 0 ? stream.NextUInt64() : signs >> 1;
            double length = Math.Sqrt((x * x) + (y * y)), theta = Math.Atan2(Math.Abs(y), x), sine = Math.Abs(y) / length;
            double along = (Math.PI - theta) / (2 * Math.PI), back = 0.5 - (sine / (2 * Math.PI * length));
            double slopeX = square * ((back * x) - along), slopeY = square * back * y;
            double noise = setting.Bound - Math.Sqrt((slopeX * slopeX) + (slopeY * slopeY));
            if (noise < 0)
            {
                throw new InvalidOperationException($"The gradient at ({x}, {y}) is longer than B = {setting.Bound}: there is no such stochastic gradient.");
            }

            x -= setting.StepSize * (slopeX + ((signs & 1) == 0 ? noise : -noise));
            y -= setting.StepSize * slopeY;
            farthest = Math.Max(farthest, Distance(x, y));
        }

        values[0] = farthest > setting.Radius ? 1 : 0;
        values[1] = Distance(x, y) > setting.Limit ? 1 : 0;
    }

    private static double Distance(double x, double y) => Math.Sqrt(((x - 1) * (x - 1)) + (y * y));
}

/// <summary>What a run of <see cref="NoisyFilterDescent"/> depends on beside T.</summary>
/// <param name="Scale">s.</param>
/// <param name="StartDistance">r_0.</param>
/// <param name="StartAngle">The angle of w_0 - w* to w*.</param>
/// <param name="StepSize">eta.</param>
/// <param name="Bound">B; at least the length of the gradient wherever a run comes.</param>
/// <param name="Radius">r_1.</param>
/// <param name="Limit">How far w_T may be.</param>
internal sealed record NoisyFilterSetting(double Scale, double StartDistance, double StartAngle, double StepSize, double Bound, double Radius, double Limit);
