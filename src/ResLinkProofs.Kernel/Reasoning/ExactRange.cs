using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>An interval with exact ends, each of which belongs to it or not; an end that is null is infinite. May be empty.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="IsAbove">True when the lower end does not belong to it.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="IsBelow">True when the upper end does not belong to it.</param>
internal readonly record struct ExactRange(Rational? Lower, bool IsAbove, Rational? Upper, bool IsBelow)
{
    public static ExactRange Whole => default;

    public bool IsEmpty => Lower is { } low && Upper is { } high && (low > high || (low == high && (IsAbove || IsBelow)));

    /// <summary>The numbers that compare with zero as an atom says; all of them for "not equal".</summary>
    public static ExactRange Of(Relation relation) => relation switch
    {
        Relation.Greater => new(Rational.Zero, true, null, false),
        Relation.GreaterOrEqual => new(Rational.Zero, false, null, false),
        Relation.Equal => new(Rational.Zero, false, Rational.Zero, false),
        _ => Whole,
    };

    public ExactRange Intersect(ExactRange other)
    {
        ExactRange tighter = this;
        if (other.Lower is { } low && !(Lower is { } mine && (mine > low || (mine == low && IsAbove))))
        {
            tighter = tighter with { Lower = low, IsAbove = other.IsAbove };
        }

        if (other.Upper is { } high && !(Upper is { } own && (own < high || (own == high && IsBelow))))
        {
            tighter = tighter with { Upper = high, IsBelow = other.IsBelow };
        }

        return tighter;
    }

    /// <summary>The range without a number, if that is one of its ends.</summary>
    public ExactRange Without(Rational value) => this with { IsAbove = IsAbove || Lower == value, IsBelow = IsBelow || Upper == value };

    /// <summary>{ scale · x + offset : x in this range }; the scale is not zero.</summary>
    public ExactRange Image(Rational scale, Rational offset)
    {
        Rational? low = Lower is { } l ? (scale * l) + offset : null, high = Upper is { } h ? (scale * h) + offset : null;
        return scale.Sign > 0 ? new(low, IsAbove, high, IsBelow) : new(high, IsBelow, low, IsAbove);
    }

    public bool Admits(Rational value) =>
        !(Lower is { } low && (value < low || (IsAbove && value == low))) && !(Upper is { } high && (value > high || (IsBelow && value == high)));

    /// <summary>An outward rounded enclosure; not to be asked of an empty range.</summary>
    public Interval Enclosure() => new(Lower?.RoundDown() ?? double.NegativeInfinity, Upper?.RoundUp() ?? double.PositiveInfinity);

    /// <summary>What the range of a difference tells about its comparison with zero.</summary>
    public Truth Decide(Relation relation)
    {
        ExactRange satisfying = Of(relation);
        bool isZero = Lower is { Sign: 0 } && Upper is { Sign: 0 };
        return relation switch
        {
            Relation.NotEqual => isZero ? Truth.False : Admits(Rational.Zero) ? Truth.Unknown : Truth.True,
            Relation.Equal => isZero ? Truth.True : Admits(Rational.Zero) ? Truth.Unknown : Truth.False,
            _ when Intersect(satisfying).IsEmpty => Truth.False,
            _ => Intersect(satisfying) == this ? Truth.True : Truth.Unknown,
        };
    }
}
