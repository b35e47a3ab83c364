using ResLinkProofs.Kernel.Intervals.Elementary;
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
