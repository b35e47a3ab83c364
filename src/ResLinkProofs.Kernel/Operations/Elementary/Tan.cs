using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>Tangent, in radians; undefined at odd multiples of pi/2.</summary>
internal sealed class Tan : UnaryOperator
{
    private const double BelowHalfPi = 1.5707963267948966;

    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => Interval.Tan(operand).IsBounded;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Tan(operand);

    public override double Derivative(double operand, double value) => 1 + (value * value);

    private protected override Interval Image(Interval x) => Interval.Tan(x);

    private protected override Interval Quotients(Interval x, Interval value) => 1 + Interval.Square(value);

    private protected override Interval SecondDerivative(Interval x, Interval value) => 2 * value * (1 + Interval.Square(value));

    private protected override Interval Inverse(Interval x, Interval z) =>
        x.Lower >= -BelowHalfPi && x.Upper <= BelowHalfPi ? x.Intersect(Interval.Atan(z)) : x;
}
