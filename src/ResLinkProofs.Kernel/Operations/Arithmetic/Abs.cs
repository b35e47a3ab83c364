using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>|x|, with a kink at zero.</summary>
internal sealed class Abs : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => Rational.Abs(operand);

    public override double Approximate(double operand) => Math.Abs(operand);

    public override double Derivative(double operand, double value) => double.IsNaN(operand) ? double.NaN : Math.Sign(operand);

    private protected override Interval Image(Interval x) => Interval.Abs(x);

    private protected override Interval Quotients(Interval x, Interval value) =>
        Branch(x) is var sign and not 0 ? sign : new Interval(-1, 1);

    private protected override Interval SecondDerivative(Interval x, Interval value) => Branch(x) != 0 ? 0 : Interval.Entire;

    private protected override Interval Inverse(Interval x, Interval z)
    {
        Interval magnitude = z.Intersect(new Interval(0, double.PositiveInfinity));
        return x.Intersect(magnitude).Hull(x.Intersect(-magnitude));
    }

    // The sign that the operand has throughout, with zero at most at an end; 0 for none, and for the
    // operand [0, 0]: alone, the kink is no branch.
    private static int Branch(Interval x) => x is { Lower: 0, Upper: 0 } ? 0 : x.Lower >= 0 ? 1 : x.Upper <= 0 ? -1 : 0;
}
