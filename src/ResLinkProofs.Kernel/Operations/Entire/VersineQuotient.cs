using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Entire;

/// <summary>(1 - cos t) / t^2, 1/2 at zero.</summary>
internal sealed class VersineQuotient : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? new Rational(1, 2) : null;

    public override double Approximate(double operand) =>
        0.5 * operand == 0 ? 0.5 : 0.5 * Square(Math.Sin(0.5 * operand) / (0.5 * operand));

    public override double Derivative(double operand, double value) => MidpointAt(operand, Interval.VersineQuotientDerivative);

    private protected override Interval Image(Interval x) => Interval.VersineQuotient(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.VersineQuotientDerivative(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => Interval.VersineQuotientSecondDerivative(x);

    private protected override Interval Inverse(Interval x, Interval z) => x;

    private static double Square(double x) => x * x;
}
