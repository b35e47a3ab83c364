using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tests.Intervals.Reference;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Intervals;

public abstract class ElementaryPointTests(ITestOutputHelper output, string function, Func<Interval, Interval> evaluate)
{
    [Fact]
    public void Encloses_the_reference_tightly()
    {
        IPointReference reference = PointReference.Best();
        PointChecker checker = new(reference, function);
        checker.Run(evaluate, SamplePoints.For(function, reference.SampleSize));
        output.WriteLine($"{function}: {checker.Points} points against {reference.Name}: {checker.NotContained} not contained, {checker.NotTight} not tight");
        Assert.Equal(reference.SampleSize, checker.Points);
        Assert.True(checker.NotContained == 0, checker.FirstFailure);
        Assert.Equal(0, checker.NotTight);
    }

    [Fact]
    public void Checker_detects_an_enclosure_that_is_narrower_by_one_unit()
    {
        IPointReference reference = PointReference.Best();
        double[] points = [.. SamplePoints.For(function, 2_000)];
        PointChecker high = new(reference, function), low = new(reference, function);
        high.Run(x => Narrow(evaluate(x), upper: true), points);
        low.Run(x => Narrow(evaluate(x), upper: false), points);
        // Only exact values and infinite endpoints stay as they are.
        Assert.InRange(high.NotContained, 1_000, 2_000);
        Assert.InRange(low.NotContained, 1_000, 2_000);
    }

    private static Interval Narrow(Interval value, bool upper)
    {
        if (value.IsPoint || double.IsInfinity(value.Upper))
            return value;
        return upper ? new(value.Lower, Math.BitDecrement(value.Upper)) : new(Math.BitIncrement(value.Lower), value.Upper);
    }
}

public sealed class ExpPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "exp", Interval.Exp);

public sealed class LogPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "log", Interval.Log);

public sealed class SinPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "sin", Interval.Sin);

public sealed class CosPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "cos", Interval.Cos);

public sealed class TanPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "tan", Interval.Tan);

public sealed class AtanPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "atan", Interval.Atan);

public sealed class AsinPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "asin", Interval.Asin);

public sealed class AcosPointTests(ITestOutputHelper output) : ElementaryPointTests(output, "acos", Interval.Acos);
