using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The nonnegative square root; undefined for negative operands.</summary>
internal sealed class Sqrt : UnaryOperator
{
    public override bool IsTotal => false;

    public override bool IsDefinedOn(Interval operand) => operand.Lower >= 0;

    public override Rational? Exact(Rational operand) => Root(operand);

    public override double Approximate(double operand) => Math.Sqrt(operand);

    public override double Derivative(double operand, double value) => 0.5 / value;

    private protected override Interval Image(Interval x) => Interval.Sqrt(x);

    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(2 * value);

    private protected override Interval SecondDerivative(Interval x, Interval value) => Interval.Point(-0.25) / (x * value);

    private protected override Interval Inverse(Interval x, Interval z) =>
        x.Intersect(Interval.Square(z.Intersect(new Interval(0, double.PositiveInfinity))));

    private static Rational? Root(Rational x) =>
        x.Sign >= 0 && Root(x.Numerator) is { } p && Root(x.Denominator) is { } q ? new Rational(p, q) : null;

    private static BigInteger? Root(BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }

        // Newton's iteration from above decreases until it reaches the integer part of the root.
        BigInteger root = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (n / root)) >> 1;
            if (next >= root)
            {
                return root * root == n ? root : null;
            }

            root = next;
        }
    }
}
