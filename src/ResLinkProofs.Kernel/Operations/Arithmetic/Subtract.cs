using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>x - y.</summary>
internal sealed class Subtract : BinaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval left, Interval right) => true;

    public override Rational? Exact(Rational left, Rational right) => left - right;

    public override double Approximate(double left, double right) => left - right;

    public override (double Left, double Right) Derivative(double left, double right, double value) => (1, -1);

    public override Formula Domain(Term left, Term right) => Formula.True;

    public override Formula DifferentiableDomain(Term left, Term right) => Formula.True;

    public override (Term Left, Term Right)? DerivativeTerms(Term left, Term right) => (Term.One, Term.Literal(-1));

    private protected override Interval Image(Interval x, Interval y) => x - y;

    private protected override (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value) => (1, -1);

    private protected override BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value) => new(0, 0, 0);

    private protected override Interval InverseLeft(Interval x, Interval y, Interval z) => z + y;

    private protected override Interval InverseRight(Interval x, Interval y, Interval z) => x - z;
}
