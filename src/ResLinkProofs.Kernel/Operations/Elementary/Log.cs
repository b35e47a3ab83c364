using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The natural logarithm; undefined for operands that are not positive.</summary>
internal sealed class Log : UnaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => operand.Lower > 0;

    public override Rational? Exact(Rational operand) => operand == Rational.One ? Rational.Zero : null;

    public override double Approximate(double operand) => operand > 0 ? Math.Log(operand) : double.NaN;

    public override double Derivative(double operand, double value) => 1 / operand;

    public override Formula Domain(Term operand) => operand > 0;

    public override Formula DifferentiableDomain(Term operand) => operand > 0;

    public override Term? DerivativeTerm(Term operand) => 1 / operand;

    private protected override Interval Image(Interval x) => Interval.Log(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => -Interval.Reciprocal(Interval.Square(x));

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Exp(z));
}
