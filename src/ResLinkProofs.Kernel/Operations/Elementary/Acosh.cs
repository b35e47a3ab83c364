using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The inverse hyperbolic cosine, nonnegative; undefined below 1, with an infinite slope there.</summary>
internal sealed class Acosh : UnaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => operand.Lower >= 1;

    public override Rational? Exact(Rational operand) => operand == Rational.One ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Acosh(operand);

    public override double Derivative(double operand, double value) => 1 / Math.Sqrt((operand - 1) * (operand + 1));

    private protected override Interval Image(Interval x) => Interval.Acosh(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(Cathetus(x));

    private protected override Interval SecondDerivative(Interval x, Interval value) => -x / Interval.Pow(Cathetus(x), 3);

    private protected override Interval Inverse(Interval x, Interval z) =>
        x.Intersect(Interval.Cosh(z.Intersect(new Interval(0, double.PositiveInfinity))));

    // sqrt(x^2 - 1), never negative.
    private static Interval Cathetus(Interval x) => Interval.Sqrt((x - 1) * (x + 1));
}
