using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>A random range of one variable with the coordinates at which something may go wrong: its ends, its centre, 0 and 1.</summary>
internal sealed class EdgeRange
{
    private static readonly Rational[] Edges =
        [0, 0, 0, 0, 1, 1, -1, -1, 2, -2, new(1, 2), new(-1, 2), new(1, 3), new(-2, 3), 3, new(7, 5)];

    private static readonly Rational[] Widths = [1, 1, 2, new(1, 2), new(1, 3), 10, new(1, 1024), new(1, 1 << 20)];

    private EdgeRange(Rational? lower, Rational? upper, params Rational[] marks)
    {
        Lower = lower;
        Upper = upper;
        Marks = [.. marks.Append(0).Append(1).Where(m => !(m < lower) && !(m > upper)).Distinct()];
    }

    public Rational? Lower { get; }

    public Rational? Upper { get; }

    /// <summary>Coordinates inside the range, at least one.</summary>
    public IReadOnlyList<Rational> Marks { get; }

    public static EdgeRange Next(Random random)
    {
        Rational edge = Edges[random.Next(Edges.Length)], width = Widths[random.Next(Widths.Length)];
        Rational tiny = PowerOfTwo(-random.Next(20, 61)), huge = PowerOfTwo(random.Next(30, 1020));
        return random.Next(16) switch
        {
            0 or 1 or 2 or 3 => new(edge, edge + width, edge, edge + width),
            4 or 5 or 6 => new(edge - width, edge, edge - width, edge),
            7 or 8 or 9 or 10 => new(edge - width, edge + width, edge, edge - width, edge + width),
            11 => new(edge, edge, edge),
            12 => new(edge, null, edge, edge + width),
            13 => new(null, edge, edge, edge - width),
            14 => new(edge - tiny, edge + (tiny * random.Next(2)), edge, edge - tiny),
            _ => random.Next(2) == 0 ? new(null, null, edge) : new(-huge, huge, edge, huge),
        };
    }

    public static Rational PowerOfTwo(int exponent) => Rational.Pow(2, exponent);

    /// <summary>A coordinate of an interval: an end, the midpoint or a mark, or close to one of them (up to 2^-60), or anywhere.</summary>
    public static Rational Coordinate(Random random, Interval range, IReadOnlyList<Rational> marks)
    {
        double lower = double.IsFinite(range.Lower) ? range.Lower : Math.Min(range.Upper, 0) - Math.ScaleB(1, random.Next(-2, 8));
        double upper = double.IsFinite(range.Upper) ? range.Upper : Math.Max(range.Lower, 0) + Math.ScaleB(1, random.Next(-2, 8));
        Rational low = Rational.FromDouble(lower), high = Rational.FromDouble(upper), width = high - low;
        if (width.Sign <= 0)
        {
            return low;
        }

        Rational at = random.Next(8) switch
        {
            0 or 1 => low,
            2 or 3 => high,
            4 => (low + high) / 2,
            5 => low + (width * new Rational(random.Next(1, 64), 64)),
            _ => marks.Count > 0 ? marks[random.Next(marks.Count)] : low,
        };
        if (random.Next(2) == 0)
        {
            Rational step = PowerOfTwo(-random.Next(1, 61)) * (random.Next(2) == 0 ? 1 : width);
            at = random.Next(2) == 0 ? at + step : at - step;
        }

        return Rational.Max(low, Rational.Min(high, at));
    }
}
