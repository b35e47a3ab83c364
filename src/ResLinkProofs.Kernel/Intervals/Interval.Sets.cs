using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Membership, inclusion, intersection, hull and equality.</content>
public readonly partial struct Interval
{
    /// <summary>Whether a number is a member; infinities and NaN never are.</summary>
    [MethodImpl(Inline)]
    public bool Contains(double value) => Lower <= value && value <= Upper && double.IsFinite(value);

    /// <summary>Whether a rational number is a member, decided exactly.</summary>
    public bool Contains(Rational value)
    {
        if (IsEmpty)
            return false;
        return (double.IsInfinity(Lower) || Rational.FromDouble(Lower) <= value)
            && (double.IsInfinity(Upper) || value <= Rational.FromDouble(Upper));
    }

    /// <summary>Whether <paramref name="other"/> is a subset of this set.</summary>
    [MethodImpl(Inline)]
    public bool Contains(Interval other) => (Lower <= other.Lower && other.Upper <= Upper) || other.IsEmpty;

    /// <summary>
    /// Whether <paramref name="other"/> lies in the topological interior of this set (an unbounded side has no boundary).
    /// </summary>
    public bool ContainsInInterior(Interval other) =>
        other.IsEmpty
        || ((Lower < other.Lower || Lower == double.NegativeInfinity) && (other.Upper < Upper || Upper == double.PositiveInfinity));

    /// <summary>Whether the two sets have no common member.</summary>
    public bool IsDisjointFrom(Interval other) => !(Lower <= other.Upper && other.Lower <= Upper);

    /// <summary>The common members of this set and another.</summary>
    [MethodImpl(Inline)]
    public Interval Intersect(Interval other)
    {
        // Math.Max and Math.Min propagate NaN, and a comparison with NaN is false: the empty set needs no test of its own.
        double lower = Math.Max(Lower, other.Lower), upper = Math.Min(Upper, other.Upper);
        return lower <= upper ? new(lower, upper, default) : Empty;
    }

    /// <summary>The smallest interval that contains this set and another.</summary>
    public Interval Hull(Interval other)
    {
        if (IsEmpty)
            return other;
        return other.IsEmpty ? this : new(Math.Min(Lower, other.Lower), Math.Max(Upper, other.Upper), default);
    }

    /// <summary>Equality of sets: the sign of a zero endpoint does not matter, and the empty set equals itself.</summary>
    public static bool operator ==(Interval left, Interval right) => left.Equals(right);

    /// <summary>Inequality of sets.</summary>
    public static bool operator !=(Interval left, Interval right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Interval other) => (Lower == other.Lower && Upper == other.Upper) || (IsEmpty && other.IsEmpty);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lower + 0.0, Upper + 0.0); // adding +0 turns -0 into +0
}
