using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>The first of two operands.</summary>
internal sealed class Argument : BinaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval left, Interval right) => true;

    public override Rational? Exact(Rational left, Rational right) => left;

    public override double Approximate(double left, double right) => left;

    public override (double Left, double Right) Derivative(double left, double right, double value) => (1, 0);

    private protected override Interval Image(Interval x, Interval y) => x;

    private protected override (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value) => (1, 0);

    private protected override BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value) => new(0, 0, 0);

    private protected override Interval InverseLeft(Interval x, Interval y, Interval z) => z;

    private protected override Interval InverseRight(Interval x, Interval y, Interval z) => y;
}
