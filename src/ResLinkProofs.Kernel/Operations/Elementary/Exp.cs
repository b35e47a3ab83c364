using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The exponential function.</summary>
internal sealed class Exp : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.One : null;

    public override double Approximate(double operand) => Math.Exp(operand);

    public override double Derivative(double operand, double value) => value;

    public override Formula Domain(Term operand) => Formula.True;

    public override Formula DifferentiableDomain(Term operand) => Formula.True;

    public override Term? DerivativeTerm(Term operand) => Term.Exp(operand);

    private protected override Interval Image(Interval x) => Interval.Exp(x);

    private protected override Interval Quotients(Interval x, Interval value) => value;

    private protected override Interval SecondDerivative(Interval x, Interval value) => value;

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Log(z));
}
