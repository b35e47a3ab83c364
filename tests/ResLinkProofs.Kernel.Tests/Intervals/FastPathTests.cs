using ResLinkProofs.Kernel.Intervals.Elementary;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tests.Intervals.Reference;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>The double-double path alone: it may leave a few arguments undecided, but only a few, or the elementary functions would be slow.</summary>
public sealed class FastPathTests(ITestOutputHelper output)
{
    public static TheoryData<string, double, double, double> Ranges => new()
    {
        { "exp", -5, 5, 1e-3 },
        { "exp", -700, 700, 1e-3 },
        { "log", 0.01, 10, 2e-3 },
        { "log", 1e-300, 1e300, 1e-3 },
        { "sin", -10, 10, 1e-3 },
        { "cos", -10, 10, 1e-3 },
        { "tan", -10, 10, 3e-3 },
        { "sin", -1e6, 1e6, 1e-3 },
        { "atan", -3, 3, 1e-3 },
        { "atan", -1e9, 1e9, 1e-3 },
        { "asin", -1, 1, 1e-3 },
        { "acos", -1, 1, 1e-3 },
        { "acos", -0.02, 0.02, 1e-3 },
        { "asin", 0.99, 1, 1e-3 },
        { "atan", 0.99, 1.01, 1e-3 },
        { "tan", -1e5, 1e5, 3e-3 },
        { "cos", -1e6, 1e6, 1e-3 },
        { "log", 0.99, 1.02, 4e-3 },
        { "exp", -0.01, 0.01, 1e-3 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Leaves_few_arguments_to_the_fixed_point_path(string function, double from, double to, double share)
    {
        const int Count = 20_000;
        Random random = new(5);
        int undecided = 0;
        for (int i = 0; i < Count; i++)
        {
            double x = from + ((to - from) * random.NextDouble());
            Endpoints value = Evaluate(function, x);
            Assert.True(value.Lower <= value.Upper);
            undecided += value.IsTight ? 0 : 1;
        }

        output.WriteLine($"{function} on [{from}, {to}]: {undecided} of {Count} undecided");
        Assert.InRange(undecided, 0, (int)(share * Count));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Uses_only_part_of_the_proven_error_bound(string function, double from, double to, double share)
    {
        Random random = new(6);
        double worst = 0;
        for (int i = 0; i < 1_200; i++)
        {
            // The whole range, and a shrinking neighbourhood of a special point, where bounds relative to the result are tested.
            double t = random.NextDouble(), x = (i % 3) switch
            {
                0 => Math.Clamp((function is "log" ? 1 : 0) + Math.ScaleB(t - 0.5, -random.Next(26)), from, to),
                1 when Math.Abs(to) <= 1000 => Math.Clamp((random.Next(-3, 4) / 2.0 * (function is "asin" or "acos" ? 1 : Math.PI)) + Math.ScaleB(t - 0.5, -random.Next(30)), from, to),
                _ => from + ((to - from) * t),
            };
            if (Math.Abs(x) < 1e-8 || x is 1 or -1)
                continue;
            Approximation value = Approximate(function, x, out int exponent);
            Rational exact = SeriesReference.Approximate(function, x) / Rational.Pow(2, exponent);
            Rational error = Rational.Abs(Rational.FromDouble(value.High) + Rational.FromDouble(value.Low) - exact);
            worst = Math.Max(worst, (error / Rational.FromDouble(value.Error)).ToDouble());
        }

        output.WriteLine($"{function} on [{from}, {to}]: at most {worst:F3} of the error bound used (share {share})");
        Assert.InRange(worst, 0.01, 0.25); // at least a factor of four in reserve; a bound that is never approached would be suspect too
    }

    private static Approximation Approximate(string function, double x, out int exponent)
    {
        exponent = 0;
        return function switch
        {
            "exp" => DoubleExponential.Exp(x, out exponent),
            "log" => DoubleExponential.LogSum(x),
            "sin" => DoubleTrigonometric.SinSum(x, out _),
            "cos" => DoubleTrigonometric.CosSum(x, out _),
            "tan" => DoubleTrigonometric.TanSum(x, out _),
            "atan" => DoubleInverse.AtanSum(x),
            "asin" => DoubleInverse.AsinSum(x),
            _ => DoubleInverse.AcosSum(x),
        };
    }

    private static Endpoints Evaluate(string function, double x) => function switch
    {
        "exp" => DoubleExponential.Exp(x),
        "log" => DoubleExponential.Log(x),
        "sin" => DoubleTrigonometric.Sin(x).Value,
        "cos" => DoubleTrigonometric.Cos(x).Value,
        "tan" => DoubleTrigonometric.Tan(x).Value,
        "atan" => DoubleInverse.Atan(x),
        "asin" => DoubleInverse.Asin(x),
        _ => DoubleInverse.Acos(x),
    };
}
