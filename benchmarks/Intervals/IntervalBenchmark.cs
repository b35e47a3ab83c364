using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;
using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Benchmarks.Intervals;

/// <summary>
/// Nanoseconds per operation of the kernel's intervals, of padded intervals and of plain doubles, side by side in one run: throughput
/// over arrays that fit the first-level cache, minimum over many repeats. A function of an interval evaluates both ends; "point" one.
/// </summary>
internal static class IntervalBenchmark
{
    private const int Length = 512, Repeats = 40, Batch = 20;

    private static readonly double[] Plain = new double[Length];
    private static readonly Interval[] Tight = new Interval[Length];
    private static readonly PaddedInterval[] Padded = new PaddedInterval[Length];

    internal static int Run()
    {
        // Silent passes first: the loops and all they call reach the last tier of the compiler.
        for (int pass = 0; pass < 4; pass++)
        {
            Table(TextWriter.Null, 2);
            Thread.Sleep(400);
        }

        Console.WriteLine($"ns per operation, minimum of {Repeats} runs; directed rounding by {(Avx512F.IsSupported ? "AVX-512 instructions" : "error-free transforms")}");
        Console.WriteLine($"{"",-12}{"kernel",10}{"padded",10}{"double",10}{"kernel, point",16}");
        Table(Console.Out, Repeats);
        return 0;
    }

    private static void Table(TextWriter output, int repeats)
    {
        Arithmetic(output, repeats);
        Function(output, repeats, "exp", -5, 5, Interval.Exp, Math.Exp);
        Function(output, repeats, "log", 0.1, 10, Interval.Log, Math.Log);
        Function(output, repeats, "sin", -1.5, 1.5, Interval.Sin, Math.Sin);
        Function(output, repeats, "cos", 0, 3, Interval.Cos, Math.Cos);
        Function(output, repeats, "tan", -1.5, 1.5, Interval.Tan, Math.Tan);
        Function(output, repeats, "atan", -5, 5, Interval.Atan, Math.Atan);
        Function(output, repeats, "asin", -0.99, 0.99, Interval.Asin, Math.Asin);
        Function(output, repeats, "acos", -0.99, 0.99, Interval.Acos, Math.Acos);
        Function(output, repeats, "sin, 1e15", 1e15, 2e15, Interval.Sin, Math.Sin);
    }

    private static void Arithmetic(TextWriter output, int repeats)
    {
        double[] x = Draw(1, -1, 1), y = Draw(2, -1, 1), z = Draw(3, 0.5, 1.5);
        Interval[] ix = Widen(x), iy = Widen(y), iz = Widen(z);
        PaddedInterval[] px = Convert(ix), py = Convert(iy), pz = Convert(iz);
        Report(
            output,
            "x + y",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = ix[i] + iy[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = px[i] + py[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = x[i] + y[i]; }));
        Report(
            output,
            "x - y",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = ix[i] - iy[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = px[i] - py[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = x[i] - y[i]; }));
        Report(
            output,
            "x * y",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = ix[i] * iy[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = px[i] * py[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = x[i] * y[i]; }));
        Report(
            output,
            "x / y",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = ix[i] / iz[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = px[i] / pz[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = x[i] / z[i]; }));
        Report(
            output,
            "sqrt",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = Interval.Sqrt(iz[i]); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = PaddedInterval.Sqrt(pz[i]); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = Math.Sqrt(z[i]); }));
        Report(
            output,
            "square",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = Interval.Square(ix[i]); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = px[i] * px[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = x[i] * x[i]; }));
        Report(
            output,
            "pow 5",
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = Interval.Pow(ix[i], 5); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = px[i] * px[i] * px[i] * px[i] * px[i]; }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = Math.Pow(x[i], 5); }));
    }

    private static void Function(TextWriter output, int repeats, string name, double from, double to, Func<Interval, Interval> tight, Func<double, double> plain)
    {
        double[] x = Draw(7, from, to);
        Interval[] ix = Widen(x), points = [.. x.Select(Interval.Point)];
        PaddedInterval[] px = Convert(ix);
        Report(
            output,
            name,
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = tight(ix[i]); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Padded[i] = PaddedInterval.Pad(plain(px[i].Lower), plain(px[i].Upper)); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Plain[i] = plain(x[i]); }),
            Time(repeats, () => { for (int i = 0; i < Length; i++) Tight[i] = tight(points[i]); }));
    }

    private static double Time(int repeats, Action loop)
    {
        for (int i = 0; i < 40; i++)
            loop();
        double best = double.PositiveInfinity;
        for (int r = 0; r < repeats; r++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Batch; i++)
                loop();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)Batch * Length));
        }

        return best;
    }

    private static double[] Draw(int seed, double from, double to)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => from + ((to - from) * random.NextDouble()))];
    }

    private static Interval[] Widen(double[] x) => [.. x.Select(v => new Interval(v, v + (1e-3 * Math.Abs(v))))];

    private static PaddedInterval[] Convert(Interval[] x) => [.. x.Select(v => new PaddedInterval(v.Lower, v.Upper))];

    private static void Report(TextWriter output, string name, double kernel, double padded, double plain, double? point = null) => output.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{name,-12}{kernel,10:F2}{padded,10:F2}{plain,10:F2}{point,16:F2}"));
}
