using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tests.Intervals.Reference;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Intervals;

public sealed class ReferenceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("sin")]
    [InlineData("cos")]
    [InlineData("tan")]
    [InlineData("atan")]
    [InlineData("asin")]
    [InlineData("acos")]
    public void Fixed_point_reference_agrees_with_the_best_one_and_with_the_kernel(string function)
    {
        IPointReference best = PointReference.Best();
        SeriesReference series = new();
        Func<Interval, Interval> kernel = ElementaryFunctions.Named(function);
        double[] points = [.. SamplePoints.For(function, 40_000).Where((_, i) => i % 160 == 7)];
        foreach (double x in points)
        {
            (double lower, double upper) = series.Evaluate(function, x);
            Assert.Equal((x, best.Evaluate(function, x)), (x, (lower, upper)));
            Assert.Equal((x, new Interval(lower, upper)), (x, kernel(Interval.Point(x))));
        }

        output.WriteLine($"{function}: {points.Length} points, {series.Name} against {best.Name}");
    }
}
