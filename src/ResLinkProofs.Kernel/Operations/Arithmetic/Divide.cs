using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>x / y, undefined where y is zero.</summary>
internal sealed class Divide : BinaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval left, Interval right) => !right.Contains(0.0);

    public override Rational? Exact(Rational left, Rational right) => right.Sign == 0 ? null : left / right;

    public override double Approximate(double left, double right) => right == 0 ? double.NaN : left / right;

    public override (double Left, double Right) Derivative(double left, double right, double value) => (1 / right, -value / right);

    public override Formula Domain(Term left, Term right) => right.NotEqualTo(0);

    public override Formula DifferentiableDomain(Term left, Term right) => right.NotEqualTo(0);

    public override (Term Left, Term Right)? DerivativeTerms(Term left, Term right) => (1 / right, -left / Term.Square(right));

    private protected override Interval Image(Interval x, Interval y) => x / y;

    // u1/u2 - v1/v2 = (u1 - v1)/u2 - (v1/v2)(u2 - v2)/u2
    private protected override (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value) =>
        (Interval.Reciprocal(y), -(value / y));

    private protected override BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value)
    {
        Interval square = Interval.Square(y);
        return new(0, -Interval.Reciprocal(square), 2 * value / square);
    }

    private protected override Interval InverseLeft(Interval x, Interval y, Interval z) => z * y;

    // y z = x
    private protected override Interval InverseRight(Interval x, Interval y, Interval z) => Multiply.Factor(y, z, x);
}
