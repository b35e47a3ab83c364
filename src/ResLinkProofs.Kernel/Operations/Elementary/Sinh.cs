using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The hyperbolic sine.</summary>
internal sealed class Sinh : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Sinh(operand);

    public override double Derivative(double operand, double value) => Math.Cosh(operand);

    private protected override Interval Image(Interval x) => Interval.Sinh(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Cosh(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => value;

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Asinh(z));
}
