using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Benchmarks.Descent;

/// <summary>
/// <c>resume [kills] [seed]</c>: runs a short experiment in a process of its own, ends that process with SIGKILL at a random moment, checks that no
/// result file is half written, resumes until it ends, and compares every byte with an uninterrupted run. <c>resume-child DIR</c> is
/// that process.
/// </summary>
internal static class ResumeTrial
{
    public static int Run(string[] arguments)
    {
        var kills = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 20;
        var seed = arguments.Length > 1 ? ulong.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        var root = Directory.CreateTempSubdirectory("reslink-resume-").FullName;
        try
        {
            var whole = Path.Combine(root, "whole");
            var watch = Stopwatch.StartNew();
            if (Start(whole, TimeSpan.FromMinutes(5)) is not 0)
                throw new InvalidOperationException("The uninterrupted run did not end well.");
            var duration = watch.Elapsed;
            Console.WriteLine(FormattableString.Invariant($"uninterrupted: {duration.TotalSeconds:f1} s"));
            var random = new RandomStream(seed, 0);
            var (done, resumed, round) = (0, 0, 0);
            while (done < kills)
            {
                var pieces = Path.Combine(root, $"pieces{round++}");
                while (true)
                {
                    // Up to a little over a whole run, so that the writing of the results is hit too.
                    var limit = done < kills ? duration * (0.05 + (1.1 * random.NextDouble())) : TimeSpan.FromMinutes(5);
                    var code = Start(pieces, limit);
                    RequireWholeFiles(pieces);
                    if (code == 0)
                        break;
                    if (code is not null)
                        throw new InvalidOperationException($"The resumed run ended with exit code {code}.");
                    done++;
                    if (File.Exists(Path.Combine(pieces, "global-minimum.checkpoint")))
                        resumed++;
                }

                RequireEqual(whole, pieces);
            }

            Console.WriteLine($"{done} kills in {round} runs, {resumed} of them with a checkpoint to resume from: every run ended with the bytes of the uninterrupted one.");
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    public static int Child(string[] arguments)
    {
        new GlobalMinimum(new(40, 8000, 500, 100, 0.001, 2, 12, 12, 1, 2, 60)).Run(new ExperimentOptions
        {
            OutputDirectory = arguments[0],
            Resume = true,
            Threads = 1,
            CheckpointEvery = TimeSpan.FromMilliseconds(30),
        });
        return 0;
    }

    // The exit code, or null if it had to be killed.
    private static int? Start(string directory, TimeSpan limit)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ResumeTrial).Assembly.Location);
        start.ArgumentList.Add("resume-child");
        start.ArgumentList.Add(directory);
        using var process = Process.Start(start)!;
        if (process.WaitForExit(limit))
            return process.ExitCode;
        process.Kill();
        process.WaitForExit();
        return null;
    }

    private static void RequireWholeFiles(string directory)
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var file in Directory.GetFiles(directory))
        {
            switch (Path.GetExtension(file))
            {
                case ".json":
                    JsonDocument.Parse(File.ReadAllText(file)).Dispose();
                    break;
                case ".svg":
                    XDocument.Parse(File.ReadAllText(file));
                    break;
                case ".csv":
                    var text = File.ReadAllText(file);
                    if (!text.EndsWith('\n') || text.Split('\n')[..^1].Select(l => l.Count(c => c == ',')).Distinct().Count() != 1)
                        throw new InvalidOperationException($"{file} is half written.");
                    break;
            }
        }
    }

    private static void RequireEqual(string expected, string actual)
    {
        string[] Results(string directory) => [.. Directory.GetFiles(directory).Where(f => Path.GetExtension(f) is not ".tmp").Select(f => Path.GetFileName(f)!).Order()];
        if (!Results(expected).SequenceEqual(Results(actual)))
            throw new InvalidOperationException($"{string.Join(' ', Results(actual))} instead of {string.Join(' ', Results(expected))}.");
        foreach (var name in Results(expected))
        {
            if (!File.ReadAllBytes(Path.Combine(expected, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, name))))
                throw new InvalidOperationException($"{name} differs from the uninterrupted run's.");
        }
    }
}
