using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Benchmarks.Descent;

/// <summary>
/// <c>descent [rounds] [python]</c>: one SGD step, sampling and teacher included, against NumPy doing the same in the same run
/// (benchmarks/Descent/numpy_sgd.py), for each thread count and each OpenBLAS kernel set that can be asked for; and as a share of the
/// machine's measured multiply-add peak. Contenders alternate; the best of all rounds counts for both.
/// </summary>
internal static class DescentBenchmark
{
    // "" leaves OPENBLAS_CORETYPE unset: what the library picks by itself, which is Prescott where it does not know the processor.
    private static readonly string[] Cores = ["", "SkylakeX", "Haswell"];

    public static int Run(string[] arguments)
    {
        var rounds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 2;
        var python = arguments.Length > 1 ? arguments[1] : "/usr/bin/python3";
        double[] doubles = [0, MultiplyAddPeak.Measure<double>(1), MultiplyAddPeak.Measure<double>(2)];
        double[] singles = [0, MultiplyAddPeak.Measure<float>(1), MultiplyAddPeak.Measure<float>(2)];
        Console.WriteLine(FormattableString.Invariant(
            $"multiply-add peak on 1 and 2 threads, GFLOP/s: float64 {doubles[1]:f0} and {doubles[2]:f0}, float32 {singles[1]:f0} and {singles[2]:f0}"));
        Compare<double>(1500, 300, 12, rounds, python, doubles);
        Compare<float>(1500, 300, 16, rounds, python, singles);
        Compare<double>(100, 200, 1500, rounds, python, doubles);
        Compare<float>(100, 200, 1500, rounds, python, singles);
        return 0;
    }

    private static void Compare<T>(int d, int batch, int steps, int rounds, string python, double[] peaks)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var type = typeof(T) == typeof(double) ? "float64" : "float32";
        var ours = new double[3];
        var theirs = new Dictionary<string, double>();
        ours.AsSpan().Fill(double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var threads in new[] { 1, 2 })
            {
                ours[threads] = Math.Min(ours[threads], Ours<T>(d, batch, threads, steps));
                foreach (var core in Cores)
                {
                    var key = $"{(core.Length == 0 ? "unset" : core)}, {threads} thread{(threads > 1 ? "s" : "")}";
                    theirs[key] = Math.Min(theirs.GetValueOrDefault(key, double.PositiveInfinity), NumPy(python, d, batch, type, steps, threads, core));
                }
            }
        }

        var flop = 6.0 * batch * d * d;
        Console.WriteLine(FormattableString.Invariant($"d = {d}, batch {batch}, {type}, best step of {rounds * steps}:"));
        foreach (var threads in new[] { 1, 2 })
        {
            Console.WriteLine(FormattableString.Invariant(
                $"  here, {threads} thread{(threads > 1 ? "s" : "")}: {ours[threads]:f3} ms, {flop / ours[threads] / 1e6:f0} GFLOP/s, {flop / ours[threads] / 1e4 / peaks[threads]:f0} % of the peak"));
        }

        var best = ours.Min();
        foreach (var (key, time) in theirs.OrderBy(p => p.Key, StringComparer.Ordinal))
            Console.WriteLine(FormattableString.Invariant($"  NumPy, OPENBLAS_CORETYPE {key}: {time:f3} ms; the faster of ours is {time / best:f2} times as fast"));
    }

    private static double Ours<T>(int d, int batch, int threads, int steps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(threads);
        T[] Weights(ulong id)
        {
            var stream = new RandomStream(1, id);
            var w = new T[d * d];
            for (var i = 0; i < w.Length; i++)
                w[i] = T.CreateChecked(0.1 / Math.Sqrt(d) * stream.NextGaussian());
            return w;
        }

        var source = new FreshGaussianBatches<T>(3, batch, new(Weights(1), d, true), team);
        var descent = new StochasticDescent<T>(new(Weights(2), d, true), source, team);
        var best = double.PositiveInfinity;
        for (var i = 0; i < steps + (steps / 4) + 2; i++)
        {
            var start = Stopwatch.GetTimestamp();
            descent.Advance(1e-6);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    private static double NumPy(string python, int d, int batch, string type, int steps, int threads, string core)
    {
        var script = Path.Combine("benchmarks", "Descent", "numpy_sgd.py");
        if (!File.Exists(script))
            throw new FileNotFoundException($"Run from the repository's root: '{script}' is not here.");
        var start = new ProcessStartInfo(python) { RedirectStandardOutput = true };
        foreach (var argument in new[] { script, $"{d}", $"{batch}", type, $"{steps}" })
            start.ArgumentList.Add(argument);
        start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        start.Environment.Remove("OPENBLAS_CORETYPE");
        if (core.Length > 0)
            start.Environment["OPENBLAS_CORETYPE"] = core;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var at = output.IndexOf("min ", StringComparison.Ordinal);
        return process.ExitCode == 0 && at >= 0
            ? double.Parse(output[(at + 4)..output.IndexOf(" ms", at, StringComparison.Ordinal)], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{python} {script} failed: {output}");
    }
}
