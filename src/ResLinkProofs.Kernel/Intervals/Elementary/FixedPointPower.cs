using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>Integer powers of one positive double with significands cut to a fixed number of bits, in both directions.</summary>
internal static class FixedPointPower
{
    /// <summary>x^n for finite x > 0 and n >= 1, or its reciprocal.</summary>
    /// <remarks>
    /// A power that is a double has an odd part of at most 53 bits, and so have all lower powers of x: with 192 bits and more nothing of it
    /// is cut off, and it comes out exact. Any other power is enclosed ever more tightly.
    /// </remarks>
    internal static Endpoints Power(double x, long n, bool reciprocal)
    {
        Endpoints result = default;
        foreach (int bits in (ReadOnlySpan<int>)[192, 384, 768])
        {
            result = Power(x, n, reciprocal, bits);
            if (result.IsTight)
                break;
        }

        return result;
    }

    private static Endpoints Power(double x, long n, bool reciprocal, int bits)
    {
        (_, long magnitude, int exponent) = BinaryRounding.Split(x);
        int trailing = BitOperations.TrailingZeroCount(magnitude);
        Scaled square = new(magnitude >> trailing, magnitude >> trailing, exponent + trailing), product = new(1, 1, 0);
        for (; ; )
        {
            if ((n & 1) != 0)
                product = Multiply(product, square, bits);
            n >>= 1;
            if (n == 0)
                break;
            square = Multiply(square, square, bits);
        }

        if (reciprocal)
        {
            // Exact for a power of two, which is stored as 1 times a power of two.
            BigInteger one = BigInteger.One << (2 * bits);
            BigInteger lower = one / product.Upper, upper = BigInteger.Divide(one + product.Lower - 1, product.Lower);
            product = new(lower, upper, -product.Exponent - (2 * bits));
        }

        return new(
            BinaryRounding.Round(product.Lower, product.Exponent, sticky: false, MagnitudeRounding.TowardZero),
            BinaryRounding.Round(product.Upper, product.Exponent, sticky: false, MagnitudeRounding.AwayFromZero));
    }

    private static Scaled Multiply(Scaled a, Scaled b, int bits)
    {
        BigInteger lower = a.Lower * b.Lower, upper = a.Upper * b.Upper;
        int cut = (int)lower.GetBitLength() - bits;
        if (cut <= 0)
            return new(lower, upper, a.Exponent + b.Exponent);
        return new(lower >> cut, -(-upper >> cut), a.Exponent + b.Exponent + cut);
    }

    /// <summary>A number in [Lower, Upper] * 2^Exponent.</summary>
    private readonly record struct Scaled(BigInteger Lower, BigInteger Upper, long Exponent);
}
