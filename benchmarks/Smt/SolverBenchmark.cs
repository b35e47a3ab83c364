using System.Diagnostics;
using System.Globalization;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Benchmarks.Smt;

/// <summary>
/// What a query to Z3 costs beside the solving: the median over questions that need none, beside the bare start of the program.
/// With a folder, also the finding and the time for each of its SMT-LIB 2 files.
/// </summary>
internal static class SolverBenchmark
{
    private const int Queries = 101;

    internal static int Run(string[] args)
    {
        using SmtProcess solver = Z3Provider.Open();
        Console.WriteLine($"{solver.Name}: {solver.Version}, {solver.Path}");
        Term x = Term.Variable("x");
        var limits = new SolverLimits(10_000_000, TimeSpan.FromSeconds(30));
        Console.WriteLine($"start alone  {Median(_ => Start(solver.Path)),8} ms, median of {Queries}");
        Console.WriteLine($"query        {Median(i => SmtJudge.Ask(solver, SmtQuery.Of(["x"], [x * x > i]), limits)),8} ms, median of {Queries}, model confirmed");
        foreach (string file in args.SelectMany(folder => Directory.EnumerateFiles(folder, "*.smt2")).Order(StringComparer.Ordinal))
        {
            SmtQuestion script = SmtScriptReader.ReadFile(file).OnlyQuestion();
            SmtQuery query = SmtQuery.Of([.. script.Variables.Select(v => v.Name)], [.. script.Assertions.Select(a => a.Formula)]);
            if (query.IsExact)
            {
                var clock = Stopwatch.StartNew();
                SmtJudgement judgement = SmtJudge.Ask(solver, query, limits);
                Console.WriteLine($"{Path.GetFileName(file),-36} {script.Status,-8} {judgement.Finding,-13} {Milliseconds(clock),8} ms  {judgement.Reason}");
            }
        }

        return 0;
    }

    private static void Start(string path)
    {
        using Process process = Process.Start(new ProcessStartInfo(path, "--version") { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static string Median(Action<int> action)
    {
        var times = new List<double>();
        for (int i = 0; i < Queries; i++)
        {
            var clock = Stopwatch.StartNew();
            action(i);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[Queries / 2].ToString("F1", CultureInfo.InvariantCulture);
    }

    private static string Milliseconds(Stopwatch clock) => clock.Elapsed.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);
}
