using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

public sealed class AffineFormsTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    private static readonly Dictionary<string, Term> Edges = new()
    {
        ["a kink"] = Term.Abs(X) + Y,
        ["a tie"] = Term.Max(X, Y) - Term.Min(X, Term.Zero),
        ["a kink squared"] = Term.Abs(X) * X * Y,
        ["a pole"] = Y / X,
        ["a pole of even order"] = Y / Term.Square(X),
        ["the end of a root"] = Term.Sqrt(X) - Y,
        ["the end of a logarithm"] = Y * Term.Log(X),
        ["the ends of an arcsine"] = Term.Asin(X) + Term.Acos(X) + Y,
        ["a tangent"] = Term.Tan(X) - Term.Tan(Y),
        ["a jump"] = Term.Create(Kernel.Operations.Operation.Conditional, X, Term.Exp(Y), 0, Term.Sin(Y) - X),
        ["a power of a power"] = Term.Pow(Term.Pow(X, 3) - Y, 4),
        ["what grows"] = Term.Exp(X * Y) - (X * Y),
    };

    public static TheoryData<string, double, double> EdgeBoxes
    {
        get
        {
            var data = new TheoryData<string, double, double>();
            (double Low, double High)[] ranges =
            [
                (0, 1), (-1, 0), (-1, 1), (0, 0), (1, 1), (-1, -1), (0, double.Epsilon), (0.5, 1), (-1e-300, 1e300), (0, double.PositiveInfinity),
                (double.NegativeInfinity, double.PositiveInfinity), (double.NegativeInfinity, -1), (1e307, double.MaxValue), (1.5, 1.6),
            ];
            foreach (string name in Edges.Keys)
            {
                foreach ((double low, double high) in ranges)
                {
                    data.Add(name, low, high);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EdgeBoxes))]
    public void Values_at_kinks_poles_and_ends_are_enclosed(string name, double low, double high)
    {
        var tape = Tape.Compile(["x", "y"], [Edges[name]]);
        foreach (Interval other in new[] { new Interval(-1, 1), new Interval(low, high), Interval.Zero, new Interval(0, 2), Interval.Entire })
        {
            Interval[] box = [new(low, high), other];
            (Interval[] slots, _) = Over(tape, box);
            foreach (double x in Within(box[0]))
            {
                foreach (double y in Within(box[1]))
                {
                    AssertEnclosed(tape, slots, [x, y]);
                }
            }
        }
    }

    [Fact]
    public void What_two_slots_share_cancels()
    {
        Assert.InRange(Range((Term.Exp(X) * Y) + X - (Term.Exp(X) * Y), new(0, 1), new(2, 3)).Width, 0, 1 + 1e-12);
        Interval parabola = Range(X * (1 - X), new(0, 1), Interval.Zero);
        Assert.True(parabola.Contains(0.0) && parabola.Contains(0.25), parabola.ToString());
        Assert.InRange(parabola.Upper, 0.25, 0.25 + 1e-15);
        Assert.InRange(Range((X - Y) * (X - Y), new(1, 2), new(1, 2)).Lower, -1e-15, 0);
    }

    [Fact]
    public void What_may_be_undefined_somewhere_has_no_enclosure()
    {
        Assert.True(Range(Term.Sqrt(X), new(-0.001, 1), Interval.Zero).IsEntire);
        Assert.True(Range(Y / X, new(-1, 1), new(1, 2)).IsEntire);
        Assert.True(Range(Term.Log(X * X), new(-1, 1), Interval.Zero).IsEntire);
        // Natural extensions cannot exclude zero here; the forms can, and the quotient is known to exist.
        Assert.True(Range(1 / ((X * X) - (2 * X * Y) + (Y * Y) + 1 + X - X), new(0, 1), new(0, 1)).IsBounded);
    }

    [Fact]
    public void Values_of_random_terms_are_enclosed_and_often_more_sharply()
    {
        int sharper = 0, compared = 0;
        for (int seed = 0; seed < 3_000; seed++)
        {
            var random = new RandomTerms(seed, 3);
            var tape = Tape.Compile(random.Names, [random.Term(5)]);
            Interval[] box = random.Box(), natural = new Interval[tape.Length];
            (Interval[] slots, _) = Over(tape, box);
            IntervalEvaluation.Run(tape, box, natural);
            sharper += slots[^1].Width < 0.9 * natural[^1].Width ? 1 : 0;
            for (int i = 0; i < 12; i++)
            {
                AssertEnclosed(tape, slots, random.Point(box));
                compared++;
            }
        }

        Assert.True(sharper > 200, $"sharper in {sharper} of 3000, {compared} points");
    }

    [Fact]
    public void Slopes_from_sharp_enclosures_are_slopes()
    {
        int compared = 0;
        for (int seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomTerms(seed, 2);
            var tape = Tape.Compile(random.Names, [random.Term(4)]);
            Interval[] box = random.Box(), slopes = new Interval[2];
            (Interval[] slots, Interval[] images) = Over(tape, box);
            IntervalSlopes.Run(tape, slots, images, tape.Outputs[0], new Interval[tape.Length], slopes);
            for (int i = 0; i < 8 && slots[^1].IsBounded; i++)
            {
                double[] u = random.Point(box), v = random.Point(box);
                Interval change = At(tape, u)[^1] - At(tape, v)[^1];
                Interval predicted = (slopes[0] * (Interval.Point(u[0]) - Interval.Point(v[0])))
                    + (slopes[1] * (Interval.Point(u[1]) - Interval.Point(v[1])));
                Assert.False(change.IsDisjointFrom(predicted), $"seed {seed}: {change} by {predicted}");
                compared++;
            }
        }

        Assert.True(compared > 5_000, $"{compared} pairs");
    }

    private static Interval Range(Term term, Interval x, Interval y)
    {
        var tape = Tape.Compile(["x", "y"], [term]);
        return Over(tape, [x, y]).Slots[tape.Outputs[0]];
    }

    private static (Interval[] Slots, Interval[] Images) Over(Tape tape, Interval[] box)
    {
        Interval[] slots = new Interval[tape.Length], images = new Interval[tape.Length];
        var forms = new AffineForms(tape);
        forms.Run([.. box.Select(_ => new Interval(-3, 5))], slots, images); // what an earlier box leaves behind does not matter
        forms.Run(box, slots, images);
        return (slots, images);
    }

    private static Interval[] At(Tape tape, double[] point)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, RandomTerms.Enclose(point), slots);
        return slots;
    }

    private static void AssertEnclosed(Tape tape, Interval[] slots, double[] point)
    {
        Interval[] values = At(tape, point);
        Rational?[] exact = RationalEvaluation.Run(tape, [.. point.Select(Rational.FromDouble)]);
        for (int k = 0; k < tape.Length; k++)
        {
            bool lies = exact[k] is { } value ? slots[k].Contains(value) : values[k].IsEntire || !slots[k].IsDisjointFrom(values[k]);
            Assert.True(lies, $"slot {k}, {values[k]} at ({string.Join(", ", point)}), outside {slots[k]}");
        }
    }

    private static IEnumerable<double> Within(Interval range)
    {
        double low = Math.Max(range.Lower, -1e6), high = Math.Min(range.Upper, 1e6);
        low = range.Contains(low) ? low : range.Lower;
        high = range.Contains(high) ? high : range.Upper;
        return new[] { low, high, (0.5 * low) + (0.5 * high), (0.9 * low) + (0.1 * high), 0, 0.3, 1, -1, Math.BitIncrement(low), Math.BitDecrement(high) }
            .Where(range.Contains);
    }
}
