using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The inverse hyperbolic tangent; undefined outside (-1, 1).</summary>
internal sealed class Atanh : UnaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => operand.Lower > -1 && operand.Upper < 1;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Atanh(operand);

    public override double Derivative(double operand, double value) => 1 / ((1 - operand) * (1 + operand));

    private protected override Interval Image(Interval x) => Interval.Atanh(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(1 - Interval.Square(x));

    private protected override Interval SecondDerivative(Interval x, Interval value) => 2 * x / Interval.Square(1 - Interval.Square(x));

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Tanh(z));
}
