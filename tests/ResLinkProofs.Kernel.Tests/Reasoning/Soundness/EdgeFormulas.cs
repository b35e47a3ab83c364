using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>
/// Random formulas that have their kinks, ties, ends of domains and zeros at the ends and centres of the ranges of their variables,
/// by construction.
/// </summary>
internal sealed class EdgeFormulas(Random random, IReadOnlyList<EdgeRange> ranges)
{
    private readonly string[] _names = [.. Enumerable.Range(0, ranges.Count).Select(i => $"x{i}")];

    public Formula Formula() => random.Next(10) switch
    {
        0 => Atom() & Atom(),
        1 => Atom() | Atom(),
        2 => Atom() & (Atom() | Atom()),
        3 => (Atom() & Atom()) | (Atom() & Atom()),
        _ => Atom(),
    };

    /// <summary>A comparison of a sum of such pieces with a number that lies at or near the sum's value at a point of interest.</summary>
    public Formula Atom()
    {
        if (random.Next(3) == 0)
        {
            Term touching = Hidden(Touching());
            return random.Next(2) == 0 ? touching > 0 : touching >= 0;
        }

        Term sum = Term.Sum(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Factor() * Piece()));
        Term difference = sum - Term.Literal(Threshold(sum));
        difference = random.Next(2) == 0 ? Hidden(difference) : difference;
        return random.Next(10) switch
        {
            0 => difference.NotEqualTo(0),
            1 or 2 => difference.EqualTo(0),
            3 or 4 or 5 => difference > 0,
            6 => difference <= 0,
            _ => difference >= 0,
        };
    }

    // Hides kinks from their resolution into cases.
    private Term Hidden(Term difference) => random.Next(3) == 0 ? Term.Exp(difference) - 1 : Term.Sqrt(4) * difference;

    // Negative by a little at the end of a range, where a kink lies, and perhaps positive in its neighbourhood.
    private Term Touching()
    {
        EdgeRange range = ranges[random.Next(ranges.Count)];
        var x = Term.Variable(_names[ranges.TakeWhile(r => r != range).Count()]);
        Term u = x - Term.Literal(random.Next(2) == 0 ? range.Lower ?? range.Marks[0] : range.Upper ?? range.Marks[^1]);
        u = random.Next(2) == 0 ? u : -u;
        Term kink = random.Next(6) switch
        {
            0 or 1 => Term.Abs(u),
            2 => Term.Max(u, 0),
            3 => Term.Max(0, u),
            4 => -Term.Min(0, u),
            _ => Term.Max(u, -2 * u),
        };
        kink = random.Next(3) == 0 ? Around(kink) : kink;
        Term rest = random.Next(3) == 0 ? Term.Ratio(random.Next(-4, 5), 8) * Smooth() : 0;
        Term slack = Term.Literal(EdgeRange.PowerOfTwo(-random.Next(1, 40)));
        return (Factor() * kink) + rest - Term.Literal(Threshold(kink)) - slack;
    }

    private Term Factor() => random.Next(6) switch
    {
        0 or 1 => 1,
        2 => -1,
        3 => Term.Ratio(random.Next(1, 9), 4),
        4 => Term.Ratio(-random.Next(1, 9), 4),
        _ => Term.Literal(EdgeRange.PowerOfTwo(random.Next(-30, 25))),
    };

    private Term Piece() => random.Next(11) switch
    {
        0 or 1 or 2 => Kink(),
        3 or 4 => Edge(),
        5 => Around(Kink()),
        6 => Around(Edge()),
        _ => Smooth(),
    };

    private Term Kink()
    {
        Term u = Vanishing(), v = Vanishing();
        return random.Next(12) switch
        {
            0 or 1 => Term.Abs(u),
            2 => Term.Max(u, 0),
            3 => Term.Min(u, 0),
            4 => Term.Max(0, u),
            5 => Term.Max(u, v),
            6 => Term.Min(u, v),
            7 => Term.Max(u, 2 * u),
            8 => Term.Abs(Term.Abs(u) - Term.Abs(v)),
            9 => Term.Max(Term.Abs(u), v),
            10 => Term.Abs(u) * v,
            _ => Term.Min(Term.Max(u, -v), Term.Square(u)),
        };
    }

    // An operation at the end of its domain, where the operand is defined that far.
    private Term Edge()
    {
        Term u = NonNegative();
        return random.Next(15) switch
        {
            0 or 1 => Term.Sqrt(u),
            2 => Term.Log(u),
            3 => Term.Log(1 + u),
            4 => Term.Log(u + Term.Literal(EdgeRange.PowerOfTwo(-random.Next(1, 60)))),
            5 => Term.Asin(1 - u),
            6 => Term.Acos(u - 1),
            7 => Term.ArcsineDefect(1 - u),
            8 => Term.ArcsineDefect(u - 1),
            9 => 1 / u,
            10 => Term.Pow(Vanishing(), -random.Next(1, 4)),
            11 => Term.Tan(Term.Pi / 2 * (1 - u)),
            12 => Term.Tan((Term.Pi / 2) - u),
            13 => Term.Sqrt(Term.Abs(Vanishing())),
            _ => Term.Acos(1 - u),
        };
    }

    private Term Around(Term inner) => random.Next(9) switch
    {
        0 => Term.Exp(inner),
        1 => Term.Sqrt(1 + inner),
        2 => Term.Sin(inner),
        3 => Term.Atan(inner),
        4 => Term.Square(inner),
        5 => Term.Log(1 + inner),
        6 => Term.Sinc(inner),
        7 => 1 / (1 + inner),
        _ => inner * Vanishing(),
    };

    private Term Smooth()
    {
        Term u = Vanishing();
        return random.Next(16) switch
        {
            0 or 1 or 2 => u,
            3 or 4 => Term.Square(u),
            5 => -Term.Square(u),
            6 => Term.Pow(u, random.Next(3, 10)),
            7 => Term.Exp(u),
            8 => Term.Exp(u) - 1 - u,
            9 => Term.Sin(u),
            10 => Term.Cos(u),
            11 => Term.Sinc(u),
            12 => Term.VersineQuotient(u),
            13 => Term.SineDefect(u),
            14 => Term.Atan(u),
            _ => u * Vanishing(),
        };
    }

    // A term that vanishes at a point of interest or at a tie.
    private Term Vanishing()
    {
        (Term x, Rational at) = Variable();
        (Term y, Rational other) = Variable();
        return random.Next(10) switch
        {
            0 or 1 or 2 or 3 => x - Term.Literal(at),
            4 => Term.Literal(at) - x,
            5 => x - y,
            6 => x + y - Term.Literal(at + other),
            7 => (x - Term.Literal(at)) * (y - Term.Literal(other)),
            8 => Term.Square(x - Term.Literal(at)),
            _ => x - Term.Literal(at + EdgeRange.PowerOfTwo(-random.Next(1, 61))),
        };
    }

    private Term NonNegative()
    {
        int i = random.Next(ranges.Count);
        var x = Term.Variable(_names[i]);
        return random.Next(5) switch
        {
            0 or 1 when ranges[i].Lower is { } lower => x - Term.Literal(lower),
            2 when ranges[i].Upper is { } upper => Term.Literal(upper) - x,
            3 => Term.Abs(Vanishing()),
            4 => Term.Square(Vanishing()),
            _ => Vanishing(), // perhaps negative somewhere
        };
    }

    private (Term Variable, Rational At) Variable()
    {
        int i = random.Next(ranges.Count);
        return (Term.Variable(_names[i]), ranges[i].Marks[random.Next(ranges[i].Marks.Count)]);
    }

    private Rational Threshold(Term term)
    {
        Tape tape = Tape.Compile(_names, [term]);
        Rational[] point = [.. ranges.Select(r => r.Marks[random.Next(r.Marks.Count)])];
        Rational value = RationalEvaluation.Run(tape, point)[tape.Outputs[0]] ?? Approximate(tape, point);
        return random.Next(6) switch
        {
            0 or 1 => value,
            2 => value + EdgeRange.PowerOfTwo(-random.Next(1, 70)),
            3 => value - EdgeRange.PowerOfTwo(-random.Next(1, 70)),
            _ => value + new Rational(random.Next(-64, 65), 64),
        };
    }

    private static Rational Approximate(Tape tape, Rational[] point)
    {
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, Array.ConvertAll(point, p => p.ToDouble()), slots);
        double value = slots[tape.Outputs[0]];
        return double.IsFinite(value) && Math.Abs(value) < 1e12 ? Rational.FromDouble(value) : 0;
    }
}
