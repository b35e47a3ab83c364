using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>Arguments for point tests: special values, neighbours of special values, every magnitude, and the usual range.</summary>
internal static class SamplePoints
{
    internal static IEnumerable<double> For(string function, int count)
    {
        Random random = new(20_017 + (function[0] * 31) + function[1]);
        return Special().Concat(Enumerable.Range(0, int.MaxValue).Select(i => Draw(function, random, i)))
            .Where(x => InDomain(function, x)).Take(count);
    }

    private static bool InDomain(string function, double x) => double.IsFinite(x) && function switch
    {
        "log" => x > 0,
        "asin" or "acos" => Math.Abs(x) <= 1,
        _ => true,
    };

    /// <summary>Exact cases, ends of ranges, branch points of argument reductions, multiples of pi/2 and of ln 2, known hard cases.</summary>
    private static IEnumerable<double> Special()
    {
        List<double> centres =
        [
            0, double.Epsilon, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-20, 1, 2, 0.5, 1e15, 1e16, 1e17, 1e22, 1e155, 1e300,
            double.MaxValue, 709.78271289338397, 710, 745.13321910194122, 746, Math.E,
            6381956970095103 * Math.Pow(2, 797), // closest double to a multiple of pi/2
            5.319372648326541e255, 1.7800591868057611e308, 0.7071067811865476, 0.8660254037844387,
        ];
        for (int k = -70; k <= 70; k++)
            centres.Add(Math.ScaleB(1, k));
        for (int k = 1; k <= 130; k++)
        {
            centres.Add(k / 64.0);
            centres.Add(64.0 / k);
            centres.Add(k * Math.PI / 4);
            centres.Add(k * Math.Log(2) / 2);
            centres.Add(Math.ScaleB(Math.PI, k));
        }

        foreach (double c in centres)
        {
            foreach (double x in (double[])[c, Math.BitIncrement(c), Math.BitDecrement(c)])
            {
                yield return x;
                yield return -x;
            }
        }
    }

    private static double Draw(string function, Random random, int i)
    {
        double sign = random.Next(2) == 0 ? 1 : -1, u = random.NextDouble();
        return (i % 8) switch
        {
            0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)), // any magnitude
            1 => sign * BitConverter.Int64BitsToDouble(random.NextInt64(1L << 52)), // subnormal
            2 => function is "exp" ? sign * 745.2 * u : sign * Math.ScaleB(1 + u, random.Next(-60, 60)),
            3 => 1 - (sign * Math.ScaleB(u, -random.Next(54))), // near 1
            4 => (sign * Math.ScaleB(u, -random.Next(54))) - 1, // near -1
            5 => sign * u,
            _ => 20 * sign * u,
        };
    }
}
