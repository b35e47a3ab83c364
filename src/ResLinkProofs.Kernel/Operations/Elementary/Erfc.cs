using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The complementary error function 1 - erf x, in (0, 2), with its relative accuracy in the tail.</summary>
internal sealed class Erfc : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.One : null;

    public override double Approximate(double operand) => MidpointAt(operand, Interval.Erfc);

    public override double Derivative(double operand, double value) => -1.1283791670955126 * Math.Exp(-operand * operand);

    private protected override Interval Image(Interval x) => Interval.Erfc(x);

    private protected override Interval Quotients(Interval x, Interval value) => -Interval.ErfDerivative(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => 2 * x * Interval.ErfDerivative(x);

    private protected override Interval Inverse(Interval x, Interval z) => x;
}
