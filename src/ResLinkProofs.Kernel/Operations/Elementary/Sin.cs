using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>Sine, in radians.</summary>
internal sealed class Sin : UnaryOperator
{
    private const double BelowHalfPi = 1.5707963267948966;

    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Sin(operand);

    public override double Derivative(double operand, double value) => Math.Cos(operand);

    private protected override Interval Image(Interval x) => Interval.Sin(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Cos(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => -value;

    private protected override Interval Inverse(Interval x, Interval z) =>
        x.Lower >= -BelowHalfPi && x.Upper <= BelowHalfPi ? x.Intersect(Interval.Asin(z)) : x;
}
