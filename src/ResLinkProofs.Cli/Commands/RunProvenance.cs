using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// What it takes to repeat a run of an experiment, beside its data: commit, command, seed, duration.
/// A file of its own, since it is no function of the sizes and the seed.
/// </summary>
internal static class RunProvenance
{
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it to the output directory and returns the file's path.</summary>
    /// <param name="experiment">The experiment that was run.</param>
    /// <param name="options">How.</param>
    /// <param name="duration">How long it took; of a resumed run, its last piece.</param>
    public static string Write(IExperiment experiment, ExperimentOptions options, TimeSpan duration)
    {
        string version = typeof(IExperiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown";
        string file = Path.Combine(options.OutputDirectory!, experiment.Name + ".provenance.json");
        AtomicFile.Write(file, JsonSerializer.Serialize(
            new
            {
                command = Command(experiment, options),
                seed = options.Seed,
                commit = version[(version.IndexOf('+', StringComparison.Ordinal) + 1)..],
                finished = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
                seconds = Math.Round(duration.TotalSeconds),
                resumed = options.Resume,
                threads = options.Threads,
                runtime = RuntimeInformation.FrameworkDescription,
                architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            },
            Format) + "\n");
        return file;
    }

    private static string Command(IExperiment experiment, ExperimentOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"reslink experiment {experiment.Name}{(options.Scale == ExperimentScale.Full ? " --full" : "")}"
            + $"{string.Concat(options.Without.Select(p => " --without " + p))} --seed {options.Seed}");
}
