using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Exact evaluation, where the value is rational and the operations are algebraic enough to see it.</summary>
public static class RationalEvaluation
{
    /// <summary>Fills every slot with its exact value, or null where the value is irrational, transcendental or undefined.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="point">One exact coordinate per variable of the tape.</param>
    public static Rational?[] Run(Tape tape, IReadOnlyList<Rational> point)
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(point);
        var slots = new Rational?[tape.Length];
        for (int k = 0; k < slots.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            slots[k] = step.Operation switch
            {
                Operation.Literal => tape.Literals[step.Left],
                Operation.Variable => point[step.Left],
                Operation.Pi => null,
                _ when slots[step.Left] is { } x => Term.IsBinary(step.Operation)
                    ? (slots[step.Right] is { } y ? Apply(step.Operation, x, y) : null)
                    : Apply(step.Operation, x, step.Exponent),
                _ => null,
            };
        }

        return slots;
    }

    private static Rational? Apply(Operation operation, Rational x, Rational y) => operation switch
    {
        Operation.Add => x + y,
        Operation.Subtract => x - y,
        Operation.Multiply => x * y,
        Operation.Divide => y.Sign == 0 ? null : x / y,
        Operation.Min => Rational.Min(x, y),
        Operation.Max => Rational.Max(x, y),
        _ => null,
    };

    private static Rational? Apply(Operation operation, Rational x, int exponent) => operation switch
    {
        Operation.Negate => -x,
        Operation.Abs => Rational.Abs(x),
        Operation.Power => exponent < 0 && x.Sign == 0 ? null : Rational.Pow(x, exponent),
        Operation.Sqrt => ExactRoot(x),
        Operation.Exp or Operation.Cos or Operation.Sinc => x.Sign == 0 ? Rational.One : null,
        Operation.Sin or Operation.Tan or Operation.Atan or Operation.Asin => x.Sign == 0 ? Rational.Zero : null,
        Operation.VersineQuotient => x.Sign == 0 ? new Rational(1, 2) : null,
        Operation.SineDefect or Operation.ArcsineDefect => x.Sign == 0 ? new Rational(1, 6) : null,
        Operation.Log or Operation.Acos => x == Rational.One ? Rational.Zero : null,
        _ => null,
    };

    private static Rational? ExactRoot(Rational x) =>
        x.Sign >= 0 && ExactRoot(x.Numerator) is { } p && ExactRoot(x.Denominator) is { } q ? new Rational(p, q) : null;

    private static System.Numerics.BigInteger? ExactRoot(System.Numerics.BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }

        // Newton's iteration from above decreases until it reaches the integer part of the root.
        var root = System.Numerics.BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (n / root)) >> 1;
            if (next >= root)
            {
                return root * root == n ? root : null;
            }

            root = next;
        }
    }
}
