using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The inverse hyperbolic sine.</summary>
internal sealed class Asinh : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Asinh(operand);

    public override double Derivative(double operand, double value) => 1 / Math.Sqrt(1 + (operand * operand));

    private protected override Interval Image(Interval x) => Interval.Asinh(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(Hypotenuse(x));

    private protected override Interval SecondDerivative(Interval x, Interval value) => -x / Interval.Pow(Hypotenuse(x), 3);

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Sinh(z));

    private static Interval Hypotenuse(Interval x) => Interval.Sqrt(1 + Interval.Square(x));
}
