using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// Enclosures of all difference quotients (f(u) - f(v)) / (u - v), u and v distinct points of an operand. Where f is
/// differentiable that is the range of its derivative (mean value theorem); at a kink it is the hull of the one-sided derivatives; where f
/// may be undefined or have an unbounded derivative it is a half line or the whole line, and still every quotient lies in it.
/// </summary>
/// <remarks>
/// For an operation g of two operands the pair (D1, D2) satisfies: for all operands there are d1 in D1 and d2 in D2 with
/// g(u1, u2) - g(v1, v2) = d1 (u1 - v1) + d2 (u2 - v2). Such pairs compose by the chain rule, whatever values are given to an
/// operation where it is undefined.
/// </remarks>
internal static class OperationSlopes
{
    /// <summary>The quotients of an operation of one operand.</summary>
    /// <param name="step">The instruction.</param>
    /// <param name="x">The operand.</param>
    /// <param name="value">The natural extension of the operation over <paramref name="x"/>.</param>
    public static Interval Unary(in Instruction step, Interval x, Interval value)
    {
        if (!IntervalEvaluation.IsDefined(step.Operation, x, step.Exponent))
        {
            return Interval.Entire;
        }

        Interval slope = step.Operation switch
        {
            Operation.Negate => -1,
            Operation.Abs => x.Lower >= 0 ? 1 : x.Upper <= 0 ? -1 : new Interval(-1, 1),
            Operation.Power => step.Exponent == 0 ? 0 : step.Exponent * Interval.Pow(x, step.Exponent - 1),
            Operation.Sqrt => Interval.Reciprocal(2 * value),
            Operation.Exp => value,
            Operation.Log => Interval.Reciprocal(x),
            Operation.Sin => Interval.Cos(x),
            Operation.Cos => -Interval.Sin(x),
            Operation.Tan => 1 + Interval.Square(value),
            Operation.Atan => Interval.Reciprocal(1 + Interval.Square(x)),
            Operation.Asin => Interval.Reciprocal(Cathetus(x)),
            Operation.Acos => -Interval.Reciprocal(Cathetus(x)),
            Operation.Sinc => Interval.SincDerivative(x),
            Operation.VersineQuotient => Interval.VersineQuotientDerivative(x),
            Operation.SineDefect => Interval.SineDefectDerivative(x),
            Operation.ArcsineDefect => Interval.ArcsineDefectDerivative(x),
            _ => Interval.Entire,
        };
        return slope.IsEmpty ? Interval.Entire : slope; // 1/0 at the end of a domain
    }

    /// <summary>The quotients of an operation of two operands.</summary>
    /// <param name="operation">Any binary operation.</param>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <param name="value">The natural extension of the operation.</param>
    public static (Interval Left, Interval Right) Binary(Operation operation, Interval x, Interval y, Interval value)
    {
        switch (operation)
        {
            case Operation.Add:
                return (1, 1);
            case Operation.Subtract:
                return (1, -1);
            case Operation.Multiply: // u1 u2 - v1 v2 = u2 (u1 - v1) + v1 (u2 - v2)
                return (y, x);
            case Operation.Divide when !y.Contains(0.0): // u1/u2 - v1/v2 = (u1 - v1)/u2 - (v1/v2)(u2 - v2)/u2
                return (Interval.Reciprocal(y), -(value / y));
            case Operation.Min:
                return Selection(x.Upper <= y.Lower, y.Upper <= x.Lower);
            case Operation.Max:
                return Selection(y.Upper <= x.Lower, x.Upper <= y.Lower);
            default:
                return (Interval.Entire, Interval.Entire);
        }
    }

    /// <summary>sqrt(1 - x^2), never negative.</summary>
    /// <param name="x">An interval inside [-1, 1].</param>
    internal static Interval Cathetus(Interval x) => Interval.Sqrt(1 - Interval.Square(x));

    private static (Interval Left, Interval Right) Selection(bool left, bool right) =>
        left ? (1, 0) : right ? (0, 1) : (new Interval(0, 1), new Interval(0, 1));
}
