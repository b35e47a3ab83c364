using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Entire;

/// <summary>sin x / x, 1 at zero.</summary>
internal sealed class Sinc : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.One : null;

    public override double Approximate(double operand) => operand == 0 ? 1 : Math.Sin(operand) / operand;

    public override double Derivative(double operand, double value) => MidpointAt(operand, Interval.SincDerivative);

    public override Formula Domain(Term operand) => Formula.True;

    public override Formula DifferentiableDomain(Term operand) => Formula.True;

    public override Term? DerivativeTerm(Term operand) => null;

    private protected override Interval Image(Interval x) => Interval.Sinc(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.SincDerivative(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => Interval.SincSecondDerivative(x);

    private protected override Interval Inverse(Interval x, Interval z) => x;
}
