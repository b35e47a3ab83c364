using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

public sealed class IntervalSlopesTests
{
    [Fact]
    public void Differences_lie_in_the_sum_of_slopes_times_displacements()
    {
        (int compared, int violated) = Compare(spoil: s => s);
        Assert.Equal(0, violated);
        Assert.True(compared > 8000, $"only {compared} comparisons");
    }

    [Fact]
    public void The_check_notices_slopes_that_are_wrong_by_a_thousandth()
    {
        (_, int violated) = Compare(spoil: s => s * new Interval(1.001, 1.001));
        Assert.True(violated > 100, $"only {violated} noticed");
    }

    [Fact]
    public void At_a_point_slopes_enclose_difference_quotients_of_the_gradient_within_rounding()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y");
        Term f = (Term.Sin(x * y) / (2 + Term.Square(y))) + Term.Exp(Term.Atan(x) - y) - (Term.Sqrt(1 + (x * x)) * Term.Log(3 + y));
        Tape tape = Tape.Compile(["x", "y"], [f]);
        double[] p = [0.7, -0.4];
        Interval[] slopes = SlopesOver(tape, RandomTerms.Enclose(p));
        for (int i = 0; i < 2; i++)
        {
            double h = 1e-6;
            double[] up = [.. p], down = [.. p];
            up[i] += h;
            down[i] -= h;
            double quotient = (Value(tape, up) - Value(tape, down)) / (2 * h);
            Assert.InRange(quotient, slopes[i].Lower - 1e-8, slopes[i].Upper + 1e-8);
            Assert.True(slopes[i].Width < 1e-13);
        }
    }

    [Theory]
    [InlineData(-1.0, 2.0, -1.0, 1.0)]
    [InlineData(0.0, 2.0, 1.0, 1.0)]
    [InlineData(-3.0, 0.0, -1.0, -1.0)]
    public void At_a_kink_the_slope_is_the_hull_of_both_sides(double low, double high, double lower, double upper)
    {
        Tape tape = Tape.Compile(["x"], [Term.Abs(Term.Variable("x"))]);
        Assert.Equal(new Interval(lower, upper), SlopesOver(tape, [new Interval(low, high)])[0]);
    }

    [Fact]
    public void Where_a_root_may_be_undefined_the_slope_is_the_whole_line_and_at_zero_a_half_line()
    {
        Tape tape = Tape.Compile(["x"], [Term.Sqrt(Term.Variable("x"))]);
        Assert.True(SlopesOver(tape, [new Interval(-1, 1)])[0].IsEntire);
        Assert.Equal(new Interval(0.25, double.PositiveInfinity), SlopesOver(tape, [new Interval(0, 4)])[0]);
    }

    private static (int Compared, int Violated) Compare(Func<Interval, Interval> spoil)
    {
        int compared = 0, violated = 0;
        for (int seed = 0; seed < 1500; seed++)
        {
            var random = new RandomTerms(seed, 1 + (seed % 3));
            Tape tape = Tape.Compile(random.Names, [random.Term(4)]);
            Interval[] box = random.Box();
            Interval[] slopes = Array.ConvertAll(SlopesOver(tape, box), s => spoil(s));
            for (int trial = 0; trial < 10; trial++)
            {
                double[] u = random.Point(box), v = random.Point(box);
                if (!double.IsFinite(Value(tape, u)) || !double.IsFinite(Value(tape, v)))
                {
                    continue;
                }

                Interval change = ValueAt(tape, u) - ValueAt(tape, v);
                Interval predicted = Interval.Zero;
                for (int i = 0; i < u.Length; i++)
                {
                    predicted += slopes[i] * (Interval.Point(u[i]) - Interval.Point(v[i]));
                }

                compared++;
                violated += change.IsDisjointFrom(predicted) ? 1 : 0;
            }
        }

        return (compared, violated);
    }

    private static Interval[] SlopesOver(Tape tape, Interval[] box)
    {
        var slots = new Interval[tape.Length];
        var slopes = new Interval[box.Length];
        IntervalEvaluation.Run(tape, box, slots);
        IntervalSlopes.Run(tape, slots, tape.Outputs[0], new Interval[tape.Length], slopes);
        return slopes;
    }

    private static Interval ValueAt(Tape tape, double[] point)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, RandomTerms.Enclose(point), slots);
        return slots[tape.Outputs[0]];
    }

    private static double Value(Tape tape, double[] point)
    {
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, point, slots);
        return slots[tape.Outputs[0]];
    }
}
