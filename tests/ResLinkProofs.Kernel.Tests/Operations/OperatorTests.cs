using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Operations;

/// <summary>What every operator promises, on operands that begin, end or consist of kinks, ties, zeros of divisors and ends of domains.</summary>
public sealed class OperatorTests
{
    private static readonly double[] Corners =
        [0, 1, -1, 0.5, -0.5, 1e-300, -1e-300, 1e-9, -1e-9, Math.BitDecrement(1), Math.BitIncrement(-1), 1.5707963267948966, -1.5707963267948966, 3.25, -7, 40];

    /// <summary>Every operation of one operand, powers of several exponents.</summary>
    public static TheoryData<Operation, int> UnaryOperations()
    {
        var data = new TheoryData<Operation, int>();
        foreach (Operation operation in Enum.GetValues<Operation>().Where(o => !Term.IsLeaf(o) && !Term.IsBinary(o) && o is not (Operation.Conditional or Operation.Integral)))
        {
            foreach (int exponent in operation == Operation.Power ? [-3, -2, -1, 0, 1, 2, 3, 8] : new[] { 0 })
            {
                data.Add(operation, exponent);
            }
        }

        return data;
    }

    /// <summary>Every operation of two operands.</summary>
    public static TheoryData<Operation> BinaryOperations() => [.. Enum.GetValues<Operation>().Where(Term.IsBinary)];

    [Theory]
    [MemberData(nameof(UnaryOperations))]
    public void Values_quotients_and_inverse_images_of_one_operand_lose_nothing(Operation operation, int exponent)
    {
        UnaryOperator f = Operators.Unary(operation, exponent);
        int defined = 0;
        foreach (Interval x in Operands())
        {
            Interval value = f.Enclose(x), slopes = f.Slopes(x, value), curvature = f.Curvature(x, value);
            Assert.Equal(f.IsDefinedOn(x) || f.IsTotal, f.IsDefinedOn(x));
            double[] points = Points(x);
            foreach (double u in points.Where(_ => f.IsDefinedOn(x)))
            {
                Interval fu = f.Enclose(Interval.Point(u));
                Assert.True(f.IsDefinedOn(Interval.Point(u)), $"{operation} at {u:R} in {x}");
                Assert.False(fu.IsDisjointFrom(value), $"{operation} at {u:R} in {x}: {fu} and {value}");
                Assert.True(f.Preimage(x, fu).Contains(u), $"{operation}: {u:R} in {x} is lost by {fu}");
                defined++;
                foreach (double v in points.Where(v => v != u))
                {
                    Interval step = Interval.Point(u) - Interval.Point(v), fv = f.Enclose(Interval.Point(v));
                    Assert.False(((fu - fv) / step).IsDisjointFrom(slopes), $"{operation} between {u:R} and {v:R} in {x}: {slopes}");
                    if (curvature.IsBounded && operation != Operation.Abs)
                    {
                        Interval change = f.Slopes(Interval.Point(u), fu) - f.Slopes(Interval.Point(v), fv);
                        Assert.False((change / step).IsDisjointFrom(curvature), $"{operation}'' between {u:R} and {v:R} in {x}: {curvature}");
                    }
                }
            }

            foreach (double u in points)
            {
                CompareWithFloatingPoint(f, operation, u);
            }
        }

        Assert.True(defined > (operation == Operation.Acosh ? 30 : 50), $"{operation}: only {defined} points");
    }

    [Theory]
    [InlineData(Operation.Sqrt, 0)]
    [InlineData(Operation.Asin, 1)]
    [InlineData(Operation.Asin, -1)]
    [InlineData(Operation.Acos, 1)]
    [InlineData(Operation.Acos, -1)]
    public void At_an_end_of_a_domain_without_a_derivative_nothing_is_known_of_slopes_and_curvature(Operation operation, int end)
    {
        UnaryOperator f = Operators.Unary(operation, 0);
        Interval x = Interval.Point(end), value = f.Enclose(x);
        Assert.True(f.IsDefinedOn(x));
        Assert.Equal(Interval.Entire, f.Slopes(x, value));
        Assert.Equal(Interval.Entire, f.Curvature(x, value));
    }

    [Theory]
    [MemberData(nameof(BinaryOperations))]
    public void Values_quotients_and_inverse_images_of_two_operands_lose_nothing(Operation operation)
    {
        BinaryOperator g = Operators.Binary(operation);
        int defined = 0;
        Interval[] operands = [.. Operands()];
        for (int i = 0; i < operands.Length; i++)
        {
            for (int j = i % 3; j < operands.Length; j += 3)
            {
                (Interval x, Interval y) = (operands[i], operands[j]);
                if (!g.IsDefinedOn(x, y))
                {
                    Assert.False(g.IsTotal);
                    continue;
                }

                Interval value = g.Enclose(x, y);
                (Interval left, Interval right) = g.Slopes(x, y, value);
                double[] us = Points(x), vs = Points(y);
                foreach ((double u1, double u2) in us.Zip(vs).Append((us[0], vs[^1])))
                {
                    Interval gu = g.Enclose(Interval.Point(u1), Interval.Point(u2));
                    Assert.False(gu.IsDisjointFrom(value), $"{operation} at ({u1:R}, {u2:R}) in {x}, {y}");
                    Assert.True(g.PreimageLeft(x, y, gu).Contains(u1) && g.PreimageRight(x, y, gu).Contains(u2), $"{operation}: ({u1:R}, {u2:R}) is lost");
                    foreach ((double v1, double v2) in us.Reverse().Zip(vs))
                    {
                        Interval predicted = (left * (Interval.Point(u1) - Interval.Point(v1))) + (right * (Interval.Point(u2) - Interval.Point(v2)));
                        Interval change = gu - g.Enclose(Interval.Point(v1), Interval.Point(v2));
                        Assert.False(predicted.IsDisjointFrom(change), $"{operation} from ({v1:R}, {v2:R}) to ({u1:R}, {u2:R}): {predicted} and {change}");
                        defined++;
                    }
                }
            }
        }

        Assert.True(defined > 1000, $"{operation}: only {defined} pairs");
    }

