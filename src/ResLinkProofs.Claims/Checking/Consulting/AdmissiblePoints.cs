using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking.Consulting;

/// <summary>
/// Sampled points with few digits that meet the hypotheses of a statement and define its conclusion, confirmed by the kernel.
/// </summary>
internal sealed class AdmissiblePoints
{
    // Long rationals cost a solver dearly, and the kernel as well.
    private const int BinaryDigits = 12;
    private const double UnboundedWidth = 16;
    private readonly Instance _instance;
    private readonly Statement _statement;
    private readonly RandomStream _stream;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public AdmissiblePoints(Instance instance, ulong seed)
    {
        _instance = instance;
        _statement = instance.Statement!;
        _stream = new RandomStream(seed, (ulong)(9000 + instance.Size));
    }

    /// <summary>Draws points until one that was not drawn before is confirmed.</summary>
    /// <param name="draws">How many may be drawn; lowered by those that were.</param>
    /// <returns>The point, or null.</returns>
    public ConfirmedPoint? Next(ref int draws)
    {
        double[] point = new double[_instance.CoordinateCount];
        while (draws-- > 0)
        {
            _instance.Sample(_stream, point);
            _instance.Project(point);
            if (!_instance.Measure(point).IsAdmissible)
            {
                continue;
            }

            Rational[] rounded = _instance.Snap([.. _statement.Variables.Select((variable, i) => Round(variable, point[i]))]);
            if (_seen.Add(string.Join(' ', rounded)) && ConfirmedPoint.TryConfirm(_statement, rounded) is { } confirmed)
            {
                return confirmed;
            }
        }

        return null;
    }

    // A binary fraction, or the end of the range where that is nearer.
    private static Rational Round(RealVariable variable, double value)
    {
        double width = variable is { Lower: { } low, Upper: { } high } ? (high - low).ToDouble() : UnboundedWidth;
        int exponent = width > 0 ? Math.ILogB(width) - BinaryDigits : 0;
        var rounded = Rational.FromDouble(Math.ScaleB(Math.Round(Math.ScaleB(value, -exponent)), exponent));
        rounded = variable.Lower is { } least ? Rational.Max(least, rounded) : rounded;
        return variable.Upper is { } largest ? Rational.Min(largest, rounded) : rounded;
    }
}
