using System.Globalization;
using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>Compares an interval function at points with a reference.</summary>
internal sealed class PointChecker(IPointReference reference, string function)
{
    internal int Points { get; private set; }

    internal int NotContained { get; private set; }

    internal int NotTight { get; private set; }

    internal string FirstFailure { get; private set; } = "";

    internal void Run(Func<Interval, Interval> evaluate, IEnumerable<double> points)
    {
        foreach (double x in points)
        {
            (double lower, double upper) = reference.Evaluate(function, x);
            Interval result = evaluate(Interval.Point(x));
            Points++;
            if (result.Lower <= lower && upper <= result.Upper)
            {
                if (result.Lower != lower || result.Upper != upper)
                    NotTight++;
                continue;
            }

            if (NotContained++ == 0)
                FirstFailure = string.Create(CultureInfo.InvariantCulture, $"{function}({x:R}) is in [{lower:R}, {upper:R}], enclosed by {result}");
        }
    }
}
