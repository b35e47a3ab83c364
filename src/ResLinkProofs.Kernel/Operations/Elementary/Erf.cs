using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x, in (-1, 1).</summary>
internal sealed class Erf : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => MidpointAt(operand, Interval.Erf);

    public override double Derivative(double operand, double value) => 1.1283791670955126 * Math.Exp(-operand * operand);

    private protected override Interval Image(Interval x) => Interval.Erf(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.ErfDerivative(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => -2 * x * Interval.ErfDerivative(x);

    private protected override Interval Inverse(Interval x, Interval z) => x;
}
