using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Entire;

/// <summary>(t - sin t) / t^3, 1/6 at zero.</summary>
internal sealed class SineDefect : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? new Rational(1, 6) : null;

    public override double Approximate(double operand) => Math.Abs(operand) < 0.5
        ? Series(operand * operand)
        : (operand - Math.Sin(operand)) / (operand * operand * operand);

    public override double Derivative(double operand, double value) => MidpointAt(operand, Interval.SineDefectDerivative);

    public override Formula Domain(Term operand) => Formula.True;

    public override Formula DifferentiableDomain(Term operand) => Formula.True;

    public override Term? DerivativeTerm(Term operand) => null;

    private protected override Interval Image(Interval x) => Interval.SineDefect(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.SineDefectDerivative(x);

    private protected override Interval SecondDerivative(Interval x, Interval value) => Interval.SineDefectSecondDerivative(x);

    private protected override Interval Inverse(Interval x, Interval z) => x;

    private static double Series(double q) =>
        (1.0 / 6) - (q * ((1.0 / 120) - (q * ((1.0 / 5040) - (q * ((1.0 / 362_880) - (q * ((1.0 / 39_916_800) - (q / 6_227_020_800)))))))));
}
