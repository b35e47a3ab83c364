using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Entire;

/// <summary>(arcsin x - x) / x^3, 1/6 at zero; undefined outside [-1, 1].</summary>
internal sealed class ArcsineDefect : UnaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => operand.Lower >= -1 && operand.Upper <= 1;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? new Rational(1, 6) : null;

    public override double Approximate(double operand) => Math.Abs(operand) < 0.1
        ? Series(operand * operand)
        : (Math.Asin(operand) - operand) / (operand * operand * operand);

    public override double Derivative(double operand, double value) => MidpointAt(operand, Interval.ArcsineDefectDerivative);

    private protected override Interval Image(Interval x) => Interval.ArcsineDefect(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.ArcsineDefectDerivative(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => Interval.Entire;

    private protected override Interval Inverse(Interval x, Interval z) => x;

    private static double Series(double q) =>
        (1.0 / 6)
            + (q * ((3.0 / 40) + (q * ((15.0 / 336) + (q * ((105.0 / 3456) + (q * ((945.0 / 42_240) + (q * (10_395.0 / 599_040))))))))));
}
