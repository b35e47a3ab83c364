using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations.Arithmetic;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>x^y = exp(y log x) for x > 0, and 0 for x = 0 with y > 0; undefined elsewhere.</summary>
internal sealed class RealPower : BinaryOperator
{
    private const int LargestExactExponent = 64; // larger powers are enclosed, so that a hostile file cannot fill the memory

    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval left, Interval right) => left.Lower > 0 || (left.Lower >= 0 && right.Lower > 0);

    public override Rational? Exact(Rational left, Rational right)
    {
        if (left.Sign < 0 || (left.Sign == 0 && right.Sign <= 0))
        {
            return null;
        }

        return left.Sign == 0 || left == Rational.One ? left
            : right.IsInteger && Rational.Abs(right) <= LargestExactExponent ? Rational.Pow(left, (int)right.Numerator)
            : null;
    }

    public override double Approximate(double left, double right) =>
        left > 0 ? Math.Pow(left, right) : left == 0 && right > 0 ? 0 : double.NaN;

    public override (double Left, double Right) Derivative(double left, double right, double value) =>
        (right * Math.Pow(left, right - 1), left == 0 ? 0 : value * Math.Log(left));

    // From zero on it increases in x for every y > 0: the least value is 0, and the largest one is at the upper end of x.
    private protected override Interval Image(Interval x, Interval y) =>
        x.Lower > 0 ? Interval.Exp(y * Interval.Log(x))
        : x.Upper == 0 ? 0
        : double.IsInfinity(x.Upper) ? new Interval(0, double.PositiveInfinity)
        : Interval.Exp(y * Interval.Log(Interval.Point(x.Upper))).Hull(0);

    // u1^u2 - v1^v2 = (u1^u2 - v1^u2) + (v1^u2 - v1^v2). At a fixed exponent the mean value theorem asks for the derivative
    // between the bases only, where they are positive; at a fixed base v1 the derivative is v1^y log v1, and zero for v1 = 0.
    private protected override (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value)
    {
        if (x.Upper == 0)
        {
            return (Interval.Entire, 0); // the base does not move
        }

        Interval logarithm = Interval.Log(x);
        Interval left = y * Interval.Exp((y - 1) * logarithm);
        if (x.Lower > 0)
        {
            return (left, value * logarithm);
        }

        // x^y log x is least at x = e^(-1/y), where it is -1/(e y); 1/e < 0.3679.
        Interval least = Interval.Point(-0.3679) / Interval.Point(y.Lower);
        return (left, new Interval(least.Lower, logarithm.Upper <= 0 ? 0 : (value * logarithm).Upper));
    }

    private protected override BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value)
    {
        if (!(x.Lower > 0))
        {
            return BinaryCurvature.Unknown;
        }

        Interval logarithm = Interval.Log(x);
        return new(
            y * (y - 1) * Interval.Exp((y - 2) * logarithm),
            Interval.Exp((y - 1) * logarithm) * (1 + (y * logarithm)),
            value * Interval.Square(logarithm));
    }

    // y log x = log z. A base zero has the value zero, which has no logarithm: nothing is concluded there.
    private protected override Interval InverseLeft(Interval x, Interval y, Interval z) =>
        x.Lower > 0 ? Interval.Exp(Multiply.Factor(Interval.Log(x), y, Interval.Log(z))) : x;

    private protected override Interval InverseRight(Interval x, Interval y, Interval z) =>
        x.Lower > 0 ? Multiply.Factor(y, Interval.Log(x), Interval.Log(z)) : y;
}
