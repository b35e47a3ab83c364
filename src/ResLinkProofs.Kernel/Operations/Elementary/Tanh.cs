using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The hyperbolic tangent, in (-1, 1).</summary>
internal sealed class Tanh : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Tanh(operand);

    public override double Derivative(double operand, double value) => 1 / (Math.Cosh(operand) * Math.Cosh(operand));

    private protected override Interval Image(Interval x) => Interval.Tanh(x);

    private protected override Interval Quotients(Interval x, Interval value) => Slope(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => -2 * value * Slope(x);

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Atanh(z));

    // 1 / cosh^2: unlike 1 - tanh^2 it keeps its relative accuracy.
    private static Interval Slope(Interval x) => Interval.Reciprocal(Interval.Square(Interval.Cosh(x)));
}
