using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Precision;

/// <summary>
/// Enclosures of operations over intervals with rational ends, to about so many bits; null unless the operation certainly has a
/// value at every point of its operands. Nothing is known here of the error functions and of the entire quotients.
/// </summary>
public static class PreciseOperations
{
    /// <summary>The circle constant.</summary>
    /// <param name="bits">From 1 to 1024.</param>
    public static RationalInterval Pi(int bits) => PreciseExponential.Pi(bits);

    /// <summary>An operation of one operand.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="exponent">The exponent of <see cref="Operation.Power"/>.</param>
    /// <param name="x">The operand.</param>
    /// <param name="bits">From 1 to 1024.</param>
    public static RationalInterval? Unary(Operation operation, int exponent, RationalInterval x, int bits)
    {
        RationalInterval? value = operation switch
        {
            Operation.Negate => -x,
            Operation.Abs => AbsoluteValue(x),
            Operation.Power when exponent >= 0 => Power(x, exponent, bits),
            Operation.Power when x.ContainsZero || exponent == int.MinValue => null,
            Operation.Power => Reciprocal(Power(x, -exponent, bits)),
            Operation.Sqrt when x.Lower.Sign >= 0 => Increasing(x, v => PreciseExponential.Sqrt(v, bits)),
            Operation.Exp => Increasing(x, v => PreciseExponential.Exp(v, bits)),
            Operation.Log when x.Lower.Sign > 0 => Increasing(x, v => PreciseExponential.Log(v, bits)),
            Operation.Sin => PreciseTrigonometric.SineAndCosine(x, bits).Sine,
            Operation.Cos => PreciseTrigonometric.SineAndCosine(x, bits).Cosine,
            Operation.Tan when PreciseTrigonometric.SineAndCosine(x, bits) is var (sine, cosine) && !cosine.ContainsZero => sine / cosine,
            Operation.Atan => Increasing(x, v => PreciseTrigonometric.Atan(v, bits)),
            Operation.Asin when x.Magnitude <= 1 => Increasing(x, v => Arcsine(v, bits)),
            Operation.Acos when x.Magnitude <= 1 => (Pi(bits) / 2) - Increasing(x, v => Arcsine(v, bits)),
            Operation.Sinh => Increasing(x, v => Difference(PreciseExponential.Exp(v, bits), PreciseExponential.Exp(-v, bits))),
            Operation.Cosh => Increasing(AbsoluteValue(x), v => Mean(PreciseExponential.Exp(v, bits), PreciseExponential.Exp(-v, bits))),
            Operation.Tanh => Increasing(x, v => PreciseExponential.Exp(2 * v, bits) is { } e ? 1 - (2 / (e + 1)) : null),
            Operation.Asinh => Increasing(x, v => v.Sign < 0 ? -ArsinhOfPositive(-v, bits) : ArsinhOfPositive(v, bits)),
            Operation.Acosh when x.Lower >= 1 => Increasing(
                x, v => LogOver(v + PreciseExponential.Sqrt((v * v) - 1, bits), bits)),
            Operation.Atanh when x.Magnitude < 1 => Increasing(x, v => PreciseExponential.Log((1 + v) / (1 - v), bits) / 2),
            Operation.Cbrt => Increasing(x, v => v.Sign < 0 ? -CubeRootOfPositive(-v, bits) : CubeRootOfPositive(v, bits)),
            _ => null,
        };
        return value?.RoundOutward(bits);
    }

    /// <summary>An operation of two operands.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    /// <param name="bits">From 1 to 1024.</param>
    public static RationalInterval? Binary(Operation operation, RationalInterval x, RationalInterval y, int bits)
    {
        RationalInterval? value = operation switch
        {
            Operation.Add => x + y,
            Operation.Subtract => x - y,
            Operation.Multiply => x * y,
            Operation.Divide when !y.ContainsZero => x / y,
            Operation.Min => new(Rational.Min(x.Lower, y.Lower), Rational.Min(x.Upper, y.Upper)),
            Operation.Max => new(Rational.Max(x.Lower, y.Lower), Rational.Max(x.Upper, y.Upper)),
            Operation.RealPower when x.Lower.Sign > 0 && Unary(Operation.Log, 0, x, bits) is { } logarithm =>
                (y * logarithm).RoundOutward(bits) is { } exponent ? Unary(Operation.Exp, 0, exponent, bits) : null,
            _ => null,
        };
        return value?.RoundOutward(bits);
    }

    // From the values at the ends.
    private static RationalInterval? Increasing(RationalInterval x, Func<Rational, RationalInterval?> at) =>
        at(x.Lower) is not { } lower ? null
        : x.Lower == x.Upper ? lower
        : at(x.Upper) is { } upper ? new(lower.Lower, upper.Upper) : null;

    private static RationalInterval AbsoluteValue(RationalInterval x) =>
        x.Lower.Sign >= 0 ? x : x.Upper.Sign <= 0 ? -x : new(0, x.Magnitude);

    // An even power is one of the absolute value, and an odd one increases.
    private static RationalInterval? Power(RationalInterval x, int n, int bits) =>
        Increasing(n % 2 == 0 ? AbsoluteValue(x) : x, v => PowerOf(v, n, bits));

    // By squaring.
    private static RationalInterval? PowerOf(Rational v, int n, int bits)
    {
        RationalInterval? square = RationalInterval.Point(v), product = RationalInterval.Point(1);
        for (; n > 0 && product is not null && square is not null; n >>= 1)
        {
            product = n % 2 != 0 ? (product * square)?.RoundOutward(bits) : product;
            square = n > 1 ? (square * square)?.RoundOutward(bits) : square;
        }

        return square is null ? null : product;
    }

    private static RationalInterval? Reciprocal(RationalInterval? x) => x is { ContainsZero: false } value ? 1 / value : null;

    private static RationalInterval? Difference(RationalInterval? a, RationalInterval? b) => (a - b) / 2;

    private static RationalInterval? Mean(RationalInterval? a, RationalInterval? b) => (a + b) / 2;

    private static RationalInterval LogOver(RationalInterval x, int bits) =>
        new(PreciseExponential.Log(x.Lower, bits).Lower, PreciseExponential.Log(x.Upper, bits).Upper);

    // Of v >= 0; the sum is at least 1.
    private static RationalInterval ArsinhOfPositive(Rational v, int bits) =>
        LogOver(v + PreciseExponential.Sqrt((v * v) + 1, bits), bits);

    private static RationalInterval? CubeRootOfPositive(Rational v, int bits) => v.Sign == 0
        ? RationalInterval.Point(0)
        : (PreciseExponential.Log(v, bits) / 3).RoundOutward(bits) is { } third ? Unary(Operation.Exp, 0, third, bits) : null;

    // arctan(v / sqrt(1 - v^2)) for |v| < 1.
    private static RationalInterval Arcsine(Rational v, int bits)
    {
        if (Rational.Abs(v) == Rational.One)
        {
            return Pi(bits) / 2 * v;
        }

        RationalInterval tangent = v / PreciseExponential.Sqrt(1 - (v * v), bits);
        return new(PreciseTrigonometric.Atan(tangent.Lower, bits).Lower, PreciseTrigonometric.Atan(tangent.Upper, bits).Upper);
    }
}
