using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>
/// A random problem made to be hard to be right about: kinks, ties, zeros of divisors and ends of domains lie at the ends and at the centre of the box,
/// and comparisons hold with equality at such points. Comes with exact points near all of them.
/// </summary>
public sealed partial class TiedProblem
{
    private static readonly double[] Ends = [0, 1, -1, 0.5, -0.5, 2, -2, 0.25, -0.75, 3, 10, 1.5707963267948966, -1.5707963267948966, 9.5367431640625e-07, -1000];
    private static readonly double[] Offsets = [0.5, 0.25, 0.1, 0.01, 9.5367431640625e-07, 9.313225746154785e-10, 1e-14];

    private readonly Random _random;
    private readonly Interval[] _box;
    private readonly string[] _names;
    private readonly double[] _tie;

    private TiedProblem(int seed, bool isGuarded)
    {
        _random = new Random(seed);
        int n = 1 + _random.Next(3);
        _names = [.. Enumerable.Range(0, n).Select(i => $"x{i}")];
        _box = [.. _names.Select(_ => Range())];
        _tie = [.. _box.Select(PointIn)];
        Formula = isGuarded ? Guarded() : Combine(2);
        Problem = EmptinessProblem.Of(new Statement([.. _box.Select((b, i) => Variable(_names[i], b))], Formula, Formula.False));
        Points = [.. Samples().DistinctBy(p => string.Join(' ', p)).Take(120)];
    }

    /// <summary>The formula whose emptiness over the box is asked.</summary>
    public Formula Formula { get; }

    /// <summary>The problem.</summary>
    public EmptinessProblem Problem { get; }

    /// <summary>Exact points of the box.</summary>
    public IReadOnlyList<Rational[]> Points { get; }

    /// <summary>The box, with ends that are doubles.</summary>
    public IReadOnlyList<Interval> Box => _box;

    /// <summary>The problem of a seed.</summary>
    public static TiedProblem Of(int seed) => new(seed, isGuarded: false);

    /// <summary>A number below a limit, from the same stream.</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>A point of a part of the box: where comparisons tie, if that is in it, or ends and centres.</summary>
    public double[] TouchingPoint(ReadOnlySpan<Interval> box)
    {
        double[] point = new double[box.Length];
        bool ties = _random.Next(2) == 0;
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = ties && box[i].Contains(_tie[i]) ? _tie[i] : PointIn(box[i]);
        }

