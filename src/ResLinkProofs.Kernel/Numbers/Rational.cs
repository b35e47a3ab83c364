using System.Numerics;

namespace ResLinkProofs.Kernel.Numbers;

/// <summary>
/// An exact rational number in lowest terms with positive denominator. The default value is zero.
/// All operations are exact; there is no bound on size.
/// </summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // The denominator is stored minus one, so that default(Rational) is 0/1.
    private readonly BigInteger denominatorMinusOne;

    /// <summary>Creates numerator / denominator and reduces it to lowest terms.</summary>
    /// <param name="numerator">Any integer.</param>
    /// <param name="denominator">Any integer but zero; a negative one moves its sign to the numerator.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException($"denominator of {numerator}/0 must not be zero");
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            divisor = -divisor;
        Numerator = divisor.IsOne ? numerator : numerator / divisor;
        denominatorMinusOne = (divisor.IsOne ? denominator : denominator / divisor) - BigInteger.One;
    }

    /// <summary>Stores a fraction that is already in lowest terms with positive denominator.</summary>
    private Rational(BigInteger numerator, BigInteger denominator, Reduced _)
    {
        Numerator = numerator;
        denominatorMinusOne = denominator - BigInteger.One;
    }

    /// <summary>Tag of the constructor that trusts its arguments.</summary>
    private readonly struct Reduced;

    /// <summary>The number 0.</summary>
    public static Rational Zero => default;

    /// <summary>The number 1.</summary>
    public static Rational One => new(BigInteger.One, BigInteger.One, default);

    /// <summary>Numerator in lowest terms; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Denominator in lowest terms, at least 1.</summary>
    public BigInteger Denominator => denominatorMinusOne + BigInteger.One;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => denominatorMinusOne.IsZero;

    /// <summary>Converts exactly.</summary>
    public static implicit operator Rational(int value) => new(value, BigInteger.One, default);

    /// <summary>Converts exactly.</summary>
    public static implicit operator Rational(long value) => new(value, BigInteger.One, default);

    /// <summary>Converts exactly.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One, default);

    /// <summary>Sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>Difference.</summary>
    public static Rational operator -(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>Product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Opposite.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator, default);

    /// <summary>Equality of numbers.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Inequality of numbers.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Order of numbers.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Order of numbers.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Order of numbers.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Order of numbers.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>Absolute value.</summary>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The smaller of two numbers.</summary>
    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>Largest integer not above <paramref name="value"/>.</summary>
    public static BigInteger Floor(Rational value)
    {
        BigInteger quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - BigInteger.One : quotient;
    }

    /// <summary>Integer power; 0^0 is 1.</summary>
    /// <param name="value">Base.</param>
    /// <param name="exponent">Any integer above int.MinValue.</param>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is int.MinValue.</exception>
    public static Rational Pow(Rational value, int exponent)
    {
        if (exponent >= 0)
            return new(BigInteger.Pow(value.Numerator, exponent), BigInteger.Pow(value.Denominator, exponent), default);
        ArgumentOutOfRangeException.ThrowIfEqual(exponent, int.MinValue);
        if (value.Sign == 0)
            throw new DivideByZeroException($"zero to the power {exponent}; the base must not be zero");
        BigInteger numerator = BigInteger.Pow(value.Denominator, -exponent), denominator = BigInteger.Pow(value.Numerator, -exponent);
        return denominator.Sign < 0 ? new(-numerator, -denominator, default) : new(numerator, denominator, default);
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        if (Sign != other.Sign)
            return Sign.CompareTo(other.Sign);
        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        Numerator.Equals(other.Numerator) && denominatorMinusOne.Equals(other.denominatorMinusOne);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorMinusOne);
}
