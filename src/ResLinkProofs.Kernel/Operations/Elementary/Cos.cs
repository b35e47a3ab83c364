using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>Cosine, in radians.</summary>
internal sealed class Cos : UnaryOperator
{
    private const double BelowPi = 3.141592653589793;

    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.One : null;

    public override double Approximate(double operand) => Math.Cos(operand);

    public override double Derivative(double operand, double value) => -Math.Sin(operand);

    private protected override Interval Image(Interval x) => Interval.Cos(x);

    private protected override Interval Quotients(Interval x, Interval value) => -Interval.Sin(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => -value;

    private protected override Interval Inverse(Interval x, Interval z) =>
        x.Lower >= 0 && x.Upper <= BelowPi ? x.Intersect(Interval.Acos(z)) : x;
}
