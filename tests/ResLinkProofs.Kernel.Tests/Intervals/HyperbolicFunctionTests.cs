using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tests.Intervals.Reference;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>Hyperbolic functions, their inverses, the cube root and the error function against references of high precision.</summary>
public sealed class HyperbolicFunctionTests(ITestOutputHelper output)
{
    private static Interval Evaluate(string function, Interval x) => function switch
    {
        "sinh" => Interval.Sinh(x),
        "cosh" => Interval.Cosh(x),
        "tanh" => Interval.Tanh(x),
        "asinh" => Interval.Asinh(x),
        "acosh" => Interval.Acosh(x),
        "atanh" => Interval.Atanh(x),
        "cbrt" => Interval.Cbrt(x),
        "erf" => Interval.Erf(x),
        _ => Interval.Erfc(x),
    };

    // The largest width in units of the last place.
    private static double AllowedUnits(string function, double x) => function switch
    {
        "cbrt" => 1,
        "erfc" when x > 0 => 300 + (4 * x * x),
        "acosh" => 30,
        _ => 20,
    };

    [Theory]
    [InlineData("sinh")]
    [InlineData("cosh")]
    [InlineData("tanh")]
    [InlineData("erf")]
    [InlineData("erfc")]
    public void Points_are_enclosed_as_fixed_point_says(string function)
    {
        var reference = new WideSeries();
        double widest = 0;
        foreach (double x in Points(function, reference.SampleSize))
        {
            (double lower, double upper) = reference.Evaluate(function, x);
            Interval value = Evaluate(function, Interval.Point(x));
            Assert.True(value.Lower <= lower && upper <= value.Upper, $"{function}({x:R}) is in [{lower:R}, {upper:R}], not in {value}");
            widest = Math.Max(widest, CheckedUnits(function, x, value));
        }

        output.WriteLine($"{function}: at most {widest} units wide");
    }

    [Theory]
    [InlineData("asinh", "sinh")]
    [InlineData("acosh", "cosh")]
    [InlineData("atanh", "tanh")]
    [InlineData("cbrt", "cube")]
    public void Inverse_functions_lie_between_numbers_whose_images_enclose_the_argument(string function, string forward)
    {
        var reference = new WideSeries();
        double widest = 0;
        foreach (double x in Points(function, reference.SampleSize))
        {
            Interval value = Evaluate(function, Interval.Point(x));
            Assert.True(value.Lower == 0 || reference.Evaluate(forward, value.Lower).Lower <= x, $"{function}({x:R}) is below {value}");
            Assert.True(value.Upper == 0 || reference.Evaluate(forward, value.Upper).Upper >= x, $"{function}({x:R}) is above {value}");
            widest = Math.Max(widest, CheckedUnits(function, x, value));
        }

        output.WriteLine($"{function}: at most {widest} units wide");
    }

    [Theory]
    [InlineData("sinh")]
    [InlineData("cosh")]
    [InlineData("tanh")]
    [InlineData("asinh")]
    [InlineData("acosh")]
    [InlineData("atanh")]
    [InlineData("cbrt")]
    [InlineData("erf")]
    [InlineData("erfc")]
    public void The_best_reference_of_the_machine_agrees(string function)
    {
        if (Mpfr.TryCreate() is not { } reference)
        {
            output.WriteLine("no MPFR here: the two tests above are the check");
            return;
        }

        var checker = new PointChecker(reference, function);
        checker.Run(x => Evaluate(function, x), Points(function, 20_000));
        output.WriteLine($"{function}: {checker.Points} points, {checker.NotTight} not the tightest");
        Assert.True(checker.NotContained == 0, checker.FirstFailure);
        Assert.True(checker.Points > 10_000);
        // A value that is off by 2^-40 is noticed.
        checker.Run(x => Evaluate(function, x) * (1 + new Interval(1e-12, 1e-12)), Points(function, 200));
        Assert.True(checker.NotContained > 50, $"only {checker.NotContained} noticed");
    }

    [Fact]
    public void Ends_of_domains_and_infinity_are_the_limits()
    {
        var positive = new Interval(0, double.PositiveInfinity);
        Assert.Equal(positive, Interval.Sinh(positive));
        Assert.Equal(new(1, double.PositiveInfinity), Interval.Cosh(Interval.Entire));
        Assert.Equal(new(-1, 1), Interval.Tanh(Interval.Entire));
        Assert.Equal(positive, Interval.Asinh(positive));
        Assert.Equal(positive, Interval.Acosh(new(1, double.PositiveInfinity)));
        Assert.Equal(positive, Interval.Acosh(new(-3, double.PositiveInfinity)));
        Assert.True(Interval.Acosh(new(-3, 0.5)).IsEmpty && Interval.Atanh(new(1, 2)).IsEmpty && Interval.Atanh(-1).IsEmpty);
        Assert.Equal(Interval.Entire, Interval.Atanh(new(-1, 1)));
        Assert.Equal(Interval.Entire, Interval.Cbrt(Interval.Entire));
        Assert.Equal(new(-1, 1), Interval.Erf(Interval.Entire));
        Assert.Equal(new(0, 2), Interval.Erfc(Interval.Entire));
        foreach (string function in new[] { "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt", "erf", "erfc" })
        {
            Assert.True(Evaluate(function, Interval.Empty).IsEmpty, function);
        }
    }

    [Fact]
    public void Exact_values_are_exact()
    {
        foreach (string function in new[] { "sinh", "tanh", "asinh", "atanh", "cbrt", "erf" })
        {
            Assert.Equal(Interval.Zero, Evaluate(function, 0));
        }

        Assert.Equal(Interval.One, Interval.Cosh(0));
        Assert.Equal(Interval.One, Interval.Erfc(0));
        Assert.Equal(Interval.Zero, Interval.Acosh(1));
        Assert.Equal((Interval)(-3), Interval.Cbrt(-27));
        Assert.True(Interval.Pow(Interval.Cbrt(Interval.Point(double.Epsilon)), 3).Contains(double.Epsilon));
        Assert.True(Interval.Pow(Interval.Cbrt(Interval.Point(double.MaxValue)), 3).Contains(double.MaxValue));
    }

    private static double CheckedUnits(string function, double x, Interval value)
    {
        double unit = Math.BitIncrement(value.Magnitude) - value.Magnitude, units = value.Width / unit;
        Assert.True(units <= AllowedUnits(function, x), $"{function}({x:R}) = {value} is {units} units wide");
        return units;
    }

    // Magnitudes from 10^-9 to 30, both signs where the function has them, and doubles beside the ends of the domain.
    private static IEnumerable<double> Points(string function, int count)
    {
        var random = new Random(77);
        for (int i = 0; i < count; i++)
        {
            double x = Math.Pow(10, -9 + (10.3 * random.NextDouble())) * (function == "acosh" || random.Next(2) == 0 ? 1 : -1);
            x = function switch
            {
                "acosh" => 1 + x,
                "atanh" => Math.Tanh(x),
                "erfc" => Math.Clamp(x, -6, 20),
                _ => x,
            };
            if (function != "atanh" || Math.Abs(x) < 1)
            {
                yield return x;
            }
        }
    }
}