        return point;
    }

    /// <summary>A double of a range, preferably an end or the centre.</summary>
    public double PointIn(Interval range) => !range.IsBounded ? range.Midpoint : _random.Next(4) switch
    {
        0 => range.Lower,
        1 => range.Upper,
        2 => range.Midpoint,
        _ => Math.Clamp(range.Lower + (_random.NextDouble() * (range.Upper - range.Lower)), range.Lower, range.Upper),
    };

    private static RealVariable Variable(string name, Interval range) => new(
        name,
        double.IsInfinity(range.Lower) ? null : Rational.FromDouble(range.Lower),
        double.IsInfinity(range.Upper) ? null : Rational.FromDouble(range.Upper));

    private Interval Range()
    {
        double a = Ends[_random.Next(Ends.Length)], b = _random.Next(3) == 0 ? a + Offsets[_random.Next(Offsets.Length)] : Ends[_random.Next(Ends.Length)];
        (double low, double high) = (Math.Min(a, b), Math.Max(a, b));
        return _random.Next(12) switch
        {
            0 => new Interval(low, low),
            1 => new Interval(low, double.PositiveInfinity),
            2 => new Interval(double.NegativeInfinity, high),
            _ => new Interval(low, high),
        };
    }

    private Formula Combine(int depth)
    {
        if (depth > 0 && _random.Next(5) < 2)
        {
            Formula left = Combine(depth - 1), right = Combine(depth - 1);
            return _random.Next(2) == 0 ? left & right : left | right;
        }

        Term sum = Sum(), difference = sum - Threshold(sum);
        return _random.Next(7) switch
        {
            0 => difference.EqualTo(0),
            1 => difference.NotEqualTo(0),
            2 or 3 => difference > 0,
            _ => difference >= 0,
        };
    }

    // Most comparisons hold with equality at one and the same corner or centre, the others nearly somewhere.
    private Term Threshold(Term sum)
    {
        Tape tape = Tape.Compile(_names, [sum]);
        return _random.Next(3) > 0 && RationalEvaluation.Run(tape, [.. _tie.Select(Rational.FromDouble)])[tape.Outputs[0]] is { } value
            ? Term.Literal(value)
            : Term.Ratio(_random.Next(-8, 9), 4);
    }

    private Term Sum()
    {
        Term sum = Piece(2);
        for (int k = _random.Next(3); k > 0; k--)
        {
            sum = _random.Next(2) == 0 ? sum + (Weight() * Piece(2)) : sum - (Weight() * Piece(2));
        }

        return sum;
    }

    private Term Weight() => _random.Next(3) == 0 ? Term.Ratio(1 << _random.Next(12), 1) : Term.Ratio(_random.Next(1, 5), 2);

    private Term Piece(int depth)
    {
        int i = _random.Next(_names.Length);
        Term x = Term.Variable(_names[i]), corner = Term.Literal(Rational.FromDouble((_random.Next(2) == 0 ? _tie[i] : PointIn(_box[i])) is var p && Math.Abs(p) < 1e6 ? p : 0));
        Term shifted = x - corner, inner = depth == 0 ? shifted : _random.Next(3) == 0 ? Piece(depth - 1) : shifted;
        return _random.Next(24) switch
        {
            0 or 1 => Term.Abs(inner),
            2 => Term.Max(inner, Term.Zero),
            3 => Term.Min(inner, -inner),
            4 => Term.Max(inner, depth == 0 ? -shifted : Piece(depth - 1)),
            5 => Term.Sqrt(inner),
            6 => Term.Sqrt(-inner),
            7 => Term.Log(inner),
            8 => Term.Asin(1 - Term.Abs(inner)),
            9 => Term.Acos(1 + inner),
            10 => 1 / inner,
            11 => Term.Pow(inner, -2),
            12 => Term.Tan(inner),
            13 => Term.ArcsineDefect(inner),
            14 => Term.Sinc(inner),
            15 => Term.Exp(inner),
            16 => Term.Sin(inner),
            17 => Term.Cos(inner),
            18 => Term.Pow(inner, 2 + _random.Next(3)),
            19 => Term.Atan(inner),
            20 => inner * (depth == 0 ? x : Piece(depth - 1)),
            21 => Term.Exp(Term.Abs(inner)),
            22 => Term.Sqrt(Term.Square(inner)),
            _ => inner,
        };
    }

    private IEnumerable<Rational[]> Samples()
    {
        double[][] values = [.. _box.Select(Coordinates)];
        for (int corner = 0; corner < 1 << _names.Length; corner++)
        {
            int mask = corner;
            yield return [.. values.Select((v, i) => Rational.FromDouble((mask & (1 << i)) == 0 ? v[0] : v[1]))];
        }

        for (int k = 0; k < 160; k++)
        {
            yield return [.. values.Select(v => Rational.FromDouble(v[_random.Next(v.Length)]))];
        }
    }

    // Ends first, then what is near them, near the centre and near zero.
    private double[] Coordinates(Interval range)
    {
        double low = double.IsFinite(range.Lower) ? range.Lower : Math.Min(-1000, range.Upper - 1000);
        double high = double.IsFinite(range.Upper) ? range.Upper : Math.Max(1000, range.Lower + 1000);
        double middle = new Interval(low, high).Midpoint, width = high - low;
        IEnumerable<double> near = Offsets.SelectMany(o => new[] { low + (o * width), high - (o * width), middle + (o * width), middle - (o * width), o, -o, low + o, high - o });
        return [low, high, .. near.Append(middle).Append(0).Append(Math.BitIncrement(low)).Append(Math.BitDecrement(high)).Where(v => v >= low && v <= high).Distinct()];
    }
}