    [Fact]
    public void At_a_tie_slopes_are_hulls_and_nothing_is_smooth()
    {
        var hull = new Interval(0, 1);
        UnaryOperator abs = Operators.Unary(Operation.Abs);
        Assert.Equal(new Interval(-1, 1), abs.Slopes(Interval.Zero, Interval.Zero));
        Assert.False(abs.Curvature(Interval.Zero, Interval.Zero).IsBounded);
        foreach (Operation operation in new[] { Operation.Min, Operation.Max })
        {
            BinaryOperator extreme = Operators.Binary(operation);
            Assert.Equal((hull, hull), extreme.Slopes(Interval.One, Interval.One, Interval.One));
            Assert.False(extreme.Curvature(Interval.One, Interval.One, Interval.One).LeftLeft.IsBounded);
        }
    }

    [Fact]
    public void A_branch_that_touches_its_kink_at_an_end_is_the_branch()
    {
        UnaryOperator abs = Operators.Unary(Operation.Abs);
        Assert.Equal(Interval.One, abs.Slopes(new(0, 2), new(0, 2)));
        Assert.Equal((Interval)(-1), abs.Slopes(new(-2, 0), new(0, 2)));
        BinaryOperator max = Operators.Binary(Operation.Max);
        Assert.Equal((Interval.One, Interval.Zero), max.Slopes(new(1, 2), new(0, 1), new(1, 2)));
        Assert.Equal((Interval.Zero, Interval.One), max.Slopes(new(0, 1), new(1, 2), new(1, 2)));
    }

    [Theory]
    [InlineData(Operation.Sqrt, -1e-300, 1.0)]
    [InlineData(Operation.Log, 0.0, 1.0)]
    [InlineData(Operation.Tan, 1.5, 1.6)]
    [InlineData(Operation.Asin, 0.0, 1.0000000000000002)]
    [InlineData(Operation.Acos, -1.0000000000000002, 0.0)]
    [InlineData(Operation.ArcsineDefect, 0.5, 2.0)]
    [InlineData(Operation.Acosh, 0.9999999999999999, 2.0)]
    [InlineData(Operation.Atanh, 0.0, 1.0)]
    [InlineData(Operation.Atanh, -1.0, 0.5)]
    public void Beyond_its_domain_an_operation_says_nothing(Operation operation, double low, double high)
    {
        UnaryOperator f = Operators.Unary(operation);
        var x = new Interval(low, high);
        Assert.False(f.IsTotal);
        Assert.False(f.IsDefinedOn(x));
        Assert.True(f.Enclose(x).IsEntire && f.Slopes(x, Interval.Entire).IsEntire && f.Curvature(x, Interval.Entire).IsEntire);
        Assert.Equal(x, f.Preimage(x, Interval.Zero));
    }

    private static void CompareWithFloatingPoint(UnaryOperator f, Operation operation, double u)
    {
        Interval point = Interval.Point(u);
        double value = f.Approximate(u);
        if (!f.IsDefinedOn(point))
        {
            Assert.True(!double.IsFinite(value) || operation is Operation.Tan, $"{operation} at {u:R} is {value:R} in floating point");
            return;
        }

        Interval exact = f.Enclose(point);
        Assert.True(Near(value, exact, 1e-9), $"{operation} at {u:R}: {value:R}, {exact}");
        if (f.Exact(Rational.FromDouble(u)) is { } rational)
        {
            Assert.False(Interval.Enclose(rational).IsDisjointFrom(exact), $"{operation} at {u:R}: {rational}, {exact}");
        }

        Interval slope = f.Slopes(point, exact);
        double derivative = f.Derivative(u, value);
        Assert.True(!slope.IsBounded || !double.IsFinite(derivative) || Near(derivative, slope, 1e-6), $"{operation}' at {u:R}: {derivative:R}, {slope}");
    }

    private static bool Near(double value, Interval range, double relative) =>
        value >= range.Lower - (relative * Math.Abs(range.Lower)) - 1e-300 && value <= range.Upper + (relative * Math.Abs(range.Upper)) + 1e-300;

    private static IEnumerable<Interval> Operands()
    {
        double[] sorted = [.. Corners.Order()];
        for (int i = 0; i < sorted.Length; i++)
        {
            for (int j = i; j < sorted.Length; j++)
            {
                yield return new Interval(sorted[i], sorted[j]);
            }
        }
    }

    private static double[] Points(Interval x) => [.. new[]
    {
        x.Lower, x.Upper, x.Midpoint, Math.BitIncrement(x.Lower), Math.BitDecrement(x.Upper), x.Lower + (0.01 * (x.Upper - x.Lower)), 0.0,
    }.Where(p => x.Contains(p)).Distinct()];
}
