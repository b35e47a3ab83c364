using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

public sealed class SecondOrderFormTests
{
    [Fact]
    public void Differences_of_gradients_lie_in_the_hessian_times_the_displacement()
    {
        (int compared, int violated) = Compare(spoil: h => h);
        Assert.Equal(0, violated);
        Assert.True(compared > 3000, $"only {compared} comparisons");
    }

    [Fact]
    public void The_check_notices_a_hessian_that_is_wrong_by_a_thousandth()
    {
        (_, int violated) = Compare(spoil: h => h * new Interval(1.001, 1.001));
        Assert.True(violated > 100, $"only {violated} noticed");
    }

    [Fact]
    public void A_quadratic_form_has_its_matrix_exactly()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y");
        Tape tape = Tape.Compile(["x", "y"], [(3 * x * x) - (5 * x * y) + Term.Square(y) + (7 * x) - 1]);
        Assert.True(TryHessian(tape, [new(-1, 1), new(-2, 5)], out Interval[] hessian));
        Assert.Equal([6, -5, -5, 2], hessian);
    }

    [Theory]
    [InlineData(-1.0, 1.0, false)]
    [InlineData(0.0, 1.0, true)]
    public void A_kink_inside_the_box_is_not_smooth(double low, double high, bool smooth)
    {
        Term x = Term.Variable("x");
        Assert.Equal(smooth, TryHessian(Tape.Compile(["x"], [Term.Abs(x) * x]), [new(low, high)], out _));
        Assert.Equal(smooth, TryHessian(Tape.Compile(["x"], [Term.Max(x, Term.Zero) + x]), [new(low, high)], out _));
    }

    [Fact]
    public void A_root_at_zero_is_not_smooth() =>
        Assert.False(TryHessian(Tape.Compile(["x"], [Term.Sqrt(Term.Variable("x"))]), [new(0, 1)], out _));

    [Theory]
    [InlineData(-1.0, 0.0, -1)]
    [InlineData(0.0, 1.0, 1)]
    public void At_a_kink_on_the_boundary_the_gradient_is_that_of_the_branch_over_the_box(double low, double high, int sign)
    {
        Term x = Term.Variable("x");
        foreach (Term term in new[] { Term.Abs(x), Term.Max(x, -x), -Term.Min(x, -x) })
        {
            Tape tape = Tape.Compile(["x"], [term]);
            Assert.True(TryExpand(tape, [new(low, high)], [0], out Interval[] gradient));
            Assert.Equal((Interval)sign, gradient[0]);
        }
    }

    // The branch over the box is x, at the point it is -x: they have no derivative in common.
    [Fact]
    public void A_point_on_another_branch_than_the_box_does_not_expand()
    {
        Tape tape = Tape.Compile(["x"], [Term.Abs(Term.Variable("x"))]);
        Assert.False(TryExpand(tape, [new(1, 2)], [-1], out _));
        Assert.True(TryExpand(tape, [new(1, 2)], [1], out _));
    }

    [Fact]
    public void A_kink_that_is_the_whole_operand_is_not_smooth()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y");
        foreach (Term term in new[] { Term.Abs(x) * y, Term.Max(x, 2 * x) + y })
        {
            Assert.False(TryExpand(Tape.Compile(["x", "y"], [term]), [Interval.Zero, new(-1, 1)], [0, 0], out _));
        }
    }

    [Fact]
    public void The_gradient_at_a_point_holds_the_difference_quotients_near_it()
    {
        int compared = 0;
        for (int seed = 0; seed < 3000; seed++)
        {
            var random = new RandomTerms(seed, 1);
            Tape tape = Tape.Compile(random.Names, [random.Term(4)]);
            Interval[] box = random.Box();
            double[] point = random.Point(box);
            double step = (box[0].Upper - point[0]) * 1e-3;
            if (step < 1e-6 || !TryExpand(tape, box, point, out Interval[] gradient))
            {
                continue;
            }

            TryHessian(tape, box, out Interval[] hessian);
            Interval[] next = RandomTerms.Enclose([point[0] + step]);
            Interval moved = next[0] - Interval.Point(point[0]);
            Interval quotient = (Value(tape, next) - Value(tape, RandomTerms.Enclose(point))) / moved;
            Assert.False(quotient.IsDisjointFrom(gradient[0] + (hessian[0] * moved / 2)), $"seed {seed}");
            compared++;
        }

        Assert.True(compared > 500, $"only {compared} compared");
    }

    private static (int Compared, int Violated) Compare(Func<Interval, Interval> spoil)
    {
        int compared = 0, violated = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            var random = new RandomTerms(seed, 1 + (seed % 3));
            Tape tape = Tape.Compile(random.Names, [random.Term(4)]);
            Interval[] box = random.Box();
            if (!TryHessian(tape, box, out Interval[] hessian))
            {
                continue;
            }

            int n = box.Length;
            for (int trial = 0; trial < 5; trial++)
            {
                double[] u = random.Point(box), v = random.Point(box);
                Interval[] atU = Gradient(tape, u), atV = Gradient(tape, v);
                for (int i = 0; i < n; i++)
                {
                    Interval predicted = Interval.Zero;
                    for (int j = 0; j < n; j++)
                    {
                        predicted += spoil(hessian[(i * n) + j]) * (Interval.Point(u[j]) - Interval.Point(v[j]));
                    }

                    compared++;
                    violated += predicted.IsDisjointFrom(atU[i] - atV[i]) ? 1 : 0;
                }
            }
        }

        return (compared, violated);
    }

    private static bool TryHessian(Tape tape, Interval[] box, out Interval[] hessian)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        hessian = new Interval[box.Length * box.Length];
        return new SecondOrderForm(tape).TryHessian(slots, tape.Outputs[0], new bool[box.Length], hessian);
    }

    private static bool TryExpand(Tape tape, Interval[] box, double[] point, out Interval[] gradient)
    {
        var slots = new Interval[tape.Length];
        var pointSlots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        IntervalEvaluation.Run(tape, RandomTerms.Enclose(point), pointSlots);
        gradient = new Interval[box.Length];
        var hessian = new Interval[box.Length * box.Length];
        return new SecondOrderForm(tape).TryExpand(slots, slots, pointSlots, tape.Outputs[0], new bool[box.Length], gradient, hessian);
    }

    private static Interval Value(Tape tape, Interval[] box)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        return slots[tape.Outputs[0]];
    }

    private static Interval[] Gradient(Tape tape, double[] point)
    {
        var slots = new Interval[tape.Length];
        var slopes = new Interval[point.Length];
        IntervalEvaluation.Run(tape, RandomTerms.Enclose(point), slots);
        IntervalSlopes.Run(tape, slots, tape.Outputs[0], new Interval[tape.Length], slopes);
        return slopes;
    }
}
