using System.Globalization;
using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Intervals;

/// <summary>
/// A closed, connected set of real numbers with double endpoints, in the set-based meaning of IEEE 1788: bounded, half-infinite, the
/// whole line or empty. Every operation returns a set that contains all values of the real operation on members of its operands.
/// The default value is [0, 0].
/// </summary>
/// <remarks>
/// The empty set is stored as (NaN, NaN). An order comparison with an endpoint of the empty set is therefore always false, so that code
/// which decides by <c>Lower &gt;= 0</c> or <c>Upper &lt; 0</c> never concludes anything from an expression that is nowhere defined,
/// and sums and products of the empty set are empty without a test.
/// </remarks>
public readonly partial struct Interval : IEquatable<Interval>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The interval [lower, upper]; an infinite endpoint stands for an unbounded side and is not a member.</summary>
    /// <param name="lower">Not NaN, not +infinity, at most <paramref name="upper"/>.</param>
    /// <param name="upper">Not NaN, not -infinity.</param>
    /// <exception cref="ArgumentException">The endpoints do not describe a non-empty set of real numbers.</exception>
    public Interval(double lower, double upper)
    {
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw InvalidEndpoints(lower, upper);
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Stores endpoints that are known to be valid, or (NaN, NaN).</summary>
    [MethodImpl(Inline)]
    private Interval(double lower, double upper, Trusted _)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Tag of the constructor that trusts its arguments.</summary>
    private readonly struct Trusted;

    /// <summary>The empty set.</summary>
    public static Interval Empty => new(double.NaN, double.NaN, default);

    /// <summary>The whole real line.</summary>
    public static Interval Entire => new(double.NegativeInfinity, double.PositiveInfinity, default);

    /// <summary>[0, 0].</summary>
    public static Interval Zero => default;

    /// <summary>[1, 1].</summary>
    public static Interval One => new(1.0, 1.0, default);

    /// <summary>The tightest enclosure of pi.</summary>
    public static Interval Pi => new(3.141592653589793, 3.1415926535897936, default);

    /// <summary>Left endpoint, possibly -infinity; NaN for the empty set.</summary>
    public double Lower { get; }

    /// <summary>Right endpoint, possibly +infinity; NaN for the empty set.</summary>
    public double Upper { get; }

    /// <summary>Whether this is the empty set.</summary>
    public bool IsEmpty => double.IsNaN(Lower);

    /// <summary>Whether this is the whole real line.</summary>
    public bool IsEntire => Lower == double.NegativeInfinity && Upper == double.PositiveInfinity;

    /// <summary>Whether this set has exactly one member.</summary>
    public bool IsPoint => Lower == Upper;

    /// <summary>Whether both endpoints are finite; false for the empty set.</summary>
    public bool IsBounded => double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>Infimum: like <see cref="Lower"/>, but +infinity for the empty set (IEEE 1788 <c>inf</c>).</summary>
    public double Infimum => IsEmpty ? double.PositiveInfinity : Lower;

    /// <summary>Supremum: like <see cref="Upper"/>, but -infinity for the empty set (IEEE 1788 <c>sup</c>).</summary>
    public double Supremum => IsEmpty ? double.NegativeInfinity : Upper;

    /// <summary>Upper minus Lower, rounded up; NaN for the empty set.</summary>
    public double Width => DirectedRounding.SubtractUp(Upper, Lower);

    /// <summary>
    /// A finite member near the middle of any non-empty set: the rounded mean of bounded endpoints, 0 for the whole line, and the
    /// largest finite double of the unbounded side for a half-infinite set. NaN for the empty set.
    /// </summary>
    public double Midpoint
    {
        get
        {
            double sum = Lower + Upper;
            if (double.IsFinite(sum))
                return sum * 0.5;
            if (IsBounded)
                return (Lower * 0.5) + (Upper * 0.5);
            if (IsEmpty)
                return double.NaN;
            if (IsEntire)
                return 0.0;
            return double.IsInfinity(Lower) ? -double.MaxValue : double.MaxValue;
        }
    }

    /// <summary>Largest absolute value of a member (an upper bound that may be infinite); NaN for the empty set.</summary>
    public double Magnitude => Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>Smallest absolute value of a member; NaN for the empty set.</summary>
    public double Mignitude => Lower <= 0 && Upper >= 0 ? 0.0 : Math.Min(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>The point [value, value]. There is no implicit conversion: a literal such as 0.1 is not one tenth.</summary>
    /// <param name="value">A finite double.</param>
    /// <exception cref="ArgumentException">NaN or an infinity.</exception>
    public static Interval Point(double value) => new(value, value);

    /// <summary>The tightest interval that contains a rational number.</summary>
    /// <param name="value">Any rational number.</param>
    public static Interval Enclose(Rational value) => new(value.RoundDown(), value.RoundUp(), default);

    /// <summary>The smallest interval that contains two numbers, in any order.</summary>
    /// <param name="first">Not NaN; an infinity makes that side unbounded.</param>
    /// <param name="second">Not NaN; not the same infinity as <paramref name="first"/>.</param>
    /// <exception cref="ArgumentException">An argument is NaN, or both are the same infinity.</exception>
    public static Interval Hull(double first, double second) => new(Math.Min(first, second), Math.Max(first, second));

    /// <summary>Converts an integer exactly.</summary>
    public static implicit operator Interval(int value) => new(value, value, default);

    /// <summary><c>[lower, upper]</c> with endpoints that read back to the same doubles, or <c>[empty]</c>.</summary>
    public override string ToString() => IsEmpty
        ? "[empty]"
        : $"[{Lower.ToString("R", CultureInfo.InvariantCulture)}, {Upper.ToString("R", CultureInfo.InvariantCulture)}]";

    private static ArgumentException InvalidEndpoints(double lower, double upper) => new(
        $"endpoints [{lower.ToString("R", CultureInfo.InvariantCulture)}, {upper.ToString("R", CultureInfo.InvariantCulture)}] "
            + "must satisfy lower <= upper, lower < +infinity and upper > -infinity",
        nameof(lower));
}
