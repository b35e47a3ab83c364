using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>Functions of wide intervals: members, inclusion isotonicity, identities, extrema.</summary>
public sealed class IntervalFunctionTests
{
    public static TheoryData<string> All => [.. ElementaryFunctions.Names, "sqrt", "square", "abs", "reciprocal", "cube", "fourth", "inverse cube"];

    [Theory]
    [MemberData(nameof(All))]
    public void Contains_the_values_at_members_and_grows_with_its_argument(string name)
    {
        Func<Interval, Interval> f = ElementaryFunctions.Named(name);
        Random random = new(31);
        int narrowed = 0;
        for (int i = 0; i < 8_000; i++)
        {
            Interval outer = Draw(random, i), inner = Interval.Hull(Member(outer, random), Member(outer, random));
            double x = Member(inner, random);
            Interval atPoint = f(Interval.Point(x)), small = f(inner), large = f(outer);
            Assert.True(small.Contains(atPoint), $"{name}({x:R}) = {atPoint} is not in {name}({inner}) = {small}");
            Assert.True(large.Contains(small), $"{name}({inner}) = {small} is not in {name}({outer}) = {large}");
            narrowed += small.IsEmpty || small.Contains(f(Interval.Point(Member(outer, random)))) ? 0 : 1;
        }

        Assert.InRange(narrowed, 100, 8_000); // members of the outer interval are often not in the smaller range: the check can fail
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Grows_with_its_argument_by_single_units(string name)
    {
        Func<Interval, Interval> f = ElementaryFunctions.Named(name);
        Random random = new(32);
        for (int i = 0; i < 4_000; i++)
        {
            double x = 8 * (random.NextDouble() - 0.5) * ((i & 1) == 0 ? 1 : 1e-9);
            Interval inner = Interval.Point(x), outer = new(Math.BitDecrement(x), Math.BitIncrement(x));
            Assert.True(f(outer).Contains(f(inner)), $"{name} at {x:R}");
        }
    }

    [Fact]
    public void Functional_identities_hold()
    {
        Random random = new(33);
        for (int i = 0; i < 4_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-40, 8)), u = (2 * random.NextDouble()) - 1, p = Math.ScaleB(1 + random.NextDouble(), random.Next(-300, 300));
            Interval v = Interval.Point(x), w = Interval.Point(u), q = Interval.Point(p);
            Assert.True((Interval.Square(Interval.Sin(v)) + Interval.Square(Interval.Cos(v))).Contains(1.0));
            Assert.True(Interval.Tan(Interval.Atan(v)).Contains(x));
            Assert.True(Interval.Atan(Interval.Tan(w)).Contains(u));
            Assert.True(Interval.Sin(Interval.Asin(w)).Contains(u));
            Assert.True(Interval.Cos(Interval.Acos(w)).Contains(u));
            Assert.False((Interval.Asin(w) + Interval.Acos(w)).Intersect(Interval.Pi / 2).IsEmpty);
            Assert.True(Interval.Exp(Interval.Log(q)).Contains(p));
            Assert.True(Interval.Log(Interval.Exp(v)).Contains(x));
            Assert.False((Interval.Exp(v) * Interval.Exp(-v)).Intersect(1).IsEmpty);
            Assert.False((Interval.Sin(v) / Interval.Cos(v)).Intersect(Interval.Tan(v)).IsEmpty);
            Assert.False((2 * Interval.Sin(v) * Interval.Cos(v)).Intersect(Interval.Sin(2 * v)).IsEmpty);
            Assert.True(Interval.Square(Interval.Sqrt(q)).Contains(p));
        }
    }

    [Fact]
    public void Extrema_inside_are_found_at_any_distance_from_zero()
    {
        // Where sine turns: the double nearest to (k + 1/2) pi has the extremum between its neighbours or on one side of it.
        for (int k = -2_000; k <= 2_000; k++)
        {
            Interval turn = Interval.Pi * (Interval.Enclose(new(2 * k + 1, 2)));
            double extremum = (k & 1) == 0 ? 1 : -1;
            Interval wide = new(turn.Lower - 0.25, turn.Upper + 0.5);
            Interval range = Interval.Sin(wide);
            Assert.Equal(extremum, extremum > 0 ? range.Upper : range.Lower);
            Assert.True(extremum > 0 ? range.Lower > 0.8 : range.Upper < -0.8);
            Interval before = new(turn.Lower - 0.5, turn.Lower - 1e-3);
            Assert.True(Interval.Sin(before).Magnitude < 1);
            Assert.True(Interval.Tan(wide).IsEntire);
            Assert.True(Interval.Tan(before).IsBounded);
            Interval zero = Interval.Pi * k;
            Interval cosine = Interval.Cos(new(zero.Lower - 0.25, zero.Upper + 0.5));
            Assert.Equal(extremum, extremum > 0 ? cosine.Upper : cosine.Lower);
        }
    }

    [Fact]
    public void Long_intervals_of_sine_are_everything_only_when_they_must_be()
    {
        Assert.Equal(new Interval(-1, 1), Interval.Sin(new(0, 6.3)));
        Assert.Equal(new Interval(-1, 1), Interval.Sin(new(0, 4.8)));
        Assert.True(Interval.Sin(new(0, 4.7)).Lower > -1);
        Assert.Equal(0.0, Interval.Sin(new(0, 3)).Lower);
        Assert.Equal(new Interval(-1, 1), Interval.Cos(new(-double.MaxValue, double.MaxValue)));
        Interval narrow = new(1e22, Math.BitIncrement(1e22));
        Assert.Equal(new Interval(-1, 1), Interval.Sin(narrow));
        Interval adjacent = new(1e15, Math.BitIncrement(1e15));
        Assert.True(Interval.Sin(adjacent).Width < 0.2);
    }

    private static double Member(Interval x, Random random)
    {
        double low = Math.Max(x.Lower, -double.MaxValue), high = Math.Min(x.Upper, double.MaxValue), t = random.NextDouble();
        return random.Next(8) switch
        {
            0 => low,
            1 => high,
            _ => Math.Clamp((low * (1 - t)) + (high * t), low, high),
        };
    }

    private static Interval Draw(Random random, int i)
    {
        double scale = (i % 4) switch { 0 => 1, 1 => 8, 2 => Math.ScaleB(1, random.Next(-30, 5)), _ => Math.ScaleB(1, random.Next(-5, 30)) };
        double centre = scale * ((2 * random.NextDouble()) - 1), width = scale * Math.ScaleB(random.NextDouble(), -random.Next(0, 30));
        return (i % 50) switch
        {
            7 => new(double.NegativeInfinity, centre),
            8 => new(centre, double.PositiveInfinity),
            _ => new(centre - width, centre + width),
        };
    }
}
