using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>-x.</summary>
internal sealed class Negate : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => -operand;

    public override double Approximate(double operand) => -operand;

    public override double Derivative(double operand, double value) => -1;

    public override Formula Domain(Term operand) => Formula.True;

    public override Formula DifferentiableDomain(Term operand) => Formula.True;

    public override Term? DerivativeTerm(Term operand) => Term.Literal(-1);

    private protected override Interval Image(Interval x) => -x;

    private protected override Interval Quotients(Interval x, Interval value) => -1;

    private protected override Interval SecondDerivative(Interval x, Interval value) => 0;

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(-z);
}
