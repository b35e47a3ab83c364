using System.Text.Json;
using ResLinkProofs.Provisioning;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>
/// A run at full size whose table lies under <c>snapshots/experiments</c> beside its provenance: what a claim at printed sizes
/// is judged from, since nobody repeats hours of training at every check. The findings are computed anew from the table.
/// </summary>
/// <param name="Table">The table that the run wrote.</param>
/// <param name="Command">The command that repeats it.</param>
/// <param name="Commit">The commit that was run, 40 hexadecimal digits.</param>
/// <param name="Without">The parts that were left out.</param>
public sealed record RecordedRun(Recording Table, string Command, string Commit, IReadOnlyList<string> Without)
{
    private const string LeavingOut = "--without";

    /// <summary>
    /// The folder of the recorded runs of the repository in which the program was built, or else of the one in which it is started, as
    /// an installed tool is; null where there is none.
    /// </summary>
    public static string? DefaultFolder() => FolderAbove(AppContext.BaseDirectory) ?? FolderAbove(Environment.CurrentDirectory);

    /// <summary>The folder of the recorded runs of the repository that holds a folder, or null outside of one.</summary>
    /// <param name="start">Any folder; <see cref="AppContext.BaseDirectory"/> for a program built in the repository.</param>
    public static string? FolderAbove(string start) =>
        ArtifactsFolder.Above(start) is { } artifacts ? Path.Combine(Path.GetDirectoryName(artifacts)!, "snapshots", "experiments") : null;

    /// <summary>Reads a recorded run.</summary>
    /// <param name="folder">The folder of all recorded runs.</param>
    /// <param name="experiment">The experiment's name.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">Its table or its provenance is damaged.</exception>
    public static RecordedRun Read(string folder, string experiment)
    {
        string stem = Path.Combine(folder, experiment, experiment);
        if (!File.Exists(stem + ".csv") || !File.Exists(stem + ".provenance.json"))
        {
            throw new FileNotFoundException(
                $"no run of {experiment} is recorded; "
                    + $"'reslink experiment {experiment} --full --out snapshots/experiments/{experiment}' makes one", stem + ".csv");
        }

        try
        {
            using var provenance = JsonDocument.Parse(File.ReadAllText(stem + ".provenance.json"));
            string command = provenance.RootElement.GetProperty("command").GetString() ?? "",
                commit = provenance.RootElement.GetProperty("commit").GetString() ?? "";
            string[] words = command.Split(' ');
            return new(
                Recording.FromCsv(experiment, File.ReadAllText(stem + ".csv")), command, commit,
                [.. words.Zip(words.Skip(1)).Where(w => w.First == LeavingOut).Select(w => w.Second)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{stem}.provenance.json is damaged: {e.Message}", e);
        }
    }
}
