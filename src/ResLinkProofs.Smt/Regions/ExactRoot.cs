using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Regions;

/// <summary>Roots of squares of rationals.</summary>
internal static class ExactRoot
{
    /// <summary>The nonnegative root of a number, or null where it is not rational.</summary>
    /// <param name="value">Any rational.</param>
    public static Rational? Of(Rational value) =>
        value.Sign >= 0 && Of(value.Numerator) is { } numerator && Of(value.Denominator) is { } denominator
            ? new Rational(numerator, denominator)
            : null;

    private static BigInteger? Of(BigInteger value)
    {
        if (value.IsZero)
        {
            return value;
        }

        // Newton's iteration from above decreases until it reaches the integer part of the root.
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root * root == value ? root : null;
            }

            root = next;
        }
    }
}
