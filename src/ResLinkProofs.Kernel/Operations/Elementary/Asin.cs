using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The inverse sine, in [-pi/2, pi/2]; undefined outside [-1, 1].</summary>
internal sealed class Asin : UnaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => operand.Lower >= -1 && operand.Upper <= 1;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Asin(operand);

    public override double Derivative(double operand, double value) => 1 / Math.Sqrt((1 - operand) * (1 + operand));

    public override Formula Domain(Term operand) => (operand >= -1) & (operand <= 1);

    public override Formula DifferentiableDomain(Term operand) => (operand > -1) & (operand < 1);

    public override Term? DerivativeTerm(Term operand) => 1 / Term.Sqrt((1 - operand) * (1 + operand));

    private protected override Interval Image(Interval x) => Interval.Asin(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(Cathetus(x));

    private protected override Interval SecondDerivative(Interval x, Interval value) => x / Interval.Pow(Cathetus(x), 3);

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Sin(z));

    // sqrt(1 - x^2), never negative.
    private static Interval Cathetus(Interval x) => Interval.Sqrt(1 - Interval.Square(x));
}
