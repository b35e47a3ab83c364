using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Regions;

/// <summary>A box of values for the variables of a statement, with exact ends: a point where every side has length zero.</summary>
public sealed class Region
{
    private Region(IReadOnlyList<Rational> lower, IReadOnlyList<Rational> upper)
    {
        Lower = lower;
        Upper = upper;
        IsPoint = lower.SequenceEqual(upper);
    }

    /// <summary>The least value of each variable.</summary>
    public IReadOnlyList<Rational> Lower { get; }

    /// <summary>The largest value of each variable, nowhere below <see cref="Lower"/>.</summary>
    public IReadOnlyList<Rational> Upper { get; }

    /// <summary>True when the region is a single point.</summary>
    public bool IsPoint { get; }

    /// <summary>The number of variables.</summary>
    public int Dimension => Lower.Count;

    /// <summary>A single point.</summary>
    /// <param name="point">One value per variable.</param>
    public static Region Point(IReadOnlyList<Rational> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new(point, point);
    }

    /// <summary>A box.</summary>
    /// <param name="lower">The least value of each variable.</param>
    /// <param name="upper">The largest values, as many, nowhere below.</param>
    /// <exception cref="ArgumentException">The counts differ or a side is empty.</exception>
    public static Region Box(IReadOnlyList<Rational> lower, IReadOnlyList<Rational> upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        if (lower.Count != upper.Count)
        {
            throw new ArgumentException($"{upper.Count} upper ends for {lower.Count} lower ones.", nameof(upper));
        }

        for (int i = 0; i < lower.Count; i++)
        {
            if (lower[i] > upper[i])
            {
                throw new ArgumentException($"Side {i} is empty: {lower[i]} > {upper[i]}. Exchange the ends.", nameof(upper));
            }
        }

        return new(lower, upper);
    }

    /// <summary>The sides, rounded outward.</summary>
    public Interval[] Enclosure() => [.. Lower.Zip(Upper, (low, high) => Interval.Enclose(low).Hull(Interval.Enclose(high)))];
}
