using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The hyperbolic cosine.</summary>
internal sealed class Cosh : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.One : null;

    public override double Approximate(double operand) => Math.Cosh(operand);

    public override double Derivative(double operand, double value) => Math.Sinh(operand);

    private protected override Interval Image(Interval x) => Interval.Cosh(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Sinh(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => value;

    private protected override Interval Inverse(Interval x, Interval z)
    {
        Interval magnitude = Interval.Acosh(z);
        return x.Intersect(magnitude).Hull(x.Intersect(-magnitude));
    }
}
