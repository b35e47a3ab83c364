using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Inverse images: what the result of an operation tells about its operands. Everything here encloses outward.</summary>
internal static class OperationInverses
{
    private const double BelowHalfPi = 1.5707963267948966, BelowPi = 3.141592653589793;

    private static Interval NonNegative => new(0, double.PositiveInfinity);

    /// <summary>A superset of { x in <paramref name="x"/> : f(x) in <paramref name="z"/> }; empty when there is no such x.</summary>
    /// <param name="step">The instruction of an operation of one operand.</param>
    /// <param name="x">The operand. Where the operation may be undefined on it, it is returned as it is.</param>
    /// <param name="z">The values.</param>
    public static Interval Unary(in Instruction step, Interval x, Interval z)
    {
        if (!IntervalEvaluation.IsDefined(step.Operation, x, step.Exponent))
        {
            return x;
        }

        switch (step.Operation)
        {
            case Operation.Negate:
                return x.Intersect(-z);
            case Operation.Abs:
                return Mirrored(x, z.Intersect(NonNegative));
            case Operation.Power:
                return Power(x, z, step.Exponent);
            case Operation.Sqrt:
                return x.Intersect(Interval.Square(z.Intersect(NonNegative)));
            case Operation.Exp:
                return x.Intersect(Interval.Log(z));
            case Operation.Log:
                return x.Intersect(Interval.Exp(z));
            case Operation.Atan:
                return Atan(x, z);
            case Operation.Sin when x.Lower >= -BelowHalfPi && x.Upper <= BelowHalfPi:
                return x.Intersect(Interval.Asin(z));
            case Operation.Cos when x.Lower >= 0 && x.Upper <= BelowPi:
                return x.Intersect(Interval.Acos(z));
            case Operation.Tan when x.Lower >= -BelowHalfPi && x.Upper <= BelowHalfPi:
                return x.Intersect(Interval.Atan(z));
            case Operation.Asin:
                return x.Intersect(Interval.Sin(z));
            case Operation.Acos:
                return x.Intersect(Interval.Cos(z));
            default:
                return x;
        }
    }

    /// <summary>A superset of { x in <paramref name="x"/> : x y in <paramref name="z"/> for some y in <paramref name="y"/> }.</summary>
    /// <param name="x">The factor to be narrowed.</param>
    /// <param name="y">The other factor.</param>
    /// <param name="z">The products.</param>
    public static Interval Factor(Interval x, Interval y, Interval z)
    {
        (Interval first, Interval second) = Interval.DivideExtended(z, y);
        return x.Intersect(first).Hull(x.Intersect(second));
    }

    private static Interval Mirrored(Interval x, Interval magnitude) => x.Intersect(magnitude).Hull(x.Intersect(-magnitude));

    private static Interval Power(Interval x, Interval z, int exponent)
    {
        if (exponent == 0 || exponent == int.MinValue)
        {
            return x;
        }

        if (exponent < 0)
        {
            // x^n = z with n < 0 means x^-n = 1/z; zero is no value of the left side.
            (Interval first, Interval second) = Interval.DivideExtended(1, z);
            return Power(x, first.Hull(second), -exponent);
        }

        if ((exponent & 1) == 0)
        {
            return Mirrored(x, Root(z.Intersect(NonNegative), exponent));
        }

        Interval positive = Root(z.Intersect(NonNegative), exponent);
        Interval negative = -Root((-z).Intersect(NonNegative), exponent);
        return x.Intersect(positive.Hull(negative));
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

    private static Interval Atan(Interval x, Interval z)
    {
        if (z.Upper < -BelowHalfPi || z.Lower > BelowHalfPi)
        {
            return z.Upper < -2 || z.Lower > 2 ? Interval.Empty : x;
        }

        double lower = z.Lower >= -BelowHalfPi ? Interval.Tan(Interval.Point(z.Lower)).Lower : double.NegativeInfinity;
        double upper = z.Upper <= BelowHalfPi ? Interval.Tan(Interval.Point(z.Upper)).Upper : double.PositiveInfinity;
        return x.Intersect(new Interval(lower, upper));
    }
}
