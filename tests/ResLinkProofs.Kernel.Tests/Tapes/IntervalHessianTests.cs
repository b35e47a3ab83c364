using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

public sealed class IntervalHessianTests
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
        return new IntervalHessian(tape).TryRun(slots, tape.Outputs[0], new bool[box.Length], hessian);
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
