using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>Values of functions at constants, exactly: roots and logarithms of rational numbers by their prime factors, sine and cosine of multiples of pi.</summary>
internal static class ConstantLaws
{
    private const int LargestPrime = 1000;
    private const int LargestBits = 256;

    /// <summary>The square root of a rational number: a rational multiple of the root of an integer without small square factors.</summary>
    /// <param name="value">A number that is not negative.</param>
    /// <param name="values">Where the root that is left is known.</param>
    /// <param name="arithmetic">The arithmetic.</param>
    public static Polynomial? Root(Rational value, Indeterminates values, PolynomialArithmetic arithmetic)
    {
        if (value.Sign == 0)
        {
            return PolynomialArithmetic.Constant(Rational.Zero);
        }

        // sqrt(p/q) = sqrt(p q) / q
        (IReadOnlyList<(int Prime, int Power)> primes, BigInteger rest) = Factor(value.Numerator * value.Denominator);
        BigInteger outside = BigInteger.One, inside = rest;
        foreach ((int prime, int power) in primes)
        {
            outside *= BigInteger.Pow(prime, power / 2);
            inside *= power % 2 == 0 ? 1 : prime;
        }

        Polynomial? factor = PolynomialArithmetic.Constant(new Rational(outside, value.Denominator));
        Polynomial? left = PolynomialArithmetic.Constant(new Rational(inside, BigInteger.One));
        return inside.IsOne || left is null ? (left is null ? null : factor) : arithmetic.Multiply(factor, values.Value(Operation.Sqrt, 0, left, isFavourable: true));
    }

    /// <summary>The logarithm of a rational number: an integer combination of logarithms of primes.</summary>
    /// <param name="value">A positive number.</param>
    /// <param name="values">Where the logarithms are known.</param>
    /// <param name="arithmetic">The arithmetic.</param>
    public static Polynomial? Logarithm(Rational value, Indeterminates values, PolynomialArithmetic arithmetic)
    {
        Polynomial? sum = PolynomialArithmetic.Constant(Rational.Zero);
        foreach ((BigInteger number, int sign) in new[] { (value.Numerator, 1), (value.Denominator, -1) })
        {
            (IReadOnlyList<(int Prime, int Power)> primes, BigInteger rest) = Factor(number);
            foreach ((BigInteger factor, int power) in primes.Select(p => ((BigInteger)p.Prime, p.Power)).Append((rest, 1)))
            {
                if (!factor.IsOne)
                {
                    Polynomial? operand = PolynomialArithmetic.Constant(new Rational(factor, BigInteger.One));
                    sum = operand is null ? null : arithmetic.Add(sum, values.Value(Operation.Log, 0, operand, isFavourable: true), sign * power);
                }
            }
        }

        return sum;
    }

    /// <summary>
    /// The sine (or cosine) of an angle: odd (even) in its sign, with multiples of pi/2 taken out, and exact at multiples of pi/6 and pi/4.
    /// </summary>
    /// <param name="angle">The angle in normal form.</param>
    /// <param name="isCosine">True for the cosine.</param>
    /// <param name="values">Where sines and cosines are known.</param>
    /// <param name="arithmetic">The arithmetic.</param>
    public static Polynomial? Wave(Polynomial angle, bool isCosine, Indeterminates values, PolynomialArithmetic arithmetic)
    {
        Rational turns = values.MultipleOfPi(angle);
        Polynomial? rest = arithmetic.Add(angle, arithmetic.Multiply(values.Pi, PolynomialArithmetic.Constant(turns)), -Rational.One);
        if (rest is null)
        {
            return null;
        }

        bool isNegative = rest.IsZero ? turns.Sign < 0 : rest.Terms.Last().Value.Sign < 0;
        if (isNegative)
        {
            turns = -turns;
            rest = arithmetic.Multiply(rest, PolynomialArithmetic.Constant(-Rational.One));
        }

        // sin(u + k pi/2) and cos(u + k pi/2) with u = rest + excess pi, 0 <= excess < 1/2; cosine is sine a quarter ahead.
        var quarters = Rational.Floor(2 * turns);
        Rational excess = turns - new Rational(quarters, 2);
        int phase = (int)(((quarters + (isCosine ? 1 : 0)) % 4 + 4) % 4);
        bool asCosine = (phase & 1) != 0;
        int sign = (phase & 2) != 0 ? -1 : 1;
        sign = isNegative && !isCosine ? -sign : sign;
        Polynomial? value = rest is { IsZero: true } && Special(asCosine ? new Rational(1, 2) - excess : excess) is { } special
            ? Scaled(special.Factor, special.Root, values, arithmetic)
            : arithmetic.Add(rest, values.Pi, excess) is { } reduced ? values.Value(asCosine ? Operation.Cos : Operation.Sin, 0, reduced, isFavourable: false) : null;
        return arithmetic.Multiply(value, PolynomialArithmetic.Constant(sign));
    }

    // sin(r pi) as a rational times the root of an integer, for r in [0, 1/2].
    private static (Rational Factor, int Root)? Special(Rational multiple)
    {
        var half = new Rational(1, 2);
        return multiple.Sign == 0 ? (Rational.Zero, 1)
            : multiple == new Rational(1, 6) ? (half, 1)
            : multiple == new Rational(1, 4) ? (half, 2)
            : multiple == new Rational(1, 3) ? (half, 3)
            : multiple == half ? (Rational.One, 1)
            : null;
    }

    private static Polynomial? Scaled(Rational factor, int radicand, Indeterminates values, PolynomialArithmetic arithmetic) =>
        arithmetic.Multiply(PolynomialArithmetic.Constant(factor), Root(radicand, values, arithmetic));

    // Small prime factors with their powers, and what is left; a number of many digits is left whole.
    private static (IReadOnlyList<(int Prime, int Power)> Primes, BigInteger Remainder) Factor(BigInteger number)
    {
        var primes = new List<(int Prime, int Power)>();
        for (int p = 2; p <= LargestPrime && number.GetBitLength() <= LargestBits && !number.IsOne; p++)
        {
            int power = 0;
            while ((number % p).IsZero)
            {
                number /= p;
                power++;
            }

            if (power > 0)
            {
                primes.Add((p, power));
            }
        }

        return (primes, number);
    }
}
