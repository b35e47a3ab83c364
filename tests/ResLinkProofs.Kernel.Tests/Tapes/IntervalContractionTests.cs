using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

public sealed class IntervalContractionTests
{
    private static Interval AtLeastZero => new(0, double.PositiveInfinity);

    [Fact]
    public void No_point_that_satisfies_the_assumption_is_lost()
    {
        (int kept, int lost, int narrowed) = Contract(above => new Interval(above, double.PositiveInfinity));
        Assert.Equal(0, lost);
        Assert.True(kept > 5000 && narrowed > 300, $"{kept} points, {narrowed} boxes narrowed");
    }

    [Fact]
    public void The_check_notices_when_the_opposite_is_assumed()
    {
        (_, int lost, _) = Contract(above => new Interval(double.NegativeInfinity, above));
        Assert.True(lost > 1000, $"only {lost} noticed");
    }

    public static TheoryData<Term, double, double, double, double, double, double> Inverses()
    {
        Term x = Term.Variable("x");
        const double inf = double.PositiveInfinity;
        return new()
        {
            { Term.Square(x), 4, 9, 0, 10, 2, 3 },
            { Term.Square(x), 4, 9, -10, 10, -3, 3 },
            { Term.Pow(x, 3), -8, 27, -10, 10, -2, 3 },
            { Term.Pow(x, -1), 2, 4, 0.1, 10, 0.25, 0.5 },
            { Term.Sqrt(x), 2, 3, 0, 100, 4, 9 },
            { Term.Abs(x), 1, 2, -5, 0, -2, -1 },
            { Term.Exp(x), 1, inf, -3, 5, 0, 5 },
            { Term.Log(x), -inf, 0, 0.5, 7, 0.5, 1 },
            { Term.Sin(x), 0, 1, -1.5, 1.5, 0, 1.5 },
            { Term.Atan(x), 0, 5, -1.5, 1.5, 0, 1.5 },
            { Term.Min(x, 3), 1, 2, 0, 9, 1, 2 },
            { Term.Max(x, 3), 4, 5, 0, 9, 4, 5 },
            { 6 / x, 2, 3, 1, 9, 2, 3 },
            { (2 * x) + 1, 5, 7, -9, 9, 2, 3 },
        };
    }

    [Theory]
    [MemberData(nameof(Inverses))]
    public void An_inverse_image_is_tight(Term f, double zLow, double zHigh, double xLow, double xHigh, double low, double high)
    {
        Interval[] box = [new(xLow, xHigh)];
        Assert.True(Narrow(Tape.Compile(["x"], [f]), box, new Interval(zLow, zHigh)));
        Assert.True(box[0].Contains(new Interval(low, high)));
        Assert.InRange(box[0].Lower, low - 1e-12, low);
        Assert.InRange(box[0].Upper, high, high + 1e-12);
    }

    [Fact]
    public void A_term_that_may_be_undefined_tells_nothing_about_its_operand()
    {
        Term x = Term.Variable("x");
        Interval[] box = [new(-1, 4)];
        Assert.True(Narrow(Tape.Compile(["x"], [Term.Sqrt(x) - 1]), box, AtLeastZero));
        Assert.Equal(new Interval(-1, 4), box[0]);
    }

    [Fact]
    public void A_contradiction_is_reported()
    {
        Interval[] box = [new(-1, 1)];
        Assert.False(Narrow(Tape.Compile(["x"], [Term.Square(Term.Variable("x")) - 2]), box, AtLeastZero));
    }

    private static (int Kept, int Lost, int Narrowed) Contract(Func<double, Interval> assumed)
    {
        int kept = 0, lost = 0, narrowed = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            var random = new RandomTerms(seed, 1 + (seed % 3));
            Tape tape = Tape.Compile(random.Names, [random.Term(4)]);
            Interval[] whole = random.Box(), box = [.. whole];
            double threshold = Enclosure(tape, random.Point(whole)).Midpoint;
            if (!double.IsFinite(threshold))
            {
                continue;
            }

            bool consistent = Narrow(tape, box, assumed(threshold));
            narrowed += consistent && !box.SequenceEqual(whole) ? 1 : 0;
            for (int trial = 0; trial < 10; trial++)
            {
                double[] point = random.Point(whole);
                if (!(Enclosure(tape, point).Lower >= threshold))
                {
                    continue;
                }

                bool inside = consistent && point.Zip(box, (p, b) => b.Contains(p)).All(i => i);
                kept += inside ? 1 : 0;
                lost += inside ? 0 : 1;
            }
        }

        return (kept, lost, narrowed);
    }

    private static Interval Enclosure(Tape tape, double[] point)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, RandomTerms.Enclose(point), slots);
        return slots[tape.Outputs[0]];
    }

    private static bool Narrow(Tape tape, Interval[] box, Interval assumed)
    {
        var slots = new Interval[tape.Length];
        bool[] marks = new bool[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        bool consistent = IntervalContraction.Assume(slots, marks, tape.Outputs[0], assumed)
            && IntervalContraction.Run(tape, slots, marks, box);
        Assert.DoesNotContain(true, marks);
        return consistent;
    }
}
