using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>
/// Draws values of one variable: ends and simple numbers, values crowding an end on a logarithmic scale, and uniform ones.
/// Violations live at the edges far more often than chance would put samples there.
/// </summary>
internal sealed class RangeSampler
{
    private const double UnboundedReach = 1e3;
    private readonly double _lower;
    private readonly double _upper;
    private readonly double[] _simple;

    public RangeSampler(RealVariable variable)
    {
        // Rounded inwards: a sample must lie in the exact range.
        _lower = variable.Lower is { } low ? Inward(low, up: true) : -UnboundedReach;
        _upper = variable.Upper is { } high ? Inward(high, up: false) : UnboundedReach;
        _upper = Math.Max(_lower, _upper);
        _simple = [.. new[] { _lower, _upper, 0, 1, -1, 0.5, 2, 3 }.Where(v => v >= _lower && v <= _upper)];
    }

    public double Lower => _lower;

    public double Upper => _upper;

    public double Scale => Math.Max(_upper - _lower, double.Epsilon);

    public double Clamp(double value) => Math.Clamp(value, _lower, _upper);

    public double Sample(RandomStream stream)
    {
        double width = _upper - _lower;
        return Clamp(stream.NextInt32(8) switch
        {
            0 or 1 => _simple[stream.NextInt32(_simple.Length)],
            2 => _lower + (width * Crowded(stream)),
            3 => _upper - (width * Crowded(stream)),
            4 => (stream.NextInt32(2) == 0 ? 1 : -1) * Math.Abs(width) * Crowded(stream),
            _ => _lower + (width * stream.NextDouble()),
        });
    }

    // Between 1 and 2^-20, uniformly in the exponent; built from powers of two so that its bits are the same everywhere.
    private static double Crowded(RandomStream stream) => Math.ScaleB(0.5 + (0.5 * stream.NextDouble()), -stream.NextInt32(20));

    private static double Inward(Kernel.Numbers.Rational value, bool up)
    {
        double nearest = value.ToDouble();
        return Kernel.Numbers.Rational.FromDouble(nearest) == value || (Kernel.Numbers.Rational.FromDouble(nearest) > value) == up
            ? nearest
            : up ? Math.BitIncrement(nearest) : Math.BitDecrement(nearest);
    }
}
