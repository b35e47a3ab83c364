using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Elementary;

/// <summary>The real cube root, negative for negative operands; its slope at zero is infinite.</summary>
internal sealed class Cbrt : UnaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval operand) => true;

    public override Rational? Exact(Rational operand) => Root(operand);

    public override double Approximate(double operand) => Math.Cbrt(operand);

    public override double Derivative(double operand, double value) => 1 / (3 * value * value);

    private protected override Interval Image(Interval x) => Interval.Cbrt(x);

    // With a and b the roots of two points, their quotient is 1 / (a^2 + ab + b^2), which is at least
    // 1/3 of the larger square: that of zero too.
    private protected override Interval Quotients(Interval x, Interval value) => Interval.Reciprocal(3 * Interval.Square(value));

    private protected override Interval SecondDerivative(Interval x, Interval value) => Interval.Point(-2) / (9 * Interval.Pow(value, 5));

    private protected override Interval Inverse(Interval x, Interval z) => x.Intersect(Interval.Pow(z, 3));

    private static Rational? Root(Rational x) => Root(x.Numerator) is { } p && Root(x.Denominator) is { } q ? new Rational(p, q) : null;

    private static BigInteger? Root(BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }

        // Newton's iteration from above decreases until it reaches the integer part of the root.
        BigInteger magnitude = BigInteger.Abs(n), root = BigInteger.One << (int)((magnitude.GetBitLength() + 2) / 3);
        while (true)
        {
            BigInteger next = ((2 * root) + (magnitude / (root * root))) / 3;
            if (next >= root)
            {
                return root * root * root == magnitude ? n.Sign * root : null;
            }

            root = next;
        }
    }
}
