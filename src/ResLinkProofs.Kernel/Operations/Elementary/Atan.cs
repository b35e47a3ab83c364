using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The inverse tangent, in (-pi/2, pi/2).</summary>
internal sealed class Atan : UnaryOperator
{
    private const double BelowHalfPi = 1.5707963267948966;

    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => operand.Sign == 0 ? Rational.Zero : null;

    public override double Approximate(double operand) => Math.Atan(operand);

    public override double Derivative(double operand, double value) => 1 / (1 + (operand * operand));

    public override Formula Domain(Term operand) => Formula.True;

    public override Formula DifferentiableDomain(Term operand) => Formula.True;

    public override Term? DerivativeTerm(Term operand) => 1 / (1 + Term.Square(operand));

    private protected override Interval Image(Interval x) => Interval.Atan(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(1 + Interval.Square(x));

    private protected override Interval SecondDerivative(Interval x, Interval value) => -2 * x / Interval.Square(1 + Interval.Square(x));

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Angles(z));

    // The tangents of the angles in z; nothing is concluded from angles whose distance from pi/2 doubles cannot tell.
    private static Interval Angles(Interval z)
    {
        if (z.Upper < -BelowHalfPi || z.Lower > BelowHalfPi)
        {
            return z.Upper < -2 || z.Lower > 2 ? Interval.Empty : Interval.Entire;
        }

        double lower = z.Lower >= -BelowHalfPi ? Interval.Tan(Interval.Point(z.Lower)).Lower : double.NegativeInfinity;
        double upper = z.Upper <= BelowHalfPi ? Interval.Tan(Interval.Point(z.Upper)).Upper : double.PositiveInfinity;
        return new Interval(lower, upper);
    }
}
