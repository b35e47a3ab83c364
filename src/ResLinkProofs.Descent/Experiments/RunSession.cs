using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>
/// The practical side of a long run: where it stands, when to save it, what to print, what to write at the end. Nothing here influences the
/// numbers; the clock decides only when to save and when to print.
/// </summary>
public sealed class RunSession
{
    private readonly IExperiment experiment;
    private readonly ExperimentOptions options;
    private readonly string identity;
    private readonly string? path;
    private readonly List<string> files = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan lastSave, lastPrint;
    private double workAtStart = double.NaN;

    /// <summary>Opens a session and, when asked to resume, reads the checkpoint.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="options">Its options.</param>
    /// <param name="sizes">Everything besides name and seed that the numbers are a function of, as text.</param>
    /// <exception cref="InvalidDataException">The checkpoint is damaged or belongs to another run.</exception>
    public RunSession(IExperiment experiment, ExperimentOptions options, string sizes)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        (this.experiment, this.options) = (experiment, options);
        identity = string.Create(CultureInfo.InvariantCulture, $"{experiment.Name}, seed {options.Seed}, {sizes}");
        path = options.OutputDirectory is { } directory ? Path.Combine(directory, experiment.Name + ".checkpoint") : null;
        Resumed = options.Resume && path is not null ? Checkpoint.Load(path, identity) : null;
        if (Resumed is not null)
            options.Progress?.Invoke($"{experiment.Name}: resuming from {path}");
    }

    /// <summary>The state to continue from, or null to start from the beginning.</summary>
    public Checkpoint? Resumed { get; }

    /// <summary>Reports progress and saves the state if it is time; call it once per step or so.</summary>
    /// <param name="done">Units of work done.</param>
    /// <param name="total">Units of work in all.</param>
    /// <param name="what">The unit, plural, such as <c>steps</c>.</param>
    /// <param name="save">Writes the state; called only when it is time to.</param>
    /// <exception cref="OperationCanceledException">The options' token asks to end; the state has been saved.</exception>
    public void Tick(double done, double total, string what, Action<Checkpoint> save)
    {
        ArgumentNullException.ThrowIfNull(save);
        var now = clock.Elapsed;
        if (double.IsNaN(workAtStart))
            workAtStart = done;
        if (options.Progress is not null && now - lastPrint >= TimeSpan.FromSeconds(1))
        {
            lastPrint = now;
            var rate = (done - workAtStart) / now.TotalSeconds;
            var left = rate > 0
                ? TimeSpan.FromSeconds(Math.Min(1e7, (total - done) / rate)).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)
                : "unknown";
            options.Progress(string.Create(
                CultureInfo.InvariantCulture, $"{experiment.Name}: {done:0} of {total:0} {what}, {rate:0.0} per second, {left} left"));
        }

        if (now - lastSave >= options.CheckpointEvery || options.Cancellation.IsCancellationRequested)
        {
            lastSave = now;
            if (path is not null)
            {
                var checkpoint = new Checkpoint(identity);
                save(checkpoint);
                checkpoint.Save(path);
            }

            options.Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Writes a result file atomically, if there is a place for it.</summary>
    /// <param name="name">File name within the output directory.</param>
    /// <param name="text">The content.</param>
    public void Write(string name, string text)
    {
        if (options.OutputDirectory is not { } directory)
            return;
        var file = Path.Combine(directory, name);
        AtomicFile.Write(file, text);
        files.Add(file);
    }

    /// <summary>Writes the findings as JSON, removes the checkpoint and closes the run.</summary>
    /// <param name="findings">What was found.</param>
    public ExperimentResult Finish(IReadOnlyList<ExperimentFinding> findings)
    {
        var document = new { experiment = experiment.Name, source = experiment.Source, run = identity, findings };
        Write(experiment.Name + ".json", JsonSerializer.Serialize(document, JsonFormat.Readable) + "\n");
        if (path is not null)
            File.Delete(path);
        return new ExperimentResult(experiment.Name, findings, files);
    }
}
