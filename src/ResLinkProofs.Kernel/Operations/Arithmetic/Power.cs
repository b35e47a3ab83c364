using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>x^n for a fixed integer n; undefined at zero when n is negative. x^0 is 1, at zero too.</summary>
internal sealed class Power(int exponent) : UnaryOperator
{
    public override bool IsTotal => exponent >= 0;

    public override bool IsDefinedOn(Interval operand) => exponent >= 0 || !operand.Contains(0.0);

    public override Rational? Exact(Rational operand) => exponent < 0 && operand.Sign == 0 ? null : Rational.Pow(operand, exponent);

    public override double Approximate(double operand) => Raise(operand, exponent);

    public override double Derivative(double operand, double value) => exponent == 0 ? 0 : exponent * Raise(operand, exponent - 1);

    private protected override Interval Image(Interval x) => Interval.Pow(x, exponent);

    private protected override Interval Quotients(Interval x, Interval value) =>
        exponent == 0 ? 0 : exponent * Interval.Pow(x, exponent - 1);

    private protected override Interval SecondDerivative(Interval x, Interval value) =>
        exponent is 0 or 1 ? 0 : Interval.Point((double)exponent * ((double)exponent - 1)) * Interval.Pow(x, exponent - 2);

    private protected override Interval Inverse(Interval x, Interval z) => Roots(x, z, exponent);

    private static Interval Roots(Interval x, Interval z, int n)
    {
        if (n == 0 || n == int.MinValue)
        {
            return x;
        }

        if (n < 0)
        {
            // x^n = z with n < 0 means x^-n = 1/z; zero is no value of the left side.
            (Interval first, Interval second) = Interval.DivideExtended(1, z);
            return Roots(x, first.Hull(second), -n);
        }

        var nonNegative = new Interval(0, double.PositiveInfinity);
        Interval positive = Root(z.Intersect(nonNegative), n);
        return (n & 1) == 0
            ? x.Intersect(positive).Hull(x.Intersect(-positive))
            : x.Intersect(positive.Hull(-Root((-z).Intersect(nonNegative), n)));
    }

    // The n-th roots of a non-negative interval, n >= 1.
    private static Interval Root(Interval z, int n)
    {
        if (z.IsEmpty || n == 1)
        {
            return z;
        }

        if (n == 2)
        {
            return Interval.Sqrt(z);
        }

        if (z.Upper == 0)
        {
            return Interval.Zero;
        }

        Interval root = Interval.Exp(Interval.Log(z) / n);
        return z.Lower == 0 ? new Interval(0, root.Upper) : root;
    }

    // By repeated squaring; NaN for zero to a negative power.
    private static double Raise(double x, int n)
    {
        if (n < 0)
        {
            return x == 0 ? double.NaN : 1 / Raise(x, -n);
        }

        double result = 1;
        for (double square = x; n > 0; n >>= 1, square *= square)
        {
            if ((n & 1) != 0)
            {
                result *= square;
            }
        }

        return result;
    }
}
