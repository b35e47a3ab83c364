using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

public sealed partial class Term
{
    /// <summary>Sum.</summary>
    public static Term operator +(Term left, Term right)
    {
        if (left.IsZero)
        {
            return right;
        }

        if (right.IsZero)
        {
            return left;
        }

        return BothLiteral(left, right) ? Literal(left.Value + right.Value) : Binary(Operation.Add, left, right);
    }

    /// <summary>Difference.</summary>
    public static Term operator -(Term left, Term right)
    {
        if (right.IsZero)
        {
            return left;
        }

        if (left.IsZero)
        {
            return -right;
        }

        return BothLiteral(left, right) ? Literal(left.Value - right.Value) : Binary(Operation.Subtract, left, right);
    }

    /// <summary>Product.</summary>
    public static Term operator *(Term left, Term right)
    {
        if (left.IsOne || (right.IsZero && left.IsTotal))
        {
            return right;
        }

        if (right.IsOne || (left.IsZero && right.IsTotal))
        {
            return left;
        }

        return BothLiteral(left, right) ? Literal(left.Value * right.Value) : Binary(Operation.Multiply, left, right);
    }

    /// <summary>Quotient.</summary>
    public static Term operator /(Term left, Term right)
    {
        if (right.IsOne)
        {
            return left;
        }

        return BothLiteral(left, right) && right.Value.Sign != 0
            ? Literal(left.Value / right.Value)
            : Binary(Operation.Divide, left, right);
    }

    /// <summary>Additive inverse.</summary>
    public static Term operator -(Term operand) => operand.Operation switch
    {
        Operation.Literal => Literal(-operand.Value),
        Operation.Negate => operand.Left!,
        _ => Function(Operation.Negate, operand),
    };

    /// <summary>The smaller of two terms.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term.</param>
    public static Term Min(Term left, Term right) =>
        BothLiteral(left, right) ? Literal(Rational.Min(left.Value, right.Value)) : Binary(Operation.Min, left, right);

    /// <summary>The larger of two terms.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term.</param>
    public static Term Max(Term left, Term right) =>
        BothLiteral(left, right) ? Literal(Rational.Max(left.Value, right.Value)) : Binary(Operation.Max, left, right);

    /// <summary>Absolute value.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Abs(Term operand) =>
        operand.Operation == Operation.Literal
            ? Literal(operand.Value.Sign < 0 ? -operand.Value : operand.Value)
            : Function(Operation.Abs, operand);

    /// <summary>Integer power; the zeroth power is 1 where the base is defined.</summary>
    /// <param name="operand">The base.</param>
    /// <param name="exponent">Any integer of magnitude at most 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is out of range.</exception>
    public static Term Pow(Term operand, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponent, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(exponent, -1_000_000);
        const int FoldingLimit = 64; // larger powers of literals stay symbolic, so that a hostile file cannot fill the memory
        return exponent switch
        {
            1 => operand,
            0 when operand.IsTotal => One,
            _ when operand.Operation == Operation.Literal && Math.Abs(exponent) <= FoldingLimit && (exponent > 0 || operand.Value.Sign != 0)
                => Literal(Rational.Pow(operand.Value, exponent)),
            _ => new(Operation.Power, operand, null, default, null, exponent),
        };
    }

    /// <summary>
    /// Power with any exponent: exp(y log x) for a positive base, 0 for the base zero and a positive exponent, undefined elsewhere.
    /// An integer literal as exponent makes it the integer power, which has negative bases too, and whose zeroth power is 1.
    /// </summary>
    /// <param name="operand">The base.</param>
    /// <param name="exponent">Any term.</param>
    public static Term Pow(Term operand, Term exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        return exponent.Operation == Operation.Literal && exponent.Value.IsInteger && Rational.Abs(exponent.Value) <= 1_000_000
            ? Pow(operand, (int)exponent.Value.Numerator)
            : Binary(Operation.RealPower, operand, exponent);
    }

    /// <summary>Square.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Square(Term operand) => Pow(operand, 2);

    /// <summary>Sum of any number of terms, from left to right; zero for none.</summary>
    /// <param name="terms">The summands.</param>
    public static Term Sum(IEnumerable<Term> terms) => terms.Aggregate(Zero, (sum, term) => sum + term);

    private static bool BothLiteral(Term left, Term right) => left.Operation == Operation.Literal && right.Operation == Operation.Literal;

    private static Term Binary(Operation operation, Term left, Term right) => new(operation, left, right, default, null, 0);
}
